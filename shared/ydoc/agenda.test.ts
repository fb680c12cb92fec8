// The agenda as it is read from its document: rules AG1 to AG5, and moves that need one write only.
import { expect, test } from "vitest";
import * as Y from "yjs";
import {
  addItem,
  agendaTitle,
  moveItem,
  readAgendaTree,
  readRemovedItems,
  removeItem,
  restoreItem,
  setDuration,
  type AgendaItem,
} from "./agenda.ts";

const START = "2026-06-18T01:00:00.000Z";

/** Items as `number title start`, in reading order. */
function read(doc: Y.Doc): string[] {
  const lines = (items: readonly AgendaItem[]): string[] =>
    items.flatMap((item) => [`${item.number} ${item.title} ${item.startsAt.slice(11, 16)}`, ...lines(item.children)]);
  return lines(readAgendaTree(doc, START));
}

function threeItems(): Y.Doc {
  const doc = new Y.Doc();
  addItem(doc, { id: "A", title: "Khai mạc", durationMinutes: 10 });
  addItem(doc, { id: "B", title: "Báo cáo", durationMinutes: 40 });
  addItem(doc, { id: "C", title: "Bế mạc", durationMinutes: 5 });
  return doc;
}

/** Both get what the other wrote. */
function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
}

test("items follow one another, numbered, each beginning when the one before it ends", () => {
  expect(read(threeItems())).toEqual(["1 Khai mạc 01:00", "2 Báo cáo 01:10", "3 Bế mạc 01:50"]);
});

test("an item lasts as long as its parts together, or longer when it says so (AG5)", () => {
  const doc = threeItems();
  addItem(doc, { id: "B1", title: "Trình bày", durationMinutes: 30 }, { parent: "B", after: null });
  addItem(doc, { id: "B2", title: "Thảo luận", durationMinutes: 20 }, { parent: "B", after: "B1" });
  expect(read(doc).slice(1)).toEqual([
    "2 Báo cáo 01:10",
    "2.1 Trình bày 01:10",
    "2.2 Thảo luận 01:40",
    "3 Bế mạc 02:00",
  ]);
  setDuration(doc, "B", 90);
  expect(read(doc).at(-1)).toBe("3 Bế mạc 02:40");
});

test("a move to the front, to the end and under another item", () => {
  const doc = threeItems();
  moveItem(doc, "C", { parent: null, after: null });
  expect(read(doc).map((line) => line.split(" ")[1])).toEqual(["Bế", "Khai", "Báo"]);
  moveItem(doc, "C", { parent: "B", after: null });
  expect(read(doc).at(-1)).toBe("2.1 Bế mạc 01:10");
});

test("an item cannot be moved under itself or what is under it", () => {
  const doc = threeItems();
  moveItem(doc, "B", { parent: "A", after: null });
  expect(moveItem(doc, "A", { parent: "B", after: null })).toBe(false);
  expect(moveItem(doc, "A", { parent: "A", after: null })).toBe(false);
});

test("two moves at once that make a cycle leave every item on the agenda, the same on both sides (AG3)", () => {
  const [one, other] = [threeItems(), new Y.Doc()];
  exchange(one, other);
  moveItem(one, "A", { parent: "B", after: null });
  moveItem(other, "B", { parent: "A", after: null });
  exchange(one, other);
  expect(read(one)).toEqual(read(other));
  expect(read(one)).toHaveLength(3);
});

test("two items put in the same place at once both stand there, in the same order on both sides (AG1)", () => {
  const [one, other] = [threeItems(), new Y.Doc()];
  exchange(one, other);
  addItem(one, { id: "X", title: "Một" }, { parent: null, after: "A" });
  addItem(other, { id: "Y", title: "Hai" }, { parent: null, after: "A" });
  exchange(one, other);
  expect(read(one)).toEqual(read(other));
  addItem(one, { id: "Z", title: "Ba" }, { parent: null, after: "X" });
  expect(read(one).map((line) => line.split(" ")[1])).toEqual(["Khai", "Một", "Hai", "Ba", "Báo", "Bế"]);
});

test("a removed item takes what is under it away, and comes back with the words typed meanwhile (AG4)", () => {
  const doc = threeItems();
  addItem(doc, { id: "B1", title: "Trình bày" }, { parent: "B", after: null });
  removeItem(doc, "B");
  agendaTitle(doc, "B")?.insert(7, " sáu tháng");
  expect(read(doc)).toEqual(["1 Khai mạc 01:00", "2 Bế mạc 01:10"]);
  expect(readRemovedItems(doc)).toEqual([{ id: "B", title: "Báo cáo sáu tháng" }]);
  restoreItem(doc, "B");
  expect(read(doc)).toContain("2.1 Trình bày 01:10");
});

test("an item whose parent is missing stands at the top (AG2), and values nobody may write read as none", () => {
  const doc = threeItems();
  addItem(doc, { id: "D", title: "Lạc" }, { parent: "gone", after: null });
  expect(read(doc).some((line) => /^\d Lạc/.test(line))).toBe(true);
  setDuration(doc, "A", 99_999);
  expect(readAgendaTree(doc, START).find(({ id }) => id === "A")?.durationMinutes).toBe(1440);
});
