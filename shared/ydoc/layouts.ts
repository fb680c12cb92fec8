// The layout of every room: its roots, whether it is an authored collection, and which content may stand where.
// The gate of the server asks these before an update is applied; docs/wire.md publishes them.
import type { RoomKind } from "../protocol/sync.ts";
import { agendaRoots } from "./agenda.ts";
import { floorRoots } from "./floor.ts";
import { marksRoot } from "./marks.ts";

/** Raised when a layout changes in a way that older clients cannot write. */
export const SCHEMA_VERSION = 1;

/** What is put under a key: a shared type, characters of a text, or a plain value. */
export type Content =
  { is: "type"; type: "map" | "text" | "array" | "xml" } | { is: "characters" } | { is: "value"; value: unknown };

/** Whether `content` may stand at `path`, which begins with the first key under the root. */
type Check = (path: readonly (string | null)[], content: Content) => boolean;

export interface Root {
  kind: "map" | "text";
  check: Check;
}

export interface Layout {
  /** Keys are `PERSON/ULID` and each person writes only under their own. */
  authored: boolean;
  roots: Readonly<Record<string, Root>>;
}

const isString = (max: number) => (value: unknown) => typeof value === "string" && value.length <= max;
const isInteger = (min: number, max: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
const isInstant = (value: unknown) => typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(value);
const isOneOf =
  (...options: string[]) =>
  (value: unknown) =>
    options.includes(value as string);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** 100 lines of selected text are more than a page. */
const QUADS_MAX = 100 * 8;
const isQuads = (value: unknown) =>
  Array.isArray(value) && value.length <= QUADS_MAX && value.length % 8 === 0 && value.every(Number.isFinite);
const isQuote = (value: unknown) =>
  isRecord(value) &&
  Object.keys(value).every((key) => ["exact", "prefix", "suffix"].includes(key)) &&
  ["exact", "prefix", "suffix"].every((key) => isString(5000)(value[key]));
const isPlace = (value: unknown) =>
  isRecord(value) &&
  Object.keys(value).length === 2 &&
  (value["parent"] === null || isString(64)(value["parent"])) &&
  isString(200)(value["order"]);

type Fields = Readonly<Record<string, "text" | ((value: unknown) => boolean)>>;

/** A map of entries, each a map of known fields. */
function entries(fields: Fields, isKey: (key: string) => boolean): Check {
  return ([key, field, ...deeper], content) => {
    if (typeof key !== "string" || !isKey(key)) return false;
    if (field === undefined) return content.is === "type" && content.type === "map";
    if (field === null || !Object.hasOwn(fields, field)) return false;
    const rule = fields[field];
    if (rule === "text")
      return deeper.length === 0 ? content.is === "type" && content.type === "text" : isTyped(deeper, content);
    return deeper.length === 0 && content.is === "value" && rule !== undefined && rule(content.value);
  };
}

/** Characters inside a text have no key of their own. */
const isTyped = (deeper: readonly (string | null)[], content: Content) =>
  deeper.length === 1 && deeper[0] === null && content.is === "characters";

const isEntryKey = (key: string) => /^[A-Za-z0-9_-]{1,64}\/[0-9A-HJKMNP-TV-Z]{26}$/.test(key);
const isItemKey = (key: string) => /^[A-Za-z0-9_-]{1,64}$/.test(key);
const never: Check = () => false;

const marks: Layout = {
  authored: true,
  roots: {
    [marksRoot]: {
      kind: "map",
      check: entries(
        {
          kind: isOneOf("highlight", "reply", "status"),
          created: isInstant,
          modified: isInstant,
          version: isInteger(1, 100_000),
          pageIndex: isInteger(0, 20_000),
          quads: isQuads,
          quote: isQuote,
          colour: (value) => typeof value === "string" && /^#[0-9a-f]{6}$/.test(value),
          text: "text",
          target: (value) => typeof value === "string" && isEntryKey(value),
          state: isOneOf("resolved", "open"),
          removed: (value) => value === true,
        },
        isEntryKey,
      ),
    },
  },
};

/** Layout of each kind of room. */
export const layouts: Readonly<Record<RoomKind, Layout>> = {
  meeting: {
    authored: false,
    roots: {
      [agendaRoots.agenda]: {
        kind: "map",
        check: entries(
          {
            title: "text",
            description: "text",
            presenter: isString(200),
            durationMinutes: isInteger(0, 1440),
            place: isPlace,
            removed: (value) => value === true,
          },
          isItemKey,
        ),
      },
      [agendaRoots.notes]: { kind: "text", check: (path, content) => isTyped(path, content) },
    },
  },
  floor: {
    authored: false,
    roots: {
      [floorRoots.facts]: { kind: "map", check: never },
      [floorRoots.attendance]: { kind: "map", check: never },
    },
  },
  annotations: marks,
  notes: marks,
  draft: { authored: false, roots: { provisions: { kind: "map", check: never } } },
  amendments: { authored: true, roots: { items: { kind: "map", check: never } } },
};

/** Whether `key` is an entry of `personId` in an authored collection. */
export function isOwnKey(key: unknown, personId: string): boolean {
  return typeof key === "string" && isEntryKey(key) && key.slice(0, key.indexOf("/")) === personId;
}
