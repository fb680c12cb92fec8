// The floor as the server writes it and everybody reads it.
import { expect, test } from "vitest";
import * as Y from "yjs";
import { raiseRevision, readFloor, writeFloor } from "./floor.ts";

const AT = "2026-06-18T01:00:00.000Z";

function updatesOf(doc: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void updates.push(update));
  return updates;
}

test("before anything is written everything rests", () => {
  const floor = readFloor(new Y.Doc());
  expect(floor).toMatchObject({ stage: "preparing", currentItemId: null, presentation: null, attendance: {} });
});

test("what has not changed makes no update", () => {
  const doc = new Y.Doc();
  const presentation = { paperId: "P", pageIndex: 3, presenterId: "N", at: AT };
  writeFloor(doc, { stage: "live", presentation, attendance: { N: AT } });
  const updates = updatesOf(doc);
  writeFloor(doc, { stage: "live", presentation: { ...presentation }, attendance: { N: AT } });
  expect(updates).toEqual([]);
  writeFloor(doc, { stage: "paused" });
  expect(updates).toHaveLength(1);
  expect(readFloor(doc)).toMatchObject({ stage: "paused", presentation });
});

test("whoever is no longer named as present is gone", () => {
  const doc = new Y.Doc();
  writeFloor(doc, { attendance: { N: AT, M: AT } });
  writeFloor(doc, { attendance: { M: AT } });
  expect(readFloor(doc).attendance).toEqual({ M: AT });
});

test("a raised revision touches only its own counter", () => {
  const doc = new Y.Doc();
  raiseRevision(doc, "papers");
  raiseRevision(doc, "papers");
  expect(readFloor(doc).revision).toEqual({ meeting: 0, papers: 2, participants: 0 });
});

test("a floor that cannot be read is shown as one that rests", () => {
  const doc = new Y.Doc();
  doc.getMap("floor").set("currentItemId", 7);
  expect(readFloor(doc).stage).toBe("preparing");
});
