// The floor of a meeting (room `floor:ID`): what everybody sees at the same moment. Only the server writes it.
import type * as Y from "yjs";
import { z } from "zod";
import { isPlainId, isoTime, plainId, valuesRoot, type Layout } from "./layout.ts";

const FLOOR = "floor";
const ATTENDANCE = "attendance";

const counter = z.int().min(0);
const fields = {
  stage: z.string().max(64),
  startedAt: isoTime.nullable(),
  currentItemId: plainId.nullable(),
  itemStartedAt: isoTime.nullable(),
  presentation: z
    .strictObject({ paperId: plainId, pageIndex: z.int().min(0), presenterId: plainId, at: isoTime })
    .nullable(),
  revision: z.strictObject({ meeting: counter, papers: counter, participants: counter }),
};

const floorSchema = z.object(fields).partial();
export type Floor = {
  stage: string;
  startedAt: string | null;
  currentItemId: string | null;
  itemStartedAt: string | null;
  presentation: z.infer<typeof fields.presentation>;
  /** Raised when the facts of that kind changed, so that clients fetch them again. */
  revision: z.infer<typeof fields.revision>;
  /** Who has checked in, and when. */
  attendance: Readonly<Record<string, string>>;
};

export const floorLayout: Layout = {
  authored: false,
  roots: {
    [FLOOR]: valuesRoot((key) => (Object.hasOwn(fields, key) ? fields[key as keyof typeof fields] : null)),
    [ATTENDANCE]: valuesRoot((key) => (isPlainId(key) ? isoTime : null)),
  },
};

/** Reads the floor; what has not been written yet has its resting value. */
export function readFloor(doc: Y.Doc): Floor {
  const known = floorSchema.safeParse(doc.getMap(FLOOR).toJSON());
  const written = known.success ? known.data : {};
  return {
    stage: written.stage ?? "preparing",
    startedAt: written.startedAt ?? null,
    currentItemId: written.currentItemId ?? null,
    itemStartedAt: written.itemStartedAt ?? null,
    presentation: written.presentation ?? null,
    revision: written.revision ?? { meeting: 0, papers: 0, participants: 0 },
    attendance: doc.getMap(ATTENDANCE).toJSON(),
  };
}

/** Writes the given parts of the floor, and only those that differ: an unchanged floor makes no update. */
export function writeFloor(doc: Y.Doc, change: Partial<Floor>): void {
  doc.transact(() => {
    const { attendance, ...values } = change;
    writeChanged(doc.getMap(FLOOR), values);
    if (!attendance) return;
    const present = doc.getMap(ATTENDANCE);
    writeChanged(present, attendance);
    for (const personId of [...present.keys()]) if (!Object.hasOwn(attendance, personId)) present.delete(personId);
  });
}

/** Raises the counter of what changed. */
export function raiseRevision(doc: Y.Doc, what: keyof Floor["revision"]): void {
  const revision = readFloor(doc).revision;
  writeFloor(doc, { revision: { ...revision, [what]: revision[what] + 1 } });
}

function writeChanged(map: Y.Map<unknown>, values: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined && JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
  }
}
