// How a page lies before the reader: its size and the way from PDF user space to what is seen.
import type { PDFPageProxy, PageViewport } from "pdfjs-dist";
import { apply, type Matrix } from "../../../../shared/paper/matrix.ts";

/** Quarter turns clockwise, added to the page's own. */
export type Turn = 0 | 90 | 180 | 270;

/** A page's place at scale 1: CSS pixels per point, and how user space lies in it. */
export interface PageView {
  width: number;
  height: number;
  /** From PDF user space to the page seen at scale 1. */
  matrix: Matrix;
}

/** A rectangle of a page seen at scale 1. */
export interface PageBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** pdf.js' view of a page that is turned. */
export function viewportOf(page: PDFPageProxy, scale: number, turn: Turn): PageViewport {
  return page.getViewport({ scale, rotation: (page.rotate + turn) % 360 });
}

/** The same as plain numbers. */
export function toView(viewport: PageViewport): PageView {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform;
  return { width: viewport.width, height: viewport.height, matrix: [a, b, c, d, e, f] };
}

/** Where a rectangle of user space (left, bottom, right, top) is seen. */
export function boxOf(view: PageView, rect: readonly number[]): PageBox {
  const [x1, y1] = apply(view.matrix, rect[0] ?? 0, rect[1] ?? 0);
  const [x2, y2] = apply(view.matrix, rect[2] ?? 0, rect[3] ?? 0);
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}
