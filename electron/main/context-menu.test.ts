import type { EditFlags } from "electron";
import { expect, it } from "vitest";
import { contextMenuTemplate } from "./context-menu.ts";

const editFlags = { canCut: false, canCopy: true, canPaste: true, canSelectAll: true } as EditFlags;

it("offers what can be done in a field, and greys what cannot", () => {
  const items = contextMenuTemplate({ isEditable: true, selectionText: "", editFlags });
  expect(items.filter(({ label }) => label).map(({ label, enabled }) => [label, enabled])).toEqual([
    ["Cắt", false],
    ["Sao chép", true],
    ["Dán", true],
    ["Chọn tất cả", true],
  ]);
});

it("offers to copy selected words, and nothing where there are none", () => {
  const menuFor = (selectionText: string) => contextMenuTemplate({ isEditable: false, selectionText, editFlags });
  expect(menuFor("Mục 1").map(({ role }) => role)).toEqual(["copy"]);
  expect(menuFor("  ")).toEqual([]);
});
