// Marks on a paper (rooms `annotations:PAPER` and `notes:PAPER:PERSON`): an authored collection. A reply or a
// "đã giải quyết" is an entry of its own author that points at another; nobody writes into another's entry.
import * as Y from "yjs";
import { z } from "zod";
import { authorOfKey, entriesRoot, isAuthoredKey, isoTime, type Layout } from "./layout.ts";

const MARKS = "marks";
/** A highlight over several full pages stays below this; each quad is 8 numbers. */
const MAX_QUAD_NUMBERS = 8 * 400;
const MAX_QUOTE_LENGTH = 20_000;
const MAX_CONTEXT_LENGTH = 500;

/** No page of a PDF reaches as far (14,400 units, scaled at most by ten); what does is meant to break a client. */
const MAX_COORDINATE = 144_000;

const quads = z
  .array(z.number().min(-MAX_COORDINATE).max(MAX_COORDINATE))
  .min(8)
  .max(MAX_QUAD_NUMBERS)
  .refine((numbers) => numbers.length % 8 === 0);
const quote = z.strictObject({
  exact: z.string().max(MAX_QUOTE_LENGTH),
  prefix: z.string().max(MAX_CONTEXT_LENGTH),
  suffix: z.string().max(MAX_CONTEXT_LENGTH),
});
const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const state = z.enum(["resolved", "open"]);

/** The text on which a highlight lies, with what stands around it. */
export type Quote = z.infer<typeof quote>;

export const marksLayout: Layout = {
  authored: true,
  roots: {
    [MARKS]: entriesRoot(isAuthoredKey, {
      kind: z.enum(["highlight", "reply", "status"]),
      created: isoTime,
      modified: isoTime,
      version: z.int().min(1),
      pageIndex: z.int().min(0).max(100_000),
      quads,
      quote,
      colour,
      text: "text",
      target: z.string().refine(isAuthoredKey),
      state,
      removed: z.literal(true),
    }),
  },
};

/** Where a highlight lies: quads of 8 numbers each, in PDF user space, corners in the order TL TR BL BR. */
export interface HighlightPlace {
  version: number;
  pageIndex: number;
  quads: number[];
  quote: Quote;
}

export interface Reply {
  key: string;
  author: string;
  created: string;
  modified: string | null;
  text: string;
  removed: boolean;
}

export interface Thread extends HighlightPlace {
  key: string;
  author: string;
  created: string;
  modified: string | null;
  colour: string;
  text: string;
  /** A tombstone: the mark is gone, its replies are still there. */
  removed: boolean;
  resolved: boolean;
  replies: Reply[];
}

/** The map of marks, for observing and undo. */
export function marksRoot(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap(MARKS);
}

/** The live words of a mark or reply, for binding to a field. */
export function markText(doc: Y.Doc, key: string): Y.Text | undefined {
  const text = marksRoot(doc).get(key)?.get("text");
  return text instanceof Y.Text ? text : undefined;
}

/** Makes the key of a new entry from its author and a ULID of the caller's making. */
export function markKey(personId: string, ulid: string): string {
  return `${personId}/${ulid}`;
}

/** Adds a highlight, with words or without. */
export function addHighlight(
  doc: Y.Doc,
  key: string,
  mark: HighlightPlace & { colour: string; created: string; text?: string },
): void {
  const { text, ...values } = mark;
  addEntry(doc, key, { kind: "highlight", ...values }, text ?? "");
}

/** Answers another entry. */
export function addReply(doc: Y.Doc, key: string, reply: { target: string; text: string; created: string }): void {
  addEntry(doc, key, { kind: "reply", target: reply.target, created: reply.created }, reply.text);
}

/** Says that a thread is resolved, or open again; the latest word of anybody counts. */
export function setStatus(
  doc: Y.Doc,
  key: string,
  status: { target: string; state: "resolved" | "open"; created: string },
): void {
  addEntry(doc, key, { kind: "status", ...status }, null);
}

/** Replaces the words of one's own entry, touching only what differs so that a cursor elsewhere stays. */
export function editText(doc: Y.Doc, key: string, text: string, modified: string): void {
  const entry = marksRoot(doc).get(key);
  const live = markText(doc, key);
  if (!entry || !live) return;
  doc.transact(() => {
    replaceWords(live, text);
    entry.set("modified", modified);
  });
}

/** Changes the colour of one's own highlight. */
export function setColour(doc: Y.Doc, key: string, value: string, modified: string): void {
  doc.transact(() => {
    marksRoot(doc).get(key)?.set("colour", value);
    marksRoot(doc).get(key)?.set("modified", modified);
  });
}

