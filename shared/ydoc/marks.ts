// Marks on a paper: an authored collection. Keys are `PERSON/ULID`; a person writes only under their own, so a reply
// or a "đã giải quyết" is an entry of its own author that points at another entry.
import * as Y from "yjs";

export const marksRoot = "marks";

export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Where a mark lies: 8 numbers per quad in PDF user space, order TL TR BL BR. */
export interface Anchor {
  /** The paper's version it was made on, from 1. */
  version: number;
  /** From 0. */
  pageIndex: number;
  quads: number[];
  quote: Quote;
}

export interface NewHighlight extends Anchor {
  /** `#rrggbb` */
  colour: string;
  text: string;
}

export interface Reply {
  key: string;
  authorId: string;
  text: string;
  created: string;
  modified: string | null;
}

/** A highlight with what others answered. */
export interface Mark extends Anchor {
  key: string;
  authorId: string;
  colour: string;
  text: string;
  created: string;
  modified: string | null;
  /** Taken back by its author, kept because somebody answered. */
  removed: boolean;
  resolved: { by: string; at: string } | null;
  replies: Reply[];
}

type Entry = Y.Map<unknown>;
const entries = (doc: Y.Doc) => doc.getMap<Entry>(marksRoot);

/** The person under whose key an entry stands. */
export function authorOf(key: string): string {
  return key.slice(0, key.indexOf("/"));
}

/** Who writes, when, and the ULID of the new entry. */
export interface Stamp {
  personId: string;
  ulid: string;
  now: string;
}

function add(doc: Y.Doc, stamp: Stamp, fields: Record<string, unknown>, text?: string): string {
  const key = `${stamp.personId}/${stamp.ulid}`;
  const entry = new Y.Map<unknown>(Object.entries({ ...fields, created: stamp.now }));
  if (text !== undefined) entry.set("text", new Y.Text(text));
  entries(doc).set(key, entry);
  return key;
}

/** Adds a highlight and returns its key. */
export function addHighlight(doc: Y.Doc, stamp: Stamp, mark: NewHighlight): string {
  const { text, ...fields } = mark;
  return add(doc, stamp, { kind: "highlight", ...fields }, text);
}

/** Answers the highlight `target` and returns the reply's key. */
export function addReply(doc: Y.Doc, stamp: Stamp, target: string, text: string): string {
  return add(doc, stamp, { kind: "reply", target }, text);
}

/** Says that `target` is resolved or open again; the latest word counts. */
export function setStatus(doc: Y.Doc, stamp: Stamp, target: string, state: "resolved" | "open"): string {
  return add(doc, stamp, { kind: "status", target, state });
}

/** Replaces the text of one's own entry by changing only its differing middle. */
export function editText(doc: Y.Doc, key: string, next: string, now: string): void {
  const entry = entries(doc).get(key);
  const text = entry?.get("text");
  if (!entry || !(text instanceof Y.Text)) return;
  doc.transact(() => {
    replaceMiddle(text, next);
    entry.set("modified", now);
  });
}

/** Writes `next` into `text`, touching only what differs, so that concurrent words beside it stay. */
export function replaceMiddle(text: Y.Text, next: string): void {
  const before = text.toJSON();
  if (before === next) return;
  const limit = Math.min(before.length, next.length);
  let head = 0;
  while (head < limit && before[head] === next[head]) head++;
  let tail = 0;
  while (tail < limit - head && before[before.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
  text.delete(head, before.length - head - tail);
  text.insert(head, next.slice(head, next.length - tail));
}

/** Takes one's own entry back; with answers it becomes an empty tombstone. */
export function removeMark(doc: Y.Doc, key: string): void {
  const map = entries(doc);
  const entry = map.get(key);
  if (!entry) return;
  const answered = [...map.values()].some((other) => other.get("kind") === "reply" && other.get("target") === key);
  if (!answered) return void map.delete(key);
  doc.transact(() => {
    const text = entry.get("text");
    if (text instanceof Y.Text) text.delete(0, text.length);
    entry.set("removed", true);
  });
}

/** All highlights with their replies and state, by page and then by time. */
export function readMarks(doc: Y.Doc): Mark[] {
  const all = [...entries(doc).entries()].sort(([, a], [, b]) => (str(a, "created") < str(b, "created") ? -1 : 1));
  const marks = new Map<string, Mark>();
  for (const [key, entry] of all) if (entry.get("kind") === "highlight") marks.set(key, markOf(key, entry));
  for (const [key, entry] of all) {
    const mark = marks.get(str(entry, "target"));
    if (!mark) continue;
    if (entry.get("kind") === "reply") mark.replies.push(replyOf(key, entry));
    if (entry.get("kind") === "status") {
      mark.resolved = entry.get("state") === "resolved" ? { by: authorOf(key), at: str(entry, "created") } : null;
    }
  }
  return [...marks.values()]
    .filter((mark) => !mark.removed || mark.replies.length > 0)
    .sort((a, b) => a.pageIndex - b.pageIndex || (a.created < b.created ? -1 : 1));
}

const str = (entry: Entry, field: string) => (entry.get(field) as string | undefined) ?? "";
const textOf = (entry: Entry) => {
  const text = entry.get("text");
  return text instanceof Y.Text ? text.toJSON() : "";
};

function replyOf(key: string, entry: Entry): Reply {
  return {
    key,
    authorId: authorOf(key),
    text: textOf(entry),
    created: str(entry, "created"),
    modified: (entry.get("modified") as string | undefined) ?? null,
  };
}

function markOf(key: string, entry: Entry): Mark {
  return {
    ...replyOf(key, entry),
    version: entry.get("version") as number,
    pageIndex: entry.get("pageIndex") as number,
    quads: entry.get("quads") as number[],
    quote: entry.get("quote") as Quote,
    colour: str(entry, "colour"),
    removed: entry.get("removed") === true,
    resolved: null,
    replies: [],
  };
}
