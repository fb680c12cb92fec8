// What may be written at a place: keys and list content where they belong, plain bounded values, and the layout's schema.
import * as Y from "yjs";
import type { Layout, Written } from "../../../shared/ydoc/layout.ts";
import { kindOf, type Place } from "./place.ts";
import { refuse } from "./refusal.ts";

/** No layout is deeper than entry, field, words. */
const MAX_DEPTH = 8;
const MAX_VALUE_DEPTH = 12;
/** Longer than `PERSON/ULID` with the longest person id. */
const MAX_KEY_LENGTH = 128;
const hostileKeys = new Set(["__proto__", "constructor", "prototype"]);

/** @throws Refusal when the item's content may not stand at its place. */
export function checkContent(item: Y.Item, { holder, key }: Place, layout: Layout): void {
  const isKeyed = holder.kind === "map" || holder.kind === "element";
  if (key === null ? holder.kind === "map" : !isKeyed) refuse("doesNotFit", "key or list content in the wrong place");
  if (key !== null && (key.length > MAX_KEY_LENGTH || hostileKeys.has(key))) refuse("doesNotFit", "key");
  if (holder.path.length >= MAX_DEPTH) refuse("doesNotFit", "too deep");
  if (key !== null && item.rightOrigin) refuse("malformed", "map value with a right neighbour");
  if (item.content instanceof Y.ContentDeleted) return;
  const written = read(item.content, key);
  if (!layout.roots[holder.root]?.fits([...holder.path, key], written)) refuse("doesNotFit", "does not fit the layout");
}

function read(content: Y.AbstractContent, key: string | null): Written {
  if (content instanceof Y.ContentType) {
    const type = kindOf(content.type);
    if (type === "unknown") refuse("doesNotFit", "unknown type");
    return { is: "type", type };
  }
  if (content instanceof Y.ContentAny) {
    const values: unknown[] = content.arr;
    for (const value of values) checkValue(value, 0);
    if (key !== null && values.length !== 1) refuse("doesNotFit", "several values under one key");
    return { is: "value", value: values[0] };
  }
  if (content instanceof Y.ContentFormat) checkValue(content.value, 0);
  else if (!(content instanceof Y.ContentString)) refuse("doesNotFit", "kind of content");
  return { is: "words" };
}

function checkValue(value: unknown, depth: number): void {
  if (depth > MAX_VALUE_DEPTH) refuse("doesNotFit", "value too deep");
  if (typeof value === "number" && !Number.isFinite(value)) refuse("doesNotFit", "not a number");
  if (typeof value === "bigint" || value instanceof Uint8Array) refuse("doesNotFit", "kind of value");
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) refuse("doesNotFit", "prototype");
  for (const [key, inner] of Object.entries(value)) {
    if (hostileKeys.has(key)) refuse("doesNotFit", "key");
    checkValue(inner, depth + 1);
  }
}
