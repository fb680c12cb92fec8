// The rooms that are open now, counted: however many places on screen look at a room, it is one socket.
import { api } from "../platform/api.ts";
import { syncUrl } from "../platform/server.ts";
import { wipeDeviceStores } from "./device-store.ts";
import { forgetPerson } from "./person.ts";
import { RoomConnection } from "./room-connection.ts";

/** A room outlives its last user for so long: turning from one part of a meeting to another does not reconnect. */
const LINGER_MS = 4000;
/** A ticket lasts five minutes; rooms that open within this time share one. */
const TICKET_REUSE_MS = 30_000;

interface OpenRoom {
  connection: RoomConnection;
  users: number;
  timer: ReturnType<typeof setTimeout> | null;
}

const rooms = new Map<string, OpenRoom>();
let ticket: { value: Promise<string>; at: number } | null = null;

/** The room, opened when it is not; it closes again unless somebody retains it soon. */
export function openRoom(personId: string, room: string): RoomConnection {
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

/** Closes every room after sign-out: nothing of them stays on this device, but words not sent yet are kept aside. */
async function leaveAllRooms(): Promise<void> {
  for (const { connection } of rooms.values()) {
    connection.keepUnsent();
    connection.stop();
  }
  rooms.clear();
  ticket = null;
  forgetPerson();
  await wipeDeviceStores();
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
    if (!api.isSignedIn()) return void leaveAllRooms();
    if (entry.connection.snapshot().facts.waiting > 0) return linger(key, entry);
    entry.connection.stop();
    rooms.delete(key);
  }, LINGER_MS);
}

/** One ticket serves the rooms that open together; whoever was turned away with it asks for another. */
function giveTicket(anew: boolean): Promise<string> {
  if (!ticket || anew || Date.now() - ticket.at > TICKET_REUSE_MS) {
    const value = api.call("syncTicket", {}).then((answer) => answer.ticket);
    const made = { value, at: Date.now() };
    ticket = made;
    value.catch(() => (ticket = ticket === made ? null : ticket));
  }
  return ticket.value;
}
