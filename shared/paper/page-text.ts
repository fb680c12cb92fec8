// The text of one page as a pure model: letters in reading order, each with its glyph's box in PDF user space.

/** Corners of one box in PDF user space, in the order of PDF's QuadPoints: TL, TR, BL, BR (x, y each). */
export type Quad = readonly [number, number, number, number, number, number, number, number];

/** A piece of text drawn on one baseline in one size. */
export interface TextRun {
  start: number;
  end: number;
}

/** The text of a page. `boxes` holds eight numbers for each UTF-16 unit of `text`, a Quad. */
export interface PageText {
  text: string;
  boxes: Float32Array;
  runs: readonly TextRun[];
}

/** Numbers in one box. */
export const BOX = 8;

/** The box of the unit at `index`. */
export function boxAt(page: PageText, index: number): Quad {
  const b = page.boxes.subarray(index * BOX, index * BOX + BOX);
  const n = (i: number): number => b[i] ?? 0;
  return [n(0), n(1), n(2), n(3), n(4), n(5), n(6), n(7)];
}

/** True when the page has no usable text: a scan, or fonts that do not say which letters they draw. */
export function isWithoutText(page: PageText): boolean {
  const letters = page.text.replace(/[\s\p{Cc}\p{Co}]/gu, "").length;
  const control = (page.text.match(/[^\n\P{Cc}]/gu) ?? []).length;
  return letters === 0 || control > letters;
}
