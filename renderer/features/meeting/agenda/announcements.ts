// What a screen reader says while an item is dragged by mouse, touch or key.
import type { Announcements, ScreenReaderInstructions } from "@dnd-kit/core";
import type { TFunction } from "i18next";
import type { AgendaItem } from "../../../../shared/ydoc/agenda.ts";

/** Words of dragging for the items on screen. */
export function dragWords(
  t: TFunction<"meeting">,
  items: readonly AgendaItem[],
): { announcements: Announcements; screenReaderInstructions: ScreenReaderInstructions } {
  const nameOf = (id: string | number): string => {
    const item = items.find((one) => one.id === id);
    return item ? `${item.number}. ${item.title || t("agenda.unnamed")}` : "";
  };
  return {
    screenReaderInstructions: { draggable: t("agenda.dragHow") },
    announcements: {
      onDragStart: ({ active }) => t("agenda.dragStart", { item: nameOf(active.id) }),
      onDragOver: ({ active, over }) =>
        over && over.id !== active.id
          ? t("agenda.dragOver", { item: nameOf(active.id), over: nameOf(over.id) })
          : undefined,
      onDragEnd: ({ active, over }) =>
        over ? t("agenda.dragEnd", { item: nameOf(active.id) }) : t("agenda.dragCancel", { item: nameOf(active.id) }),
      onDragCancel: ({ active }) => t("agenda.dragCancel", { item: nameOf(active.id) }),
    },
  };
}
