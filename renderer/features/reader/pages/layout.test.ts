import { describe, expect, test } from "vitest";
import { heightOf, layOut, pageAt, pagesInSight, percentOf, placeAt, scaleOf } from "./layout.ts";

const a4 = { width: 595, height: 842 };
const sizes = Array.from({ length: 300 }, () => a4);

describe("page layout", () => {
  const layout = layOut(sizes, 1, 600, null);
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
    const twice = layOut(sizes, 2, 600, null);
    expect(pageAt(twice, heightOf(twice, place))).toBe(place.page);
  });
  test("fits the width, the page, and shows percent of the printed size", () => {
    expect(scaleOf("width", a4, { width: 627, height: 500 }, null)).toBeCloseTo(1);
    expect(scaleOf("page", a4, { width: 2000, height: 874 }, null)).toBeCloseTo(1);
    expect(percentOf(scaleOf(150, a4, { width: 1, height: 1 }, null))).toBeCloseTo(150);
    expect(percentOf(scaleOf(9000, a4, { width: 1, height: 1 }, null))).toBeCloseTo(450);
  });
  test("cut margins let the words fill the room", () => {
    const crop = { left: 95, right: 495 };
    const room = { width: 396, height: 700 };
    const scale = scaleOf("width", a4, room, crop);
    expect(scale).toBeCloseTo(360 / 400);
    const cut = layOut(sizes, scale, room.width, crop);
    expect(cut.width).toBe(room.width);
    expect((cut.lefts[0] ?? 0) + crop.left * scale).toBeCloseTo(18);
    expect((cut.lefts[0] ?? 0) + crop.right * scale).toBeCloseTo(room.width - 18);
  });
  test("a page narrower than the room lies in its middle, a wider one widens the scroll", () => {
    expect(layOut([a4], 1, 795, null).lefts).toEqual([100]);
    expect(layOut([a4], 2, 795, null)).toMatchObject({ lefts: [0], width: 1190 });
  });
});