/** Removes one's own entry; with replies of anybody it becomes an empty tombstone so that they keep their place. */
export function removeMark(doc: Y.Doc, key: string): void {
  const entry = marksRoot(doc).get(key);
  if (!entry) return;
  doc.transact(() => {
    if (!hasReplies(doc, key)) {
      marksRoot(doc).delete(key);
      return;
    }
    const text = markText(doc, key);
    text?.delete(0, text.length);
    entry.set("removed", true);
  });
}

/** Reads all threads in order of page, then of making; what is incomplete or points at nothing is left out. */
export function readMarks(doc: Y.Doc): Thread[] {
  const threads = new Map<string, Thread>();
  const others: { key: string; entry: Y.Map<unknown> }[] = [];
  for (const [key, entry] of marksRoot(doc)) {
    if (!(entry instanceof Y.Map)) continue;
    if (entry.get("kind") !== "highlight") others.push({ key, entry });
    else {
      const thread = readHighlight(key, entry);
      if (thread) threads.set(key, thread);
    }
  }
  attachReplies(threads, others);
  attachStatus(threads, others);
  return [...threads.values()].sort(
    (a, b) => a.pageIndex - b.pageIndex || compare(a.created, b.created) || compare(a.key, b.key),
  );
}

const highlight = z.object({ version: z.number(), pageIndex: z.number(), quads, quote, colour, created: z.string() });

function readHighlight(key: string, entry: Y.Map<unknown>): Thread | null {
  const author = authorOfKey(key);
  const values = highlight.safeParse(
    Object.fromEntries(Object.keys(highlight.shape).map((name) => [name, entry.get(name)])),
  );
  if (!values.success || author === null) return null;
  return { ...values.data, ...readCommon(entry), key, author, resolved: false, replies: [] };
}

function readCommon(entry: Y.Map<unknown>): { text: string; modified: string | null; removed: boolean } {
  const text = entry.get("text");
  const modified = entry.get("modified");
  return {
    text: text instanceof Y.Text ? text.toJSON() : "",
    modified: typeof modified === "string" ? modified : null,
    removed: entry.get("removed") === true,
  };
}

function attachReplies(threads: ReadonlyMap<string, Thread>, others: { key: string; entry: Y.Map<unknown> }[]): void {
  const targets = new Map(others.map(({ key, entry }) => [key, entry.get("target")]));
  for (const { key, entry } of others) {
    const thread = threads.get(threadKey(targets, key));
    const author = authorOfKey(key);
    const created = entry.get("created");
    if (entry.get("kind") !== "reply" || !thread || author === null || typeof created !== "string") continue;
    thread.replies.push({ key, author, created, ...readCommon(entry) });
  }
  for (const thread of threads.values())
    thread.replies.sort((a, b) => compare(a.created, b.created) || compare(a.key, b.key));
}

/** Follows a reply to a reply up to its highlight; a ring of replies ends where it began. */
function threadKey(targets: ReadonlyMap<string, unknown>, key: string): string {
  const seen = new Set<string>();
  let at = key;
  for (let up = targets.get(at); typeof up === "string" && !seen.has(up); up = targets.get(at)) {
    seen.add(up);
    at = up;
  }
  return at;
}

function attachStatus(threads: ReadonlyMap<string, Thread>, others: { key: string; entry: Y.Map<unknown> }[]): void {
  const statuses = others.filter(({ entry }) => entry.get("kind") === "status");
  const time = (entry: Y.Map<unknown>) => String(entry.get("created"));
  statuses.sort((a, b) => compare(time(a.entry), time(b.entry)) || compare(a.key, b.key));
  for (const { entry } of statuses) {
    const thread = threads.get(String(entry.get("target")));
    if (thread) thread.resolved = entry.get("state") === "resolved";
  }
}

function addEntry(doc: Y.Doc, key: string, values: Record<string, unknown>, text: string | null): void {
  doc.transact(() => {
    const entry = new Y.Map<unknown>(Object.entries(values));
    if (text !== null) entry.set("text", new Y.Text(text));
    marksRoot(doc).set(key, entry);
  });
}

function hasReplies(doc: Y.Doc, key: string): boolean {
  for (const entry of marksRoot(doc).values()) {
    if (entry.get("kind") === "reply" && entry.get("target") === key) return true;
  }
  return false;
}

function replaceWords(live: Y.Text, text: string): void {
  const old = live.toJSON();
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < old.length - start && end < text.length - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  live.delete(start, old.length - start - end);
  live.insert(start, text.slice(start, text.length - end));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
