// The agenda of a meeting: a map of items with one value for each item's place, so that moving is one write and never
// loses what is typed meanwhile. The tree, numbers and times are a pure reading; no repair is ever written.
import { generateKeyBetween } from "fractional-indexing";
import * as Y from "yjs";
import { replaceMiddle } from "./marks.ts";

export const agendaRoots = { agenda: "agenda", notes: "notes" } as const;

export interface Place {
  parent: string | null;
  /** Fractional key among the children of `parent`; equal keys are ordered by id. */
  order: string;
}

export interface AgendaFields {
  title: string;
  description: string;
  presenter: string;
  durationMinutes: number;
}

export interface AgendaNode extends AgendaFields {
  id: string;
  parentId: string | null;
  /** "3", "3.1" */
  number: string;
  depth: number;
  /** Minutes from the meeting's start. */
  startsAfterMinutes: number;
  /** Own minutes, or its children's together when those are more. */
  totalMinutes: number;
  children: AgendaNode[];
}

type Item = Y.Map<unknown>;
const items = (doc: Y.Doc) => doc.getMap<Item>(agendaRoots.agenda);

/** Adds an item after `afterId` under `parent` (at the end when left out). */
export function addItem(
  doc: Y.Doc,
  id: string,
  fields: Partial<AgendaFields>,
  parent: string | null = null,
  afterId?: string | null,
): void {
  const item = new Y.Map<unknown>([
    ["title", new Y.Text(fields.title ?? "")],
    ["description", new Y.Text(fields.description ?? "")],
    ["presenter", fields.presenter ?? ""],
    ["durationMinutes", fields.durationMinutes ?? 0],
    ["place", { parent, order: orderAfter(doc, parent, afterId) }],
  ]);
  items(doc).set(id, item);
}

/** Moves an item behind `afterId` (null: to the front) under `parent`. */
export function moveItem(doc: Y.Doc, id: string, parent: string | null, afterId: string | null): void {
  items(doc)
    .get(id)
    ?.set("place", { parent, order: orderAfter(doc, parent, afterId, id) });
}

/** Takes an item out; its words stay and it can be brought back. */
export function removeItem(doc: Y.Doc, id: string): void {
  items(doc).get(id)?.set("removed", true);
}

/** Brings a removed item back. */
export function restoreItem(doc: Y.Doc, id: string): void {
  items(doc).get(id)?.delete("removed");
}

/** Sets a plain field or edits a text by its differing middle. */
export function editItem(doc: Y.Doc, id: string, fields: Partial<AgendaFields>): void {
  const item = items(doc).get(id);
  if (!item) return;
  doc.transact(() => {
    for (const [field, value] of Object.entries(fields)) {
      const held = item.get(field);
      if (held instanceof Y.Text) replaceMiddle(held, String(value));
      else if (held !== value) item.set(field, value);
    }
  });
}

/** The shared text of an item's title or description, for binding an input to it. */
export function itemText(doc: Y.Doc, id: string, field: "title" | "description"): Y.Text | null {
  const text = items(doc).get(id)?.get(field);
  return text instanceof Y.Text ? text : null;
}

/** The shared notes of the meeting. */
export function meetingNotes(doc: Y.Doc): Y.Text {
  return doc.getText(agendaRoots.notes);
}

/** The agenda as a tree in order. Items in a cycle or under a removed parent stand at the top. */
export function readAgendaTree(doc: Y.Doc): AgendaNode[] {
  const present = [...items(doc).entries()].filter(([, item]) => item.get("removed") !== true);
  const places = new Map(present.map(([id, item]) => [id, placeOf(item)]));
  const childrenOf = new Map<string | null, string[]>();
  for (const id of places.keys()) {
    const parent = soundParent(id, places);
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), id]);
  }
  const byOrder = (a: string, b: string) =>
    compare(places.get(a)?.order ?? "", places.get(b)?.order ?? "") || compare(a, b);
  const byId = new Map(present);
  const build = (parent: string | null, prefix: string, depth: number, from: number): AgendaNode[] => {
    let clock = from;
    return (childrenOf.get(parent) ?? []).sort(byOrder).map((id, index) => {
      const number = `${prefix}${index + 1}`;
      const fields = fieldsOf(byId.get(id));
      const children = build(id, `${number}.`, depth + 1, clock);
      const totalMinutes = Math.max(fields.durationMinutes, sum(children));
      const node = {
        id,
        parentId: parent,
        number,
        depth,
        startsAfterMinutes: clock,
        totalMinutes,
        children,
        ...fields,
      };
      clock += totalMinutes;
      return node;
    });
  };
  return build(null, "", 0, 0);
}

/** The tree's nodes in reading order. */
export function flattenAgenda(nodes: AgendaNode[]): AgendaNode[] {
  return nodes.flatMap((node) => [node, ...flattenAgenda(node.children)]);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sum = (nodes: AgendaNode[]) => nodes.reduce((total, node) => total + node.totalMinutes, 0);
const placeOf = (item: Item | undefined) => (item?.get("place") as Place | undefined) ?? { parent: null, order: "a0" };

function fieldsOf(item: Item | undefined): AgendaFields {
  const text = (field: string) => {
    const value = item?.get(field);
    return value instanceof Y.Text ? value.toJSON() : "";
  };
  return {
    title: text("title"),
    description: text("description"),
    presenter: (item?.get("presenter") as string | undefined) ?? "",
    durationMinutes: (item?.get("durationMinutes") as number | undefined) ?? 0,
  };
}

/** The parent, unless it is missing or the way up never ends. */
function soundParent(id: string, places: Map<string, Place>): string | null {
  const seen = new Set([id]);
  const parent = places.get(id)?.parent ?? null;
  for (let up = parent; up !== null; up = places.get(up)?.parent ?? null) {
    if (seen.has(up) || !places.has(up)) return null;
    seen.add(up);
  }
  return parent;
}

function orderAfter(doc: Y.Doc, parent: string | null, afterId?: string | null, moving?: string): string {
  const siblings = [...items(doc).entries()]
    .filter(([id, item]) => id !== moving && placeOf(item).parent === parent)
    .map(([id, item]) => ({ id, order: placeOf(item).order }))
    .sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id));
  const at = afterId === undefined ? siblings.length - 1 : siblings.findIndex(({ id }) => id === afterId);
  const left = siblings[at]?.order ?? null;
  const right = siblings.slice(at + 1).find(({ order }) => left === null || order > left)?.order ?? null;
  return generateKeyBetween(left, right);
}
