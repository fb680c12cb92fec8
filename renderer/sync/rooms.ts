// The rooms that are open now, counted: however many places on screen look at a room, it is one socket.
import { api } from "../platform/api.ts";
import { syncUrl } from "../platform/server.ts";
import { isOwnDevice, isSignedIn, onLeave } from "../platform/sign-in.ts";
import { forgetWordsOfOthers, keptWords } from "./kept-words.ts";
import { forgetPerson } from "./person.ts";
import { RoomConnection } from "./room-connection.ts";

/** A room outlives its last user for so long: turning from one part of a meeting to another does not reconnect. */
const LINGER_MS = 4000;
/** A ticket lasts five minutes; rooms that open within this time share one. */
const TICKET_REUSE_MS = 30_000;
/** As long as the first pauses of a single room between two tries. */
const TICKET_RETRY_MS = 500;

interface OpenRoom {
  connection: RoomConnection;
  users: number;
  timer: ReturnType<typeof setTimeout> | null;
}

const rooms = new Map<string, OpenRoom>();
let ticket: { value: Promise<string>; at: number } | null = null;

/** The room, opened when it is not; it closes again unless somebody retains it soon. Null for nobody: after sign-out. */
export function openRoom(personId: string, room: string): RoomConnection | null {
  if (!isSignedIn()) return null;
  const key = `${personId} ${room}`;
  const known = rooms.get(key);
  if (known) return known.connection;
  const connection = new RoomConnection({ room, personId, syncUrl: syncUrl(), ticket: giveTicket });
  const entry: OpenRoom = { connection, users: 0, timer: null };
  rooms.set(key, entry);
  linger(key, entry);
  return connection;
}

/** Keeps a room open until the returned function is called. */
export function retainRoom(personId: string, room: string): () => void {
  openRoom(personId, room);
  const key = `${personId} ${room}`;
  const entry = rooms.get(key);
  if (!entry) return () => undefined;
  entry.users++;
  if (entry.timer) clearTimeout(entry.timer);
  return () => {
    entry.users--;
    if (entry.users === 0) linger(key, entry);
  };
}

/**
 * Closes every room when the sign-in ends. On an own device they stay in its store, with what was not sent yet; on any
 * other machine nothing of them stays, and what was not sent is kept aside for as long as the window.
 */
async function leaveAllRooms(ownDevice: boolean): Promise<void> {
  const left = [...rooms.values()];
  rooms.clear();
  ticket = null;
  forgetPerson();
  await Promise.all(
    left.map(({ connection, timer }) => {
      if (timer) clearTimeout(timer);
      if (!ownDevice) connection.keepUnsent();
      return connection.stop();
    }),
  );
}

onLeave(leaveAllRooms);

/** How many acts and kept words would be lost by signing out now: none on an own device. */
export function wordsAtStake(): number {
  if (isOwnDevice()) return 0;
  const unsent = [...rooms.values()].reduce((sum, { connection }) => sum + connection.snapshot().facts.waiting, 0);
  return unsent + keptWords().length;
}

/** Somebody was asked and signs out: what is not at the server goes with them from a machine that others use. */
export function forgetUnsentWords(): void {
  if (isOwnDevice()) return;
  for (const { connection } of rooms.values()) void connection.stop();
  rooms.clear();
  forgetWordsOfOthers(null);
}

/** Closes the rooms of something that was recalled. What is unsent in them goes with it. */
export async function dropRooms(isGone: (room: string) => boolean): Promise<void> {
  for (const [key, { connection, timer }] of rooms) {
    if (!isGone(key.slice(key.indexOf(" ") + 1))) continue;
    rooms.delete(key);
    if (timer) clearTimeout(timer);
    await connection.stop();
  }
}

/** Tries every room that is not connected at once. */
export function reconnectRooms(): void {
  for (const { connection } of rooms.values()) connection.hurry();
}

/** Words that are on their way hold a room open: it closes when the server has them. */
function linger(key: string, entry: OpenRoom): void {
  if (entry.timer) clearTimeout(entry.timer);
  entry.timer = setTimeout(() => {
    if (entry.users > 0) return;
    if (entry.connection.snapshot().facts.waiting > 0) return linger(key, entry);
    void entry.connection.stop();
    rooms.delete(key);
  }, LINGER_MS);
}

/** One ticket serves the rooms that open together; whoever was turned away with it asks for another. */
function giveTicket(anew: boolean): Promise<string> {
  if (!ticket || anew || Date.now() - ticket.at > TICKET_REUSE_MS) {
    const value = api.call("syncTicket", {}).then((answer) => answer.ticket);
    const made = { value, at: Date.now() };
    ticket = made;
    // A refusal is shared for a moment, too: twenty rooms without a server do not ask twenty times.
    const forget = (): void => void (ticket = ticket === made ? null : ticket);
    value.catch(() => setTimeout(forget, TICKET_RETRY_MS));
  }
  return ticket.value;
}
