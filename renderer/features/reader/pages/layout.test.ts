import { describe, expect, test } from "vitest";
import { heightOf, layOut, pageAt, pagesInSight, percentOf, placeAt, scaleOf } from "./layout.ts";

const a4 = { width: 595, height: 842 };
const sizes = Array.from({ length: 300 }, () => a4);

describe("page layout", () => {
  const layout = layOut(sizes, 1);
  test("a window of any place holds only the pages around it", () => {
    const { first, last } = pagesInSight(layout, heightOf(layout, { page: 150, part: 0.5 }), 900);
    expect([first, last]).toEqual([149, 152]);
  });
  test("the first and last page have no neighbours outside the paper", () => {
    expect(pagesInSight(layout, 0, 400)).toEqual({ first: 0, last: 1 });
    expect(pagesInSight(layout, layout.height - 400, 400).last).toBe(299);
  });
  test("a place survives zooming", () => {
    const place = placeAt(layout, 123_456);
    expect(heightOf(layout, place)).toBeCloseTo(123_456);
    const twice = layOut(sizes, 2);
    expect(pageAt(twice, heightOf(twice, place))).toBe(place.page);
  });
  test("fits the width, the page, and shows percent of the printed size", () => {
    expect(scaleOf("width", a4, { width: 627, height: 500 })).toBeCloseTo(1);
    expect(scaleOf("page", a4, { width: 2000, height: 874 })).toBeCloseTo(1);
    expect(percentOf(scaleOf(150, a4, { width: 1, height: 1 }))).toBe(150);
    expect(percentOf(scaleOf(9000, a4, { width: 1, height: 1 }))).toBe(450);
  });
});
