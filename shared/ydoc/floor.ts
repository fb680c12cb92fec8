// The floor of a meeting: plain values that only the server writes, projected from its facts.
import type * as Y from "yjs";
import type { MeetingStage } from "../domain/meeting-stage.ts";

export interface Presentation {
  paperId: string;
  /** From 0. */
  pageIndex: number;
  presenterId: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** Counters that grow when facts outside the floor changed: clients fetch those again. */
export interface Revision {
  meeting: number;
  papers: number;
  participants: number;
}

export interface FloorFacts {
  stage: MeetingStage;
  startedAt: string | null;
  currentItemId: string | null;
  itemStartedAt: string | null;
  presentation: Presentation | null;
  revision: Revision;
}

export interface Floor extends FloorFacts {
  /** Person id → since when, ISO 8601 UTC. */
  attendance: Record<string, string>;
}

export const floorRoots = { facts: "floor", attendance: "attendance" } as const;

/** What the floor says, or null while nothing has been written there. */
export function readFloor(doc: Y.Doc): Floor | null {
  const facts = doc.getMap(floorRoots.facts);
  if (!facts.has("stage")) return null;
  return {
    ...(facts.toJSON() as FloorFacts), // written by the server alone, from typed facts
    attendance: doc.getMap<string>(floorRoots.attendance).toJSON() as Record<string, string>,
  };
}

/** Writes what differs, and nothing else: an unchanged floor makes no update. */
export function writeFloor(doc: Y.Doc, floor: Floor): void {
  const { attendance, ...facts } = floor;
  doc.transact(() => {
    writeChanged(doc.getMap(floorRoots.facts), facts);
    writeChanged(doc.getMap(floorRoots.attendance), attendance);
  });
}

function writeChanged(map: Y.Map<unknown>, wanted: object): void {
  const entries = Object.entries(wanted);
  for (const [key, value] of entries) {
    if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
  }
  for (const key of [...map.keys()]) if (!entries.some(([name]) => name === key)) map.delete(key);
}
