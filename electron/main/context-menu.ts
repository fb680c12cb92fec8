// What the right mouse button offers: the system's own edit commands by their role, as far as they can act there.
// No spelling: no dictionary is there without the network.
import type { ContextMenuParams, MenuItemConstructorOptions } from "electron";

/** The menu for what was clicked; empty where nothing can be edited or copied. */
export function contextMenuTemplate({
  isEditable,
  selectionText,
  editFlags,
}: Pick<ContextMenuParams, "isEditable" | "selectionText" | "editFlags">): MenuItemConstructorOptions[] {
  const copy: MenuItemConstructorOptions = { label: "Sao chép", role: "copy", enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() ? [copy] : [];
  return [
    { label: "Cắt", role: "cut", enabled: editFlags.canCut },
    copy,
    { label: "Dán", role: "paste", enabled: editFlags.canPaste },
    { type: "separator" },
    { label: "Chọn tất cả", role: "selectAll", enabled: editFlags.canSelectAll },
  ];
}
