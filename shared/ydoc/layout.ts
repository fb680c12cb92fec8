// What the layout of a shared document is: named roots, and for each place below them what may be written there.
// The gate asks `fits` for every new item before it is applied, so a check must be cheap and must not throw.
import { z } from "zod";

/** The kinds of shared types a document may hold. */
export type TypeKind = "map" | "array" | "text" | "element" | "fragment" | "xmlText";

/** What is written at a place: a shared type, a plain value, words inside a text, or what was there and is deleted. */
export type Written =
  { is: "type"; type: TypeKind } | { is: "value"; value: unknown } | { is: "words" } | { is: "deleted" };

/** The keys from below the root down to the place; null stands for list content (a text's words). */
export type Path = readonly (string | null)[];

export interface RootLayout {
  kind: "map" | "text";
  fits(path: Path, written: Written): boolean;
}

export interface Layout {
  /** True when keys are `PERSON/ULID` and everybody writes only under their own. */
  authored: boolean;
  roots: Readonly<Record<string, RootLayout>>;
}

/** One field of an entry: a text of its own, or a plain value with its schema. */
export type Field = "text" | z.ZodType;

const idPattern = /^[A-Za-z0-9_-]{1,64}$/;
/** Ids of people, papers, items: ULIDs or what else fits a URL unescaped. */
export const plainId = z.string().regex(idPattern);
export const isoTime = z.iso.datetime();

const AUTHORED_KEY = /^([A-Za-z0-9_-]{1,64})\/[0-9A-HJKMNP-TV-Z]{26}$/;

/** The person to whom an authored entry's key belongs, or null when the key is none. */
export function authorOfKey(key: string): string | null {
  return AUTHORED_KEY.exec(key)?.[1] ?? null;
}

/** A root that is one text. */
export function textRoot(): RootLayout {
  return { kind: "text", fits: (path, written) => path.length === 1 && path[0] === null && areWords(written) };
}

/** A root map of entries, each a Y.Map with the given fields. */
export function entriesRoot(isKey: (key: string) => boolean, fields: Readonly<Record<string, Field>>): RootLayout {
  return { kind: "map", fits: (path, written) => fitsEntry(isKey, fields, path, written) };
}

/** A root map of plain values under any key that `isKey` accepts. */
export function valuesRoot(schemaOf: (key: string) => z.ZodType | null): RootLayout {
  return {
    kind: "map",
    fits: ([key, ...deeper], written) =>
      typeof key === "string" && deeper.length === 0 && fitsValue(schemaOf(key), written),
  };
}

/** Whether a key is a plain id. */
export function isPlainId(key: string): boolean {
  return idPattern.test(key);
}

/** Whether a key is `PERSON/ULID`. */
export function isAuthoredKey(key: string): boolean {
  return AUTHORED_KEY.test(key);
}

function fitsEntry(
  isKey: (key: string) => boolean,
  fields: Readonly<Record<string, Field>>,
  path: Path,
  written: Written,
): boolean {
  const [key, name, inside] = path;
  if (typeof key !== "string" || !isKey(key)) return false;
  if (path.length === 1) return written.is === "deleted" || (written.is === "type" && written.type === "map");
  if (typeof name !== "string" || !Object.hasOwn(fields, name)) return false;
  const field = fields[name];
  if (path.length === 3) return field === "text" && inside === null && areWords(written);
  if (path.length !== 2 || field === undefined) return false;
  if (field !== "text") return fitsValue(field, written);
  return written.is === "deleted" || (written.is === "type" && written.type === "text");
}

function areWords(written: Written): boolean {
  return written.is === "words" || written.is === "deleted";
}

function fitsValue(schema: z.ZodType | null, written: Written): boolean {
  if (!schema) return false;
  return written.is === "deleted" || (written.is === "value" && schema.safeParse(written.value).success);
}
