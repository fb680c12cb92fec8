// The agenda of a meeting (room `meeting:ID`): items in a tree, their words, and the tree read from them.
// An item's place is ONE value, so moving is one write; a cycle made by two moves at once is undone by the reading alone.
import { generateKeyBetween } from "fractional-indexing";
import * as Y from "yjs";
import { z } from "zod";
import { entriesRoot, isPlainId, plainId, textRoot, type Layout } from "./layout.ts";

const AGENDA = "agenda";
const NOTES = "notes";
/** A whole day: nothing on an agenda lasts longer. */
const MAX_DURATION_MINUTES = 1440;
/** Fractional keys grow by a letter in about sixty insertions at one spot; this is far beyond any agenda. */
const MAX_ORDER_LENGTH = 200;

const order = z
  .string()
  .min(1)
  .max(MAX_ORDER_LENGTH)
  .regex(/^[0-9A-Za-z]+$/);
const place = z.strictObject({ parent: plainId.nullable(), order });
const duration = z.int().min(0).max(MAX_DURATION_MINUTES);

export type AgendaPlace = z.infer<typeof place>;

export const meetingLayout: Layout = {
  authored: false,
  roots: {
    [AGENDA]: entriesRoot(isPlainId, {
      title: "text",
      description: "text",
      presenter: z.string().max(200),
      durationMinutes: duration,
      place,
      removed: z.literal(true),
    }),
    [NOTES]: textRoot(),
  },
};

export interface AgendaItem {
  id: string;
  title: string;
  description: string;
  presenter: string;
  durationMinutes: number;
  place: AgendaPlace;
  /** "1", "1.2": computed from the tree, never stored. */
  number: string;
  /** When it begins if everything before it lasts as planned; ISO 8601 UTC. */
  startsAt: string;
  children: AgendaItem[];
}

/** Where to put an item: under which parent, and directly after which of its children (null: first). */
export interface AgendaTarget {
  parent: string | null;
  after: string | null;
}

/** The map of agenda items, for observing and undo. */
export function agendaRoot(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap(AGENDA);
}

/** The live title of an item, for binding to a field; undefined when the item does not exist. */
export function agendaTitle(doc: Y.Doc, id: string): Y.Text | undefined {
  return textOf(doc, id, "title");
}

/** The live description of an item. */
export function agendaDescription(doc: Y.Doc, id: string): Y.Text | undefined {
  return textOf(doc, id, "description");
}

/** Adds an item with an id of the caller's making; without a target at the end of the top level. */
export function addItem(
  doc: Y.Doc,
  item: { id: string; title: string; description?: string; presenter?: string; durationMinutes?: number },
  target?: AgendaTarget,
): void {
  doc.transact(() => {
    const entry = new Y.Map<unknown>();
    entry.set("title", new Y.Text(item.title));
    entry.set("description", new Y.Text(item.description ?? ""));
    entry.set("presenter", item.presenter ?? "");
    entry.set("durationMinutes", item.durationMinutes ?? 0);
    entry.set("place", placeAt(doc, target ?? endOf(doc, null), item.id));
    agendaRoot(doc).set(item.id, entry);
  });
}

/** Moves an item in one write. Moving it under itself or its own descendant does nothing and gives false. */
export function moveItem(doc: Y.Doc, id: string, target: AgendaTarget): boolean {
  const entry = agendaRoot(doc).get(id);
  if (!entry || isInside(doc, target.parent, id)) return false;
  entry.set("place", placeAt(doc, target, id));
  return true;
}

/** Hides an item and what is under it. Words typed in it meanwhile stay and come back with it. */
export function removeItem(doc: Y.Doc, id: string): void {
  agendaRoot(doc).get(id)?.set("removed", true);
}

/** Brings a removed item back to its place. */
export function restoreItem(doc: Y.Doc, id: string): void {
  agendaRoot(doc).get(id)?.delete("removed");
}

/** Sets who presents an item. */
export function setPresenter(doc: Y.Doc, id: string, presenter: string): void {
  agendaRoot(doc).get(id)?.set("presenter", presenter);
}

/** Sets how long an item is planned to last, rounded and kept within a day. */
export function setDuration(doc: Y.Doc, id: string, minutes: number): void {
  const whole = Math.min(MAX_DURATION_MINUTES, Math.max(0, Math.round(minutes)));
  agendaRoot(doc).get(id)?.set("durationMinutes", whole);
}

/**
 * Reads the tree with numbers and computed start times. Rules: AG1 siblings go by order key, then id. AG2 an item whose
 * parent is missing stands at the top. AG3 of a cycle, the item with the smallest id stands at the top. AG4 what is under
 * a removed item is not shown. AG5 an item with children lasts as long as the longer of its own time and theirs together.
 */
