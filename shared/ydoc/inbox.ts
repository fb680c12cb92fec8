// The inbox of a person (room `inbox:PERSON`): what tells their devices that there is something to fetch. Only the person
// reads it, only the server writes it.
import type * as Y from "yjs";
import { z } from "zod";
import { valuesRoot, type Layout } from "./layout.ts";

const INBOX = "inbox";
const RECALLS = "recalls";

const counter = z.int().min(0);

export type Inbox = {
  /** Grows with every recall and every lifting that concerns the person; `GET /api/recalls` says which. */
  recalls: number;
};

export const inboxLayout: Layout = {
  authored: false,
  roots: { [INBOX]: valuesRoot((key) => (key === RECALLS ? counter : null)) },
};

/** Reads the inbox; what has not been written yet is 0. */
export function readInbox(doc: Y.Doc): Inbox {
  const recalls = counter.safeParse(doc.getMap(INBOX).get(RECALLS));
  return { recalls: recalls.success ? recalls.data : 0 };
}

/** Writes the inbox when it differs: an unchanged one makes no update. */
export function writeInbox(doc: Y.Doc, { recalls }: Inbox): void {
  if (readInbox(doc).recalls !== recalls) doc.getMap(INBOX).set(RECALLS, recalls);
}
