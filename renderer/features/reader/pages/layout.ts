// Where pages lie in the scroll: pure arithmetic, so that only the pages in sight need to exist.

/** Space above, between and below pages, in CSS pixels. */
export const PAGE_GAP = 16;
/** Space kept beside the words when margins are cropped: half a coin. */
const CROP_GAP = 18;

/** Sides of a page at scale 1. */
export interface PageSize {
  width: number;
  height: number;
}

/** What is left of a page's width when its empty margins are cut off, in points. */
export interface Crop {
  left: number;
  right: number;
}

/** Tops of all pages at one scale, and how large the whole is. */
export interface PageLayout {
  tops: number[];
  heights: number[];
  /** Left sides; negative where a margin is cut off. */
  lefts: number[];
  width: number;
  height: number;
}

/** A place in the paper that survives zooming: a page and how far down on it (0–1). */
export interface Place {
  page: number;
  part: number;
}

export type ZoomMode = "width" | "page" | number;

/** Zoom stays between these. */
const MIN_SCALE = 0.25;
const MAX_SCALE = 6;
/** CSS pixels of one point at 100 %. */
const POINT = 96 / 72;

/** Lays pages out under one another in a room; with a crop the words begin at the left edge of the room. */
export function layOut(sizes: readonly PageSize[], scale: number, roomWidth: number, crop: Crop | null): PageLayout {
  let top = PAGE_GAP;
  let width = 0;
  const tops: number[] = [];
  const heights: number[] = [];
  for (const size of sizes) {
    tops.push(top);
    heights.push(size.height * scale);
    top += size.height * scale + PAGE_GAP;
    width = Math.max(width, size.width * scale);
  }
  const whole = crop ? roomWidth : Math.max(width, roomWidth);
  const lefts = sizes.map((size) => (crop ? CROP_GAP - crop.left * scale : (whole - size.width * scale) / 2));
  return { tops, heights, lefts, width: whole, height: top };
}

/** The pages that touch a window of the scroll, with one more on each side. */
export function pagesInSight(layout: PageLayout, top: number, height: number): { first: number; last: number } {
  const first = pageAt(layout, top);
  const last = pageAt(layout, top + height);
  return { first: Math.max(0, first - 1), last: Math.min(layout.tops.length - 1, last + 1) };
}

/** The page at a height of the scroll. */
export function pageAt(layout: PageLayout, y: number): number {
  let [low, high] = [0, layout.tops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((layout.tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The place at a height of the scroll, and back. */
export function placeAt(layout: PageLayout, y: number): Place {
  const page = pageAt(layout, y);
  return { page, part: (y - (layout.tops[page] ?? 0)) / (layout.heights[page] || 1) };
}

/** The height of the scroll at a place. */
export function heightOf(layout: PageLayout, place: Place): number {
  return (layout.tops[place.page] ?? 0) + place.part * (layout.heights[place.page] ?? 0);
}

/** The scale of a zoom mode for a page in a room. A number means hundredths of the printed size. */
export function scaleOf(
  mode: ZoomMode,
  size: PageSize,
  room: { width: number; height: number },
  crop: Crop | null,
): number {
  const gap = room.width > 600 ? PAGE_GAP : 0;
  const width = crop ? (room.width - 2 * CROP_GAP) / (crop.right - crop.left) : (room.width - 2 * gap) / size.width;
  if (mode === "width") return clampScale(width);
  if (mode === "page") return clampScale(Math.min(width, (room.height - 2 * PAGE_GAP) / size.height));
  return clampScale((mode / 100) * POINT);
}

/** The percentage of a scale; not rounded, since a slow pinch is made of very small steps. */
export function percentOf(scale: number): number {
  return (scale / POINT) * 100;
}

/** A scale within the limits. */
export function clampScale(scale: number): number {
  return Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));
}