export function readAgendaTree(doc: Y.Doc, startsAt: string): AgendaItem[] {
  const flat = readItems(doc);
  const parents = parentsOf(flat);
  const children = new Map<string | null, FlatItem[]>();
  for (const item of flat.values()) {
    const parent = parents.get(item.id) ?? null;
    children.set(parent, [...(children.get(parent) ?? []), item]);
  }
  return buildLevel(children, null, "", Date.parse(startsAt)).items;
}

/** The removed items, newest reading of their words, for bringing back. */
export function readRemovedItems(doc: Y.Doc): { id: string; title: string }[] {
  return [...readItems(doc).values()].filter((item) => item.removed).map(({ id, title }) => ({ id, title }));
}

type FlatItem = Omit<AgendaItem, "number" | "startsAt" | "children"> & { removed: boolean };

function readItems(doc: Y.Doc): Map<string, FlatItem> {
  const items = new Map<string, FlatItem>();
  for (const [id, entry] of agendaRoot(doc)) if (entry instanceof Y.Map) items.set(id, readItem(id, entry));
  return items;
}

function readItem(id: string, entry: Y.Map<unknown>): FlatItem {
  const minutes = duration.safeParse(entry.get("durationMinutes"));
  const where = place.safeParse(entry.get("place"));
  const presenter = entry.get("presenter");
  return {
    id,
    title: wordsOf(entry.get("title")),
    description: wordsOf(entry.get("description")),
    presenter: typeof presenter === "string" ? presenter : "",
    durationMinutes: minutes.success ? minutes.data : 0,
    place: where.success ? where.data : { parent: null, order: "a0" },
    removed: entry.get("removed") === true,
  };
}

/** The parent under which each item is shown: AG2 and AG3. */
function parentsOf(flat: ReadonlyMap<string, FlatItem>): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  for (const { id, place } of flat.values())
    parents.set(id, place.parent !== null && flat.has(place.parent) ? place.parent : null);
  for (const id of [...flat.keys()].sort()) {
    const seen = new Set<string>();
    let up: string | null = id;
    while (up !== null && !seen.has(up)) {
      seen.add(up);
      up = parents.get(up) ?? null;
    }
    if (up === id) parents.set(id, null);
  }
  return parents;
}

function buildLevel(
  children: ReadonlyMap<string | null, FlatItem[]>,
  parent: string | null,
  prefix: string,
  startMs: number,
): { items: AgendaItem[]; endMs: number } {
  const items: AgendaItem[] = [];
  let at = startMs;
  for (const { removed, ...item } of (children.get(parent) ?? []).sort(bySiblingOrder)) {
    if (removed) continue;
    const number = `${prefix}${items.length + 1}`;
    const below = buildLevel(children, item.id, `${number}.`, at);
    items.push({ ...item, number, startsAt: new Date(at).toISOString(), children: below.items });
    at = Math.max(below.endMs, at + item.durationMinutes * 60_000);
  }
  return { items, endMs: at };
}

function bySiblingOrder(a: FlatItem, b: FlatItem): number {
  if (a.place.order !== b.place.order) return a.place.order < b.place.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function siblings(doc: Y.Doc, parent: string | null, except: string): FlatItem[] {
  return [...readItems(doc).values()]
    .filter((item) => item.place.parent === parent && item.id !== except)
    .sort(bySiblingOrder);
}

function endOf(doc: Y.Doc, parent: string | null): AgendaTarget {
  return { parent, after: siblings(doc, parent, "").at(-1)?.id ?? null };
}

function placeAt(doc: Y.Doc, target: AgendaTarget, id: string): AgendaPlace {
  const around = siblings(doc, target.parent, id);
  const index = target.after === null ? 0 : around.findIndex((item) => item.id === target.after) + 1;
  const before = around[index - 1]?.place.order ?? null;
  // Two people may have made the same key at once; the next different one keeps the new key strictly between.
  const next = around.slice(index).find((item) => before === null || item.place.order > before)?.place.order ?? null;
  return { parent: target.parent, order: generateKeyBetween(before, next) };
}

function isInside(doc: Y.Doc, start: string | null, id: string): boolean {
  const flat = readItems(doc);
  const seen = new Set<string>();
  for (let up = start; up !== null && !seen.has(up); up = flat.get(up)?.place.parent ?? null) {
    if (up === id) return true;
    seen.add(up);
  }
  return false;
}

function textOf(doc: Y.Doc, id: string, field: "title" | "description"): Y.Text | undefined {
  const text = agendaRoot(doc).get(id)?.get(field);
  return text instanceof Y.Text ? text : undefined;
}

function wordsOf(text: unknown): string {
  return text instanceof Y.Text ? text.toJSON() : "";
}
