import { describe, expect, test } from "vitest";
import { isWithoutText, type PageText } from "./page-text.ts";
import { PageTextBuilder, unitCount } from "./page-text-builder.ts";
import { findQuote, quadsOf, quoteOf, trimStretch } from "./quote.ts";

/** Sets text in a font whose letters are all 5 wide and 10 high; a space may be drawn or only be a gap. */
function set(lines: string[], options: { drawSpaces?: boolean; decomposed?: boolean } = {}): PageText {
  const builder = new PageTextBuilder();
  lines.forEach((line, row) => {
    let x = 50;
    for (const letter of options.decomposed ? line.normalize("NFD") : line) {
      const advance = /\p{M}/u.test(letter) ? 0 : 5;
      const glyph = {
        x,
        y: 700 - row * 14,
        advanceX: advance,
        advanceY: 0,
        upX: 0,
        upY: 10,
        ascent: 0.9,
        descent: -0.2,
      };
      if (letter !== " " || options.drawSpaces) builder.add({ unicode: letter, ...glyph });
      x += advance;
    }
  });
  return builder.finish();
}

describe("page text", () => {
  test("inserts the spaces that are only gaps, and line ends", () => {
    expect(set(["Điều 1", "Phạm vi"]).text).toBe("Điều 1\nPhạm vi");
    expect(set(["Điều 1"], { drawSpaces: true }).text).toBe("Điều 1");
  });
  test("composes decomposed letters and keeps one box for each unit", () => {
    const page = set(["Ủy ban vấn đề"], { decomposed: true });
    expect(page.text).toBe("Ủy ban vấn đề");
    expect(unitCount(page)).toBe(page.text.length);
  });
  test("knows a page without text", () => {
    expect(isWithoutText(set([]))).toBe(true);
    expect(isWithoutText(set(["\u0001\u0002\u0003a"]))).toBe(true);
    expect(isWithoutText(set(["Có chữ"]))).toBe(false);
  });
});

describe("quads and quotes", () => {
  const page = set(["lấy ý kiến Nhân dân", "trong thời hạn 15 ngày"]);
  const start = page.text.indexOf("Nhân");
  const end = page.text.indexOf("thời") + 4;

  test("gives one quad a line from the glyph boxes: TL TR BL BR", () => {
    expect(quadsOf(page, start, end)).toEqual([
      [105, 709, 145, 709, 105, 698, 145, 698],
      [50, 695, 100, 695, 50, 684, 100, 684],
    ]);
  });
  test("quotes with context and without line ends", () => {
    expect(quoteOf(page, start, end)).toEqual({
      exact: "Nhân dân trong thời",
      prefix: "lấy ý kiến ",
      suffix: " hạn 15 ngày",
    });
  });
  test("keeps no more context than tells clauses apart", () => {
    const long = set(["x".repeat(70) + "giữa" + "y".repeat(70)]);
    const quote = quoteOf(long, 70, 74);
    expect(quote).toEqual({ exact: "giữa", prefix: "x".repeat(48), suffix: "y".repeat(48) });
  });
  test("finds the quote again, of twins the one with the same context", () => {
    const twins = set(["a) công khai danh mục", "b) công khai kết quả"]);
    const second = twins.text.lastIndexOf("công khai");
    const found = findQuote(twins, quoteOf(twins, second, second + 9));
    expect(found).toEqual({ start: second, end: second + 9, quads: quadsOf(twins, second, second + 9) });
    expect(findQuote(twins, { exact: "không có", prefix: "", suffix: "" })).toBeNull();
  });
  test("finds a quote over a line end whatever white space stands in it, one quad a line", () => {
    const found = findQuote(page, { exact: "  Nhân \u00a0dân\n\ntrong thời " });
    expect(found).toEqual({ start, end, quads: quadsOf(page, start, end) });
    expect(found?.quads).toHaveLength(2);
  });
  test("prefers the place with the same marks, and forgives them when there is none", () => {
    const marked = set(["van de thứ nhất", "vấn đề thứ hai"]);
    expect(findQuote(marked, { exact: "vấn đề" })?.start).toBe(marked.text.indexOf("vấn đề"));
    expect(findQuote(marked, { exact: "vấn đê" })?.start).toBe(0);
  });
  test("trims white space from a stretch", () => {
    expect(trimStretch(page, start - 1, start + 5)).toEqual({ start, end: start + 4 });
    expect(trimStretch(page, start - 1, start)).toBeNull();
  });
});
