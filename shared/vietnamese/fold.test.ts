import { describe, expect, test } from "vitest";
import { findFolded, fold, foldWithMap } from "./fold.ts";

const find = (text: string, query: string): string[] =>
  findFolded(foldWithMap(text), text, query).map(({ start, end }) => text.slice(start, end));

describe("fold", () => {
  test("removes every mark, đ and case", () => {
    expect(fold("ĐỀ NGHỊ bổ sung Ưỡ Ặ")).toBe("de nghi bo sung uo a");
  });
  test("composed and decomposed text fold alike", () => {
    const text = "Đoàn Chủ tịch đề nghị vấn đề ngưỡng";
    expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
  });
  test("white space of any kind and length is one space", () => {
    expect(fold("vấn\n \u00a0đề")).toBe("van de");
  });
});

describe("findFolded", () => {
  test("finds text without marks and returns the original letters", () => {
    expect(find("Các vấn đề và Vấn  Đề khác", "van de")).toEqual(["vấn đề", "Vấn  Đề"]);
  });
  test("keeps the marks of the last letter in decomposed text", () => {
    const text = "vấn đề.".normalize("NFD");
    expect(find(text, "van de")).toEqual(["vấn đề".normalize("NFD")]);
  });
  test("a query with marks finds only these marks", () => {
    expect(find("vấn đề, vẫn để, van de", "vấn đề")).toEqual(["vấn đề"]);
    expect(find("bản dự thảo, bàn dự thảo", "bản du")).toEqual(["bản dự"]);
  });
  test("old and new places of the tone mark agree", () => {
    expect(find("hoà bình, hòa bình", "hòa")).toEqual(["hoà", "hòa"]);
  });
  test("finds over a line end, and nothing for an empty query", () => {
    expect(find("giám\nsát", "giam sat")).toEqual(["giám\nsát"]);
    expect(find("giám sát", "  ")).toEqual([]);
  });
});
