// Reads the true boxes of a page's glyphs: walks pdf.js' operator list with the text state of a PDF interpreter, because
// only the widths in showText are exact (0.02 pt; measuring text in a browser font is wrong by several points).
// pdf.js itself is described by shape only, so that page and server read with the same code.
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";
import type { PageText } from "./page-text.ts";
import { PageTextBuilder } from "./page-text-builder.ts";

/** Height of a highlight in parts of an em. One for all fonts, so that a line of mixed fonts has one height. */
const ASCENT = 0.9;
const DESCENT = -0.22;

/** What showText carries for one glyph; numbers between glyphs are kerning in thousandths of an em. */
interface ShownGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

/** What is needed of a font. */
export interface FontFacts {
  fontMatrix: readonly number[];
}

interface TextState {
  ctm: Matrix;
  font: FontFacts | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

const initial: TextState = {
  ctm: IDENTITY,
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};

/** An operator list, as far as it is read here. */
export interface Operators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** The numbers of the operators that matter for text; pdf.js' `OPS` fits. */
export type OperatorCodes = Readonly<
  Record<
    | "save"
    | "restore"
    | "transform"
    | "paintFormXObjectBegin"
    | "paintFormXObjectEnd"
    | "beginText"
    | "setTextMatrix"
    | "moveText"
    | "setLeadingMoveText"
    | "nextLine"
    | "setFont"
    | "setCharSpacing"
    | "setWordSpacing"
    | "setHScale"
    | "setLeading"
    | "setTextRise"
    | "showText",
    number
  >
>;

/** What is needed of a page of pdf.js. */
export interface ReadablePage {
  commonObjs: unknown;
}

/** The fonts that an operator list uses, by name; each is awaited, since pdf.js' worker sends them on their own. */
export async function readFonts(
  page: ReadablePage,
  operators: Operators,
  codes: OperatorCodes,
): Promise<ReadonlyMap<string, FontFacts>> {
  const names = new Set<string>();
  operators.fnArray.forEach((fn, i) => {
    if (fn === codes.setFont) names.add(String((operators.argsArray[i] as readonly unknown[])[0]));
  });
  const store = page.commonObjs as { get(name: string, ready: (font: FontFacts) => void): unknown };
  const waiting = [...names].map(
    (name) => new Promise<[string, FontFacts]>((done) => void store.get(name, (font) => done([name, font]))),
  );
  return new Map(await Promise.all(waiting));
}

/** The text of a page from its operators and fonts (`readFonts`); `codes` are pdf.js' `OPS`. */
export function readGlyphBoxes(
  operators: Operators,
  fonts: ReadonlyMap<string, FontFacts>,
  codes: OperatorCodes,
): PageText {
  const walker = new TextWalker((name) => fonts.get(name) ?? null, codes);
  operators.fnArray.forEach((fn, i) => walker.step(fn, operators.argsArray[i] as readonly unknown[] | null));
  return walker.finish();
}

class TextWalker {
  readonly #fontOf: (name: string) => FontFacts | null;
  readonly #builder = new PageTextBuilder();
  readonly #stack: TextState[] = [];
  readonly #handlers: ReadonlyMap<number, (args: readonly unknown[]) => void>;
  #state: TextState = initial;
  #matrix: Matrix = IDENTITY;
  #line: readonly [number, number] = [0, 0];
  #pen: readonly [number, number] = [0, 0];

  constructor(fontOf: (name: string) => FontFacts | null, codes: OperatorCodes) {
    this.#fontOf = fontOf;
    this.#handlers = this.#makeHandlers(codes);
  }

  step(fn: number, args: readonly unknown[] | null): void {
    this.#handlers.get(fn)?.(args ?? []);
  }

  finish(): PageText {
    return this.#builder.finish();
  }

  #makeHandlers(codes: OperatorCodes): ReadonlyMap<number, (args: readonly unknown[]) => void> {
    const set = (change: Partial<TextState>): void => void (this.#state = { ...this.#state, ...change });
    const save = (): void => void this.#stack.push(this.#state);
    const restore = (): void => void (this.#state = this.#stack.pop() ?? this.#state);
    const number = (value: unknown): number => (typeof value === "number" ? value : 0);
    const transform = (matrix: Matrix | null): void => {
      if (matrix) set({ ctm: multiply(this.#state.ctm, matrix) });
    };
    return new Map<number, (args: readonly unknown[]) => void>([
      [codes.save, save],
      [codes.restore, restore],
      [codes.transform, (args) => transform(asMatrix(args))],
      [codes.paintFormXObjectBegin, (args) => (save(), transform(asMatrix(args[0])))],
      [codes.paintFormXObjectEnd, restore],
      [codes.beginText, () => this.#setMatrix(IDENTITY)],
      [codes.setTextMatrix, (args) => this.#setMatrix(asMatrix(args.length === 1 ? args[0] : args) ?? IDENTITY)],
      [codes.moveText, (args) => this.#move(number(args[0]), number(args[1]))],
      [
        codes.setLeadingMoveText,
        (args) => (set({ leading: -number(args[1]) }), this.#move(number(args[0]), number(args[1]))),
      ],
      [codes.nextLine, () => this.#move(0, -this.#state.leading)],
      [codes.setFont, ([name, size]) => set({ font: this.#fontOf(String(name)), size: number(size) })],
      [codes.setCharSpacing, ([value]) => set({ charSpacing: number(value) })],
      [codes.setWordSpacing, ([value]) => set({ wordSpacing: number(value) })],
      [codes.setHScale, ([value]) => set({ scale: number(value) / 100 })],
      [codes.setLeading, ([value]) => set({ leading: number(value) })],
      [codes.setTextRise, ([value]) => set({ rise: number(value) })],
      [codes.showText, ([glyphs]) => this.#show(glyphs as readonly (ShownGlyph | number)[])],
    ]);
  }

  #setMatrix(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#line = this.#pen = [0, 0];
  }

  #move(x: number, y: number): void {
    this.#line = this.#pen = [this.#line[0] + x, this.#line[1] + y];
  }

  #show(glyphs: readonly (ShownGlyph | number)[]): void {
    const { font, size, charSpacing, wordSpacing, scale, rise, ctm } = this.#state;
    const [a, b, c, d, e, f] = multiply(ctm, this.#matrix);
    const unit = size * (font?.fontMatrix[0] ?? 0.001);
    const y = this.#pen[1] + rise;
    let x = this.#pen[0];
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        x -= (glyph * size * scale) / 1000;
        continue;
      }
      const advance = glyph.width * unit * scale;
      this.#builder.add({
        unicode: glyph.unicode,
        x: a * x + c * y + e,
        y: b * x + d * y + f,
        advanceX: a * advance,
        advanceY: b * advance,
        upX: c * size,
        upY: d * size,
        ascent: ASCENT,
        descent: DESCENT,
      });
      x += advance + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
    }
    this.#pen = [x, this.#pen[1]];
  }
}

/** Six numbers, in an array or a typed array; null otherwise. */
function asMatrix(value: unknown): Matrix | null {
  if (!Array.isArray(value) && !(value instanceof Float32Array) && !(value instanceof Float64Array)) return null;
  const n = Array.from(value as ArrayLike<number>);
  const [a, b, c, d, e, f] = n;
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return null;
  return [a, b, c, d, e, f];
}
