// Whether the content of a new item may stand where it lies: key, kind, author, value and the room's schema.
import * as Y from "yjs";
import { authorOfKey, type Layout, type Written } from "../../shared/ydoc/layout.ts";
import { kindOf, type Place } from "./gate-places.ts";
import { limits } from "./limits.ts";
import { Refused } from "./refused.ts";

/** Keys that mean something else to JavaScript objects. */
const BAD_KEYS = new Set(["__proto__", "constructor", "prototype"]);
const wrong = (reason: string) => new Refused("doesNotFit", reason);

/** Whether, in an authored collection, the place lies under the person's own keys. */
export function isOwnPlace(place: Place, personId: string): boolean {
  if (place.gone) return true;
  const key = place.holder.path.length > 0 ? place.holder.path[0] : place.key;
  return typeof key === "string" && authorOfKey(key) === personId;
}

/** @throws {Refused} when the item may not stand at its place. */
export function checkContent(item: Y.Item, place: Place, layout: Layout, personId: string): void {
  if (place.gone) return;
  const { holder, key } = place;
  if (key === null ? holder.kind === "map" : !isGoodKey(key) || holder.kind === "text")
    throw wrong("key or list content where it does not belong");
  if (holder.path.length >= limits.depth) throw wrong("too deep");
  if (layout.authored && !isOwnPlace(place, personId)) throw new Refused("notAllowed", "words of another");
  if (item.rightOrigin && key !== null) throw new Refused("malformed", "map value with a right neighbour");
  if (!layout.roots[holder.root]?.fits([...holder.path, key], writtenBy(item, key)))
    throw wrong("does not fit the schema");
}

const isGoodKey = (key: string) => key.length <= limits.keyLength && !BAD_KEYS.has(key);

function writtenBy(item: Y.Item, key: string | null): Written {
  const { content } = item;
  if (content instanceof Y.ContentDeleted) return { is: "deleted" };
  if (content instanceof Y.ContentType) {
    if (content.type instanceof Y.XmlHook) throw wrong("kind of type");
    return { is: "type", type: kindOf(content.type) };
  }
  if (content instanceof Y.ContentString) return { is: "words" };
  if (content instanceof Y.ContentAny) {
    const values: unknown[] = content.arr;
    for (const value of values) checkValue(value, 0);
    if (key === null || values.length !== 1) throw wrong("several values under one key");
    return { is: "value", value: values[0] };
  }
  throw wrong("kind of content"); // subdocuments, binary, formats, embeds, legacy JSON
}

function checkValue(value: unknown, depth: number): void {
  if (depth > limits.valueDepth) throw wrong("value too deep");
  if (typeof value === "number" && !Number.isFinite(value)) throw wrong("not a number");
  if (typeof value === "bigint" || value instanceof Uint8Array) throw wrong("kind of value");
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) throw wrong("prototype");
  for (const [key, inner] of Object.entries(value)) {
    if (BAD_KEYS.has(key)) throw wrong("key");
    checkValue(inner, depth + 1);
  }
}
