import { expect, test } from "vitest";
import { inkSides } from "./ink-sides.ts";

function page(width: number, height: number, ink: readonly [number, number][]) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [x, y] of ink) data[(y * width + x) * 4 + 1] = 40;
  return { width, height, data };
}

test("finds the outermost columns of ink", () => {
  expect(
    inkSides(
      page(20, 10, [
        [4, 2],
        [15, 7],
        [9, 0],
      ]),
    ),
  ).toEqual({ left: 4, right: 16 });
  expect(
    inkSides(
      page(20, 10, [
        [0, 0],
        [19, 9],
      ]),
    ),
  ).toEqual({ left: 0, right: 20 });
  expect(inkSides(page(20, 10, [[7, 3]]))).toEqual({ left: 7, right: 8 });
});

test("an empty page has no sides", () => {
  expect(inkSides(page(20, 10, []))).toBeNull();
});
