// What a room takes on disk after a hundred thousand edits, and how long it takes to load.
import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as pathOf } from "node:path";
import * as Y from "yjs";
import { until } from "../../helpers/until.ts";
import { RawClient } from "../../sync/raw-client.ts";
import { actEvenly, comeToRest, join } from "../crowd.ts";
import { mb, ms, type RowMaker } from "../row.ts";
import { startTarget, type Target } from "../target.ts";

const MAX_RATIO = 1.25;
const WRITERS = 20;
const MARKS_EACH = 100;
/** Below what one connection may send in a second. */
const EDITS_PER_SECOND = 500;
const ROOM = "annotations:P1";

export const storage: RowMaker = async ({ quick }) => {
  const seconds = quick ? 1 : 10;
  let target = await startTarget("ours");
  const guests = await join(target, ROOM, WRITERS, 0);
  for (const guest of guests) for (let n = 0; n < MARKS_EACH; n++) guest.open(n);
  let at = 0;
  const edits = await actEvenly(guests, 1000 / EDITS_PER_SECOND, seconds, (guest) => guest.write(at++ % MARKS_EACH));
  await comeToRest(guests);
  for (const guest of guests) guest.end();
  const { folder } = target;
  await settle(folder);
  await target.end();
  const onDisk = sizeOf(folder);
  target = await startTarget("ours", folder);
  const loadMs = await loadOf(target);
  const reader = await new RawClient(`ws://127.0.0.1:${target.port}/sync`, ROOM, "reader").ready();
  const compacted = Y.encodeStateAsUpdate(reader.doc);
  reader.end();
  await target.end();
  const beside = mkdtempSync(pathOf(tmpdir(), "banhop-load-"));
  writeFileSync(pathOf(beside, "state.bin"), compacted);
  const hocuspocus = await startTarget("hocuspocus", beside);
  const referenceMs = await loadOf(hocuspocus);
  await hocuspocus.end();
  const ratio = onDisk / compacted.length;
  return [
    {
      what: `a room after ${edits.toLocaleString("en")} edits`,
      target: `disk at rest ≤ ${MAX_RATIO} × the compacted state; load ≤ Hocuspocus`,
      ours: `${mb(onDisk)}, load ${ms(loadMs)}`,
      reference: `compacted ${mb(compacted.length)}, load ${ms(referenceMs)}`,
      ratio,
      met: ratio <= MAX_RATIO && loadMs <= referenceMs,
    },
  ];
};

/** From the first knock to the whole state, of a server that has not opened the room yet. */
async function loadOf(target: Target): Promise<number> {
  const begun = performance.now();
  const guests = await join(target, ROOM, 1, 0, "reader");
  const loadMs = performance.now() - begun;
  for (const guest of guests) guest.end();
  return loadMs;
}

/** Until the room is unloaded and the log has given its free pages back. */
async function settle(folder: string): Promise<void> {
  let last = -1;
  await until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 20_000)); // twice what a room stays open when nobody is in it
      const size = sizeOf(folder);
      const same = size === last;
      last = size;
      return same;
    },
    "the log to rest",
    120_000,
  );
}

function sizeOf(folder: string): number {
  const names = ["rooms.sqlite", "rooms.sqlite-wal"];
  return names.reduce((sum, name) => sum + (statSync(pathOf(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}
