// The text of a page as running paragraphs, for reading in large letters. Lines are joined where a paragraph runs on.
import { boxAt, type PageText } from "./page-text.ts";

/** A paragraph as a stretch of the page's text; line ends inside it count as spaces. */
export interface Paragraph {
  start: number;
  end: number;
}

interface Line extends Paragraph {
  /** Ends along the line, the baseline across it, and the height of its letters. */
  left: number;
  right: number;
  across: number;
  size: number;
}

/** A line that ends this far before the right edge (in letter heights) ends its paragraph. */
const SHORT = 4;
/** A line that begins this much further right (in letter heights) begins a paragraph. */
const INDENT = 0.8;
/** Lines further apart than this (in letter heights) do not belong together. */
const APART = 1.9;
/** Letters that differ more than this are of another paragraph. */
const RESIZED = 0.12;

/** What begins a paragraph in administrative text: Điều 1, Chương II, Mục 3, I., 1., 1.2., a), -, +. */
const opener =
  /^(?:(?:Điều|Chương|Mục|Phần|Phụ lục)\s+[\dIVXLA-Z]+|[IVXL]+\.|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]{1,2}\)|[-–+•*])(?:\s|$)/u;
const pageNumber = /^\d{1,4}$/u;

/** Paragraphs in reading order; a page number standing alone is left out. */
export function paragraphsOf(page: PageText): Paragraph[] {
  const lines = linesOf(page).filter(
    (line, i, all) => !((i === 0 || i === all.length - 1) && pageNumber.test(textOf(page, line).trim())),
  );
  const edge = rightEdge(lines);
  const found: Paragraph[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const last = found.at(-1);
    if (before && last && runsOn(page, before, line, edge)) last.end = line.end;
    else found.push({ start: line.start, end: line.end });
  });
  return found;
}

function runsOn(page: PageText, before: Line, line: Line, edge: number): boolean {
  const size = Math.max(before.size, line.size) || 1;
  return (
    edge - before.right < SHORT * size &&
    line.left - before.left < INDENT * size &&
    Math.abs(line.across - before.across) < APART * size &&
    Math.abs(before.size - line.size) < RESIZED * size &&
    !opener.test(textOf(page, line))
  );
}

function textOf(page: PageText, { start, end }: Paragraph): string {
  return page.text.slice(start, end);
}

function linesOf(page: PageText): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const words of page.text.split("\n")) {
    const end = start + words.length;
    if (words.trim() !== "") lines.push(lineAt(page, start, end));
    start = end + 1;
  }
  return lines;
}

/** Measured along the line's own direction, so that turned pages read the same. */
function lineAt(page: PageText, start: number, end: number): Line {
  const [first, last] = [boxAt(page, start), boxAt(page, end - 1)];
  const [upX, upY] = [first[0] - first[4], first[1] - first[5]];
  const size = Math.hypot(upX, upY) || 1;
  const [alongX, alongY] = [upY / size, -upX / size];
  return {
    start,
    end,
    left: first[4] * alongX + first[5] * alongY,
    right: last[6] * alongX + last[7] * alongY,
    across: first[4] * (upX / size) + first[5] * (upY / size),
    size,
  };
}

/** Where full lines end: nine in ten end there or before. */
function rightEdge(lines: readonly Line[]): number {
  const ends = lines.map((line) => line.right).sort((a, b) => a - b);
  return ends[Math.floor((ends.length - 1) * 0.9)] ?? 0;
}
