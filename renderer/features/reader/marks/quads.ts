// Quads of marks on a page as it is seen. A mark comes from another client and may hold any numbers: what is drawn stays on
// the page.
import { apply, invert } from "../../../../shared/paper/matrix.ts";
import type { PageView } from "../engine/page-view.ts";

/** Numbers in a quad: TL TR BL BR. */
const QUAD = 8;

type Point = readonly [number, number];
/** Corners at scale 1: TL TR BL BR. */
export type SeenQuad = readonly [Point, Point, Point, Point];

/** What is asked of a mark here. */
interface Quads {
  quads: readonly number[];
}

/** The quads on the page at scale 1, clipped to its sides; those that lie wholly beside it are left out. */
export function quadsIn(quads: readonly number[], view: PageView): SeenQuad[] {
  const found: SeenQuad[] = [];
  for (let i = 0; i + QUAD <= quads.length; i += QUAD) {
    const at = (n: number): Point => apply(view.matrix, quads[i + n] ?? 0, quads[i + n + 1] ?? 0);
    const corners = [at(0), at(2), at(4), at(6)] as const;
    if (!touches(corners, view)) continue;
    const [a, b, c, d] = corners;
    found.push([inside(a, view), inside(b, view), inside(c, view), inside(d, view)]);
  }
  return found;
}

function touches(corners: SeenQuad, { width, height }: PageView): boolean {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  if (![...xs, ...ys].every(Number.isFinite)) return false;
  return Math.max(...xs) >= 0 && Math.min(...xs) <= width && Math.max(...ys) >= 0 && Math.min(...ys) <= height;
}

function inside([x, y]: Point, { width, height }: PageView): Point {
  return [Math.min(width, Math.max(0, x)), Math.min(height, Math.max(0, y))];
}

/** The mark under a point of the page (at scale 1); of several, the one with the smallest area. */
export function markAt<Mark extends Quads>(marks: readonly Mark[], view: PageView, x: number, y: number): Mark | null {
  const [userX, userY] = apply(invert(view.matrix), x, y);
  let best: { mark: Mark; area: number } | null = null;
  for (const mark of marks) {
    for (let i = 0; i + QUAD <= mark.quads.length; i += QUAD) {
      const quad = mark.quads.slice(i, i + QUAD);
      const xs = quad.filter((_, n) => n % 2 === 0);
      const ys = quad.filter((_, n) => n % 2 === 1);
      const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      const area = (right - left) * (high - low);
      const hit = userX >= left && userX <= right && userY >= low && userY <= high;
      if (hit && (!best || area < best.area)) best = { mark, area };
    }
  }
  return best?.mark ?? null;
}
