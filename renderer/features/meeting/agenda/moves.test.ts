// Moving by key and by drop, tried on a real agenda.
import { expect, test } from "vitest";
import * as Y from "yjs";
import {
  addItem,
  moveItem,
  readAgendaTree,
  type AgendaItem,
  type AgendaTarget,
} from "../../../../shared/ydoc/agenda.ts";
import { dropTarget, stepTarget } from "./moves.ts";

function agenda(): Y.Doc {
  const doc = new Y.Doc();
  for (const id of ["a", "b", "c"]) addItem(doc, { id, title: id });
  addItem(doc, { id: "b1", title: "b1" }, { parent: "b", after: null });
  return doc;
}

const tree = (doc: Y.Doc): AgendaItem[] => readAgendaTree(doc, "2026-06-18T01:00:00.000Z");
const shape = (items: readonly AgendaItem[]): string =>
  items.map((item) => (item.children.length > 0 ? `${item.id}(${shape(item.children)})` : item.id)).join(" ");

function after(id: string, target: (items: AgendaItem[]) => AgendaTarget | null): string {
  const doc = agenda();
  const to = target(tree(doc));
  if (to) moveItem(doc, id, to);
  return shape(tree(doc));
}

test("steps go up, down, inward and outward", () => {
  expect(after("c", (items) => stepTarget(items, "c", "up"))).toBe("a c b(b1)");
  expect(after("a", (items) => stepTarget(items, "a", "down"))).toBe("b(b1) a c");
  expect(after("c", (items) => stepTarget(items, "c", "inward"))).toBe("a b(b1 c)");
  expect(after("b1", (items) => stepTarget(items, "b1", "outward"))).toBe("a b b1 c");
});

test("there is no step beyond the ends", () => {
  expect(stepTarget(tree(agenda()), "a", "up")).toBeNull();
  expect(stepTarget(tree(agenda()), "c", "down")).toBeNull();
  expect(stepTarget(tree(agenda()), "a", "outward")).toBeNull();
});

test("a dropped item takes the place it is dropped on, in either direction", () => {
  expect(after("a", (items) => dropTarget(items, "a", "c"))).toBe("b(b1) c a");
  expect(after("c", (items) => dropTarget(items, "c", "a"))).toBe("c a b(b1)");
  expect(after("c", (items) => dropTarget(items, "c", "b1"))).toBe("a b(c b1)");
});
