import { expect, test } from "vitest";
import { type OperatorCodes, readFonts, readGlyphBoxes } from "./glyph-boxes.ts";
import { quadsOf } from "./quote.ts";

const names = [
  "save",
  "restore",
  "transform",
  "paintFormXObjectBegin",
  "paintFormXObjectEnd",
  "beginText",
  "setTextMatrix",
  "moveText",
  "setLeadingMoveText",
  "nextLine",
  "setFont",
  "setCharSpacing",
  "setWordSpacing",
  "setHScale",
  "setLeading",
  "setTextRise",
  "showText",
] as const;
const codes = Object.fromEntries(names.map((name, i) => [name, i])) as OperatorCodes;
const fonts = new Map([["F1", { fontMatrix: [0.001, 0, 0, 0.001, 0, 0] }]]);

function read(steps: readonly [name: (typeof names)[number], ...args: unknown[]][]) {
  const operators = { fnArray: steps.map(([name]) => codes[name]), argsArray: steps.map(([, ...args]) => args) };
  return readGlyphBoxes(operators, fonts, codes);
}

const letters = (text: string) =>
  Array.from(text, (unicode) => ({ unicode, width: 500, isSpace: unicode === " ", vmetric: null }));

test("takes boxes from glyph widths, kerning, spacing and scale", () => {
  const page = read([
    ["beginText"],
    ["setFont", "F1", 10],
    ["setCharSpacing", 1],
    ["moveText", 100, 700],
    ["showText", [...letters("Đi"), -1000, ...letters("a")]],
  ]);
  expect(page.text).toBe("Đi a");
  // Đ from 100 to 105, one point between, i from 106 to 111, one point and one em, a from 122 to 127.
  expect(quadsOf(page, 0, 1)[0]?.slice(0, 4)).toEqual([100, 709, 105, 709]);
  expect(quadsOf(page, 3, 4)[0]?.slice(0, 4)).toEqual([122, 709, 127, 709]);
});

test("follows the matrix through save, form and restore", () => {
  const page = read([
    ["save"],
    ["transform", 2, 0, 0, 2, 10, 20],
    ["paintFormXObjectBegin", [1, 0, 0, 1, 5, 5], null],
    ["beginText"],
    ["setFont", "F1", 10],
    ["setTextMatrix", new Float32Array([1, 0, 0, 1, 1, 1])],
    ["showText", letters("a")],
    ["paintFormXObjectEnd"],
    ["restore"],
    ["beginText"],
    ["setFont", "F1", 10],
    ["showText", letters("b")],
  ]);
  expect(quadsOf(page, 0, 1)[0]?.slice(0, 4)).toEqual([22, 50, 32, 50]);
  expect(quadsOf(page, 2, 3)[0]?.slice(0, 4)).toEqual([0, 9, 5, 9]);
});

test("waits for every font that is used", async () => {
  const operators = {
    fnArray: [codes.setFont, codes.setFont],
    argsArray: [
      ["F1", 10],
      ["F2", 10],
    ],
  };
  const commonObjs = {
    get: (name: string, ready: (font: unknown) => void) => void Promise.resolve().then(() => ready({ name })),
  };
  const found = await readFonts({ commonObjs }, operators, codes);
  expect([...found.keys()]).toEqual(["F1", "F2"]);
});
