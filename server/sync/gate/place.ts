// Where a new item will lie, found without applying it: the same derivation as Item.getMissing of Yjs 13.6.
import * as Y from "yjs";
import { authorOfKey, type Layout, type TypeKind } from "../../../shared/ydoc/layout.ts";
import type { Struct } from "./decode.ts";
import { refuse } from "./refusal.ts";

/** The type that holds children: its root, the keys down to it, and what it is. */
export interface Holder {
  root: string;
  path: (string | null)[];
  kind: TypeKind | "unknown";
}

export interface Place {
  holder: Holder;
  key: string | null;
}

/** Inside something collected: Yjs makes a GC struct of it and nobody ever sees it. */
export const NOWHERE = Symbol("nowhere");
export type Location = Place | typeof NOWHERE;

export interface PlaceFinder {
  find(id: Y.ID): Struct;
  placeOf(struct: Struct): Location;
}

const kinds: [abstract new (...args: never[]) => unknown, TypeKind][] = [
  [Y.XmlElement, "element"],
  [Y.XmlText, "xmlText"],
  [Y.XmlFragment, "fragment"],
  [Y.Map, "map"],
  [Y.Array, "array"],
  [Y.Text, "text"],
];

/** What a shared type is; a subclass comes before what it extends, and XmlHook, which nobody uses, is unknown. */
export function kindOf(type: unknown): TypeKind | "unknown" {
  if (type instanceof Y.XmlHook) return "unknown";
  return kinds.find(([constructor]) => type instanceof constructor)?.[1] ?? "unknown";
}

/** Where an item that is already in the document lies. */
export function placeOfKnown(struct: Struct): Location {
  if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return NOWHERE;
  return { holder: holderOf(struct.parent), key: struct.parentSub };
}

/** @throws Refusal for an unknown root or a missing parent. */
export function locate(item: Y.Item, finder: PlaceFinder, layout: Layout): Location {
  const left = item.origin && finder.find(item.origin);
  const right = item.rightOrigin && finder.find(item.rightOrigin);
  const isCollected = (struct: Struct) => struct instanceof Y.GC || finder.placeOf(struct) === NOWHERE;
  if ((left && isCollected(left)) || (right && isCollected(right))) return NOWHERE;
  const neighbour = left ?? right;
  if (neighbour) return finder.placeOf(neighbour);
  const parent: unknown = item.parent;
  if (typeof parent === "string") return inRoot(parent, item.parentSub, layout);
  if (!(parent instanceof Y.ID)) refuse("malformed", "no parent");
  const above = finder.find(parent);
  const up = finder.placeOf(above);
  if (up === NOWHERE || !(above instanceof Y.Item) || !(above.content instanceof Y.ContentType)) return NOWHERE;
  const { root, path } = up.holder;
  return { holder: { root, path: [...path, up.key], kind: kindOf(above.content.type) }, key: item.parentSub };
}

/** Whether in an authored collection the entry at a place belongs to the person. */
export function isOwn(place: Location, personId: string): boolean {
  if (place === NOWHERE) return true;
  const key = place.holder.path.length > 0 ? place.holder.path[0] : place.key;
  return typeof key === "string" && authorOfKey(key) === personId;
}

function inRoot(name: string, key: string | null, layout: Layout): Place {
  const root = Object.hasOwn(layout.roots, name) ? layout.roots[name] : undefined;
  if (!root) refuse("doesNotFit", "unknown root");
  return { holder: { root: name, path: [], kind: root.kind }, key };
}

// Places never change in Yjs, so a live type is walked once.
const known = new WeakMap<object, Holder>();

function holderOf(type: Y.AbstractType<unknown>): Holder {
  const before = known.get(type);
  if (before) return before;
  const item = type._item;
  const up = item?.parent instanceof Y.AbstractType ? holderOf(item.parent as Y.AbstractType<unknown>) : null;
  const holder: Holder =
    item && up
      ? { root: up.root, path: [...up.path, item.parentSub], kind: kindOf(type) }
      : { root: Y.findRootTypeKey(type), path: [], kind: kindOf(type) };
  known.set(type, holder);
  return holder;
}
