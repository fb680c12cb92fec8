// Sends what waits on this device although no screen shows it: rooms with unsent words are opened, one after the other,
// until the server has them. Also counts what waits, over all rooms. Rules: DR1 a room whose count is not known is looked
// into; DR2 a room that the server refuses is not opened again until the next start: its words are kept aside by then.
import { deviceStore } from "../platform/device-store.ts";
import { openRoom, retainRoom } from "./rooms.ts";
import { nameOfRoom, readAll, readLog, roomOfName } from "./room-store.ts";

/** A room that is not empty by then is tried again in the next round. */
const ROOM_MS = 20_000;
const LOOK_MS = 300;

/** How many acts wait in each room, open on screen or not. */
export type Waiting = ReadonlyMap<string, number>;

/** Counts from the store; empty when nothing is kept. */
export async function countWaiting(): Promise<Waiting> {
  const store = deviceStore();
  const entries = await store?.entries();
  const waiting = new Map<string, number>();
  if (!store || !entries?.ok) return waiting;
  for (const { scope, name, note } of entries.value) {
    const room = roomOfName(name);
    if (room === null) continue;
    const count = note === "" ? await countIn(scope, room) : Number(note);
    if (count > 0) waiting.set(room, count);
  }
  return waiting;
}

/** DR1. */
async function countIn(scope: string, room: string): Promise<number> {
  const store = deviceStore();
  if (!store) return 0;
  const { unconfirmed } = readLog(await readAll(store, scope, nameOfRoom(room)));
  await store.note(scope, nameOfRoom(room), String(unconfirmed.length));
  return unconfirmed.length;
}

/** Opens the rooms with unsent words in turn. Ends when all were tried, or on abort. */
export async function drainRooms(personId: string, rooms: Iterable<string>, signal: AbortSignal): Promise<void> {
  for (const room of rooms) if (!signal.aborted) await visitRoom(personId, room, signal);
}

/** Opens a room until this device has what the server has, and the server what waited here. */
export async function visitRoom(personId: string, room: string, signal: AbortSignal): Promise<void> {
  const release = retainRoom(personId, room);
  const end = Date.now() + ROOM_MS;
  while (Date.now() < end && !isDone(personId, room, signal)) await pause(LOOK_MS);
  release();
}

function isDone(personId: string, room: string, signal: AbortSignal): boolean {
  if (signal.aborted) return true;
  const facts = openRoom(personId, room)?.snapshot();
  return facts === undefined || facts.facts.problem?.kind === "refused" || (facts.synced && facts.facts.waiting === 0);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
