import { describe, expect, test } from "vitest";
import type { PageView } from "../engine/page-view.ts";
import { markAt, quadsIn } from "./quads.ts";

const upright: PageView = { width: 600, height: 800, matrix: [1, 0, 0, -1, 0, 800] };
/** The same page turned by a quarter clockwise, as pdf.js gives its matrix. */
const turned: PageView = { width: 800, height: 600, matrix: [0, 1, 1, 0, 0, 0] };
const line = [100, 710, 200, 710, 100, 698, 200, 698];

describe("quads on a page", () => {
  test("follow the page when it is turned", () => {
    expect(quadsIn(line, upright)).toEqual([
      [
        [100, 90],
        [200, 90],
        [100, 102],
        [200, 102],
      ],
    ]);
    expect(quadsIn(line, turned)).toEqual([
      [
        [710, 100],
        [710, 200],
        [698, 100],
        [698, 200],
      ],
    ]);
  });
  test("stay on the page whatever numbers come", () => {
    const huge = [-1e300, 1e300, 1e300, 1e300, -1e300, -1e300, 1e300, -1e300];
    expect(quadsIn(huge, upright)).toEqual([
      [
        [0, 0],
        [600, 0],
        [0, 800],
        [600, 800],
      ],
    ]);
    expect(
      quadsIn(
        line.map((n) => n + 5000),
        upright,
      ),
    ).toEqual([]);
    expect(
      quadsIn(
        line.map(() => Infinity),
        upright,
      ),
    ).toEqual([]);
    expect(quadsIn([1, 2, 3], upright)).toEqual([]);
  });
});

test("of marks over one another the smallest is meant", () => {
  const large = { quads: [0, 800, 600, 800, 0, 0, 600, 0] };
  const small = { quads: line };
  expect(markAt([large, small], upright, 150, 96)).toBe(small);
  expect(markAt([large, small], turned, 704, 150)).toBe(small);
  expect(markAt([large, small], upright, 10, 10)).toBe(large);
  expect(markAt([small], upright, 10, 10)).toBeNull();
});
