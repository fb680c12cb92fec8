// The rooms that are attacked: what honest people write there, and what an attacker would aim at.
import * as Y from "yjs";
import type { RoomKind } from "../../../shared/protocol/sync.ts";
import { addHighlight, markKey } from "../../../shared/ydoc/marks.ts";

/** Where an honest person's words lie. */
export interface Victim {
  client: number;
  /** The clock at which the victim writes next. */
  clock: number;
  /** A client that was seen in presence only. */
  reader: number;
  /** The map item of the victim's entry, and the first letters in its text. */
  entry: readonly [number, number];
  letters: readonly [number, number];
}

export interface Target {
  kind: RoomKind;
  root: string;
  /** Everybody writes only under their own keys. */
  authored: boolean;
  keyOf(person: string, n: number): string;
  /** The field that holds a text, and one that holds a plain value with a good one. */
  textField: string;
  valueField: readonly [name: string, good: unknown];
  /** An honest entry. */
  write(doc: Y.Doc, person: string, n: number): Y.Map<unknown>;
}

export const ulidOf = (n: number) => `01ARZ3NDEKTSV4RRFFQ69G${String(n).padStart(4, "0")}`;

const marks: Target = {
  kind: "annotations",
  root: "marks",
  authored: true,
  keyOf: (person, n) => markKey(person, ulidOf(n)),
  textField: "text",
  valueField: ["pageIndex", 3],
  write(doc, person, n) {
    const quote = { exact: "a", prefix: "", suffix: "" };
    const place = { version: 1, pageIndex: n, quads: [0, 0, 1, 0, 0, 1, 1, 1], quote };
    const created = "2026-06-18T01:00:00.000Z";
    addHighlight(doc, this.keyOf(person, n), { ...place, colour: "#ffd54f", text: `ý kiến ${n}`, created });
    return entryOf(this, doc, person, n);
  },
};

const agenda: Target = {
  kind: "meeting",
  root: "agenda",
  authored: false,
  keyOf: (person, n) => `${person}-${n}`,
  textField: "title",
  valueField: ["durationMinutes", 15],
  write(doc, person, n) {
    const fields: [string, unknown][] = [
      ["presenter", person],
      ["durationMinutes", n],
      ["place", { parent: null, order: `a${n}` }],
      ["title", new Y.Text(`Mục ${n}`)],
    ];
    const entry = new Y.Map<unknown>(fields);
    doc.getMap(this.root).set(this.keyOf(person, n), entry);
    return entry;
  },
};

/** The rooms in which several people write. */
export const targets = { annotations: marks, meeting: agenda } as const;

/** The rooms in which no client writes: the floor and the inboxes belong to the server, drafts and amendments have no layout yet. */
export const closedTargets: readonly Target[] = [
  { ...marks, kind: "floor", root: "floor", authored: false, keyOf: () => "stage" },
  { ...marks, kind: "inbox", root: "inbox", authored: false, keyOf: () => "recalls" },
  { ...agenda, kind: "draft", root: "provisions" },
  { ...marks, kind: "amendments", root: "items" },
];

export function entryOf(target: Target, doc: Y.Doc, person: string, n: number): Y.Map<unknown> {
  const entry = doc.getMap(target.root).get(target.keyOf(person, n));
  if (!(entry instanceof Y.Map)) throw new Error("no such entry");
  return entry;
}

export function textOf(target: Target, doc: Y.Doc, person: string, n: number): Y.Text {
  return entryOf(target, doc, person, n).get(target.textField) as Y.Text; // the targets write it so
}

/** Finds what to aim at in the first entry of a person. */
export function victimIn(target: Target, doc: Y.Doc, person: string, reader: number): Victim {
  const text = textOf(target, doc, person, 1);
  const entry = entryOf(target, doc, person, 1)._item?.id;
  const letters = text._start?.id;
  if (!entry || !letters) throw new Error("nothing to aim at");
  const { client } = letters;
  return {
    client,
    clock: Y.getState(doc.store, client),
    reader,
    entry: [entry.client, entry.clock],
    letters: [letters.client, letters.clock],
  };
}
