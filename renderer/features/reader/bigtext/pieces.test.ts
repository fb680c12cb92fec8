import { expect, test } from "vitest";
import { piecesOf, type QuotingMark, spansOf } from "./pieces.ts";

const text = { text: "lấy ý kiến\nNhân dân nơi có tài sản", boxes: new Float32Array(8 * 34), runs: [] };
const mark = (key: string, exact: string): QuotingMark => ({
  key,
  pageIndex: 0,
  author: "a",
  layer: "shared",
  quote: { exact, prefix: "", suffix: "" },
});

test("cuts a paragraph at its marks, the shorter above the longer", () => {
  const spans = spansOf(text, [mark("long", "ý kiến Nhân dân nơi"), mark("short", "Nhân dân"), mark("gone", "Đất")], 0);
  const pieces = piecesOf(text, { start: 0, end: text.text.length }, spans);
  expect(pieces.map(({ words, mark: on }) => [words, on?.key ?? null])).toEqual([
    ["lấy ", null],
    ["ý kiến ", "long"],
    ["Nhân dân", "short"],
    [" nơi", "long"],
    [" có tài sản", null],
  ]);
  expect(pieces.map(({ words }) => words).join("")).toBe(text.text.replace("\n", " "));
});

test("takes the marks of its own page only", () => {
  expect(spansOf(text, [{ ...mark("a", "Nhân"), pageIndex: 1 }], 0)).toEqual([]);
});
