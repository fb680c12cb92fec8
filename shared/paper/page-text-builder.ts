// Builds the text model of a page from glyphs in drawing order: inserts the spaces and line ends that PDF does not write,
// composes decomposed letters, and cuts runs where baseline, size or direction change.
import { BOX, type PageText, type TextRun } from "./page-text.ts";

/** One drawn glyph. All vectors in PDF user space. */
export interface Glyph {
  unicode: string;
  /** Where its baseline begins. */
  x: number;
  y: number;
  /** From the beginning of its baseline to the end. */
  advanceX: number;
  advanceY: number;
  /** One em upwards. */
  upX: number;
  upY: number;
  /** Parts of an em above and below the baseline. */
  ascent: number;
  descent: number;
}

/** A gap wider than this part of an em is a space: word gaps are 0.2–0.3, kerning stays under 0.12. */
const SPACE_GAP = 0.17;
/** A gap wider than this is a column or a table cell: the run ends, the line goes on. */
const RUN_GAP = 1;
/** A baseline further away than this is another line; raised and lowered figures stay on theirs. */
const LINE_SHIFT = 0.6;
/** Going back further than this on one baseline begins a new line (overprinted bold goes back less). */
const BACK_STEP = 0.6;

const startsWithMark = /^\p{M}/u;

/** Takes glyphs one by one; `finish` gives the page. */
export class PageTextBuilder {
  readonly #letters: string[] = [];
  readonly #boxes: number[] = [];
  readonly #runs: TextRun[] = [];
  #length = 0;
  #runStart = 0;
  #last: Glyph | null = null;

  add(glyph: Glyph): void {
    const unicode = glyph.unicode.normalize("NFC");
    if (unicode === "") return;
    const last = this.#last;
    if (last && startsWithMark.test(unicode) && this.#compose(unicode)) return;
    if (last) this.#separate(last, glyph);
    const isSpace = /^\s+$/u.test(unicode);
    if (!isSpace || !/\s$/u.test(this.#letters.at(-1) ?? " ")) this.#push(isSpace ? " " : unicode, glyph);
    this.#last = glyph;
  }

  finish(): PageText {
    this.#endRun();
    return { text: this.#letters.join(""), boxes: Float32Array.from(this.#boxes), runs: this.#runs };
  }

  #separate(last: Glyph, next: Glyph): void {
    const em = Math.max(Math.hypot(last.upX, last.upY), Math.hypot(next.upX, next.upY)) || 1;
    const length = Math.hypot(last.upX, last.upY) || 1;
    // The line's direction is the em vector turned to the right: also known for glyphs of no width.
    const [dirX, dirY] = [last.upY / length, -last.upX / length];
    const [gapX, gapY] = [next.x - last.x - last.advanceX, next.y - last.y - last.advanceY];
    const along = (gapX * dirX + gapY * dirY) / em;
    const across = Math.abs(gapX * -dirY + gapY * dirX) / em;
    const turned = Math.abs(last.upX * next.upY - last.upY * next.upX) > 0.1 * em * em;
    if (turned || across > LINE_SHIFT || along < -BACK_STEP) {
      this.#endRun();
      this.#pushAtEnd("\n", last);
      this.#runStart = this.#length;
      return;
    }
    if (along > SPACE_GAP && !/\s$/u.test(this.#letters.at(-1) ?? "") && !/^\s/u.test(next.unicode)) {
      this.#pushAtEnd(" ", last);
    }
    const resized = Math.abs(length - Math.hypot(next.upX, next.upY)) > 0.02 * em;
    if (resized || along > RUN_GAP) this.#endRun();
  }

  /** Joins a combining mark to the letter before it; false when they make no single unit. */
  #compose(mark: string): boolean {
    const before = this.#letters.at(-1);
    if (before === undefined || /\s/u.test(before)) return false;
    const joined = (before + mark).normalize("NFC");
    if (joined.length !== before.length) return false;
    this.#letters[this.#letters.length - 1] = joined;
    return true;
  }

  #push(unicode: string, glyph: Glyph): void {
    this.#letters.push(unicode);
    for (let i = 0; i < unicode.length; i++) {
      this.#box(glyph, i / unicode.length, (i + 1) / unicode.length);
    }
    this.#length += unicode.length;
  }

  #pushAtEnd(unit: string, glyph: Glyph): void {
    this.#letters.push(unit);
    this.#box(glyph, 1, 1);
    this.#length += 1;
  }

  #box(g: Glyph, from: number, to: number): void {
    const corner = (part: number, height: number): void => {
      this.#boxes.push(g.x + g.advanceX * part + g.upX * height, g.y + g.advanceY * part + g.upY * height);
    };
    corner(from, g.ascent);
    corner(to, g.ascent);
    corner(from, g.descent);
    corner(to, g.descent);
  }

  #endRun(): void {
    if (this.#length > this.#runStart) this.#runs.push({ start: this.#runStart, end: this.#length });
    this.#runStart = this.#length;
  }
}

/** The number of units a page's boxes describe; equal to the length of its text. */
export function unitCount(page: PageText): number {
  return page.boxes.length / BOX;
}
