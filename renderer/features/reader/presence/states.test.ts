import { expect, test } from "vitest";
import { leadOf, pointerOf } from "./states.ts";

test("reads a pointer and nothing that is none", () => {
  expect(pointerOf({ pageIndex: 2, x: 0.5, y: 1, more: "x" })).toEqual({ pageIndex: 2, x: 0.5, y: 1 });
  for (const bad of [null, 7, {}, { pageIndex: 2, x: 1.1, y: 0 }, { pageIndex: -1, x: 0, y: 0 }, { x: NaN }]) {
    expect(pointerOf(bad)).toBeNull();
  }
});

test("reads a lead and nothing that would throw the page about", () => {
  expect(leadOf({ page: 3, part: 0.25, magnified: 1.5 })).toEqual({ page: 3, part: 0.25, magnified: 1.5 });
  for (const bad of [
    { page: 1.5, part: 0, magnified: 1 },
    { page: 1, part: 1e9, magnified: 1 },
    { page: 1, part: 0, magnified: 1e308 },
    { page: 1, part: 0, magnified: 0 },
    { page: 1, part: 0, magnified: Infinity },
    "page",
  ]) {
    expect(leadOf(bad)).toBeNull();
  }
});
