// One room as this device keeps it: a log of updates, of which it is known whether the server has confirmed them. Rules:
// RS1 one's own update is written at once, the server's within a second; RS2 what was not confirmed when the window was
// closed still counts as waiting when it is opened again; RS3 several windows write one log, each confirms its own; RS4
// the log is merged when it is opened, and only if nobody wrote meanwhile.
import * as Y from "yjs";
import type { DeviceStore, StoreFailure, StoreResult } from "../../shared/protocol/device-store.ts";
import { MAX_CALL_BYTES, MAX_RECORDS } from "../../shared/protocol/device-store.ts";

/** Other people's words are at the server: a crash that loses a second of them loses nothing. */
const LATER_MS = 1000;
/** Beyond it opening would become slow. */
const MERGE_RECORDS = 300;
const WRITER_BYTES = 4;

/** First byte of a record: whose update it is; the next four say which window wrote it. */
const kind = { server: 0, mine: 1, confirmed: 2 } as const;

/** Thrown when the device did not keep what it was given. */
export class StoreError extends Error {
  readonly reason: StoreFailure;
  constructor(reason: StoreFailure) {
    super(`the device does not keep it: ${reason}`);
    this.reason = reason;
  }
}

/** The scope in which a room is kept: what is recalled with its meeting or its paper. */
export function scopeOfRoom(room: string): string {
  const [type, id = ""] = room.split(":");
  if (type === "annotations" || type === "notes") return `paper:${id}`;
  return type === "meeting" || type === "floor" ? `meeting:${id}` : "home";
}

/** The name under which a room is kept. */
export const nameOfRoom = (room: string): string => `room:${room}`;

/** The room that a kept sequence is; null when it is none. */
export const roomOfName = (name: string): string | null => (name.startsWith("room:") ? name.slice(5) : null);

export class RoomStore {
  /** Resolves when the document has what is kept, with what the server has not confirmed of it, oldest first. */
  readonly opened: Promise<Uint8Array[]>;
  readonly #store: DeviceStore;
  readonly #scope: string;
  readonly #name: string;
  readonly #writer = crypto.getRandomValues(new Uint8Array(WRITER_BYTES));
  #pending: Uint8Array[] = [];
  #writing: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #waiting = 0;
  #noted: number | null = null;
  #closed = false;

  constructor(store: DeviceStore, room: string, doc: Y.Doc) {
    this.#store = store;
    this.#scope = scopeOfRoom(room);
    this.#name = nameOfRoom(room);
    this.opened = this.#open(doc);
    this.#writing = this.opened.then(
      () => undefined,
      () => undefined, // whoever waits for `opened` hears of it; writing is tried all the same
    );
  }

  /** Keeps an update of the server's. */
  keep(update: Uint8Array): void {
    this.#pending.push(this.#record(kind.server, update));
    this.#timer ??= setTimeout(() => void this.#flush().catch(() => undefined), LATER_MS);
  }

  /** Keeps an update of this window; resolves when it is on disk. @throws StoreError */
  write(update: Uint8Array): Promise<void> {
    this.#pending.push(this.#record(kind.mine, update));
    this.#waiting++;
    return this.#flush();
  }

  /** The server has everything that this window wrote. */
  confirm(): void {
    if (this.#waiting === 0) return;
    this.#waiting = 0;
    this.#pending.push(this.#record(kind.confirmed, new Uint8Array(0)));
    this.#timer ??= setTimeout(() => void this.#flush().catch(() => undefined), LATER_MS);
  }

  /** Deletes what is kept. */
  async clear(): Promise<void> {
    this.#pending = [];
    this.#end();
    await this.#writing.catch(() => undefined);
    valueOf(await this.#store.remove(this.#scope, this.#name));
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    const written = this.#flush();
    this.#end();
    await written.catch((error: unknown) => console.warn("the room is not kept", this.#name, error));
  }

  #end(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #open(doc: Y.Doc): Promise<Uint8Array[]> {
    const records = await readAll(this.#store, this.#scope, this.#name);
    const { updates, unconfirmed } = readLog(records);
    if (this.#closed) return unconfirmed;
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update, this)), this);
    // What an earlier window left is this one's to confirm.
    this.#waiting = unconfirmed.length;
    const isStrangers = unconfirmed.length > 0;
    if (records.length > MERGE_RECORDS || isStrangers) await this.#merge(doc, unconfirmed, records.length);
    this.#note();
    return unconfirmed;
  }

  /** RS4. A log that somebody wrote to meanwhile is merged the next time. */
  async #merge(doc: Y.Doc, unconfirmed: Uint8Array[], count: number): Promise<void> {
    const state = this.#record(kind.server, Y.encodeStateAsUpdate(doc));
    const mine = unconfirmed.map((update) => this.#record(kind.mine, update));
    const merged = await this.#store.replace(this.#scope, this.#name, [state, ...mine], count);
    if (!merged.ok) console.warn("the log of a room is not merged", this.#name, merged.reason);
  }

  #record(which: number, update: Uint8Array): Uint8Array {
    const record = new Uint8Array(1 + WRITER_BYTES + update.length);
    record[0] = which;
    record.set(this.#writer, 1);
    record.set(update, 1 + WRITER_BYTES);
    return record;
  }

  #flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const done = this.#writing.then(async () => {
      while (this.#pending.length > 0) await this.#writeSome();
      this.#note();
    });
    this.#writing = done.catch(() => undefined); // the caller hears of it; the next one tries again
    return done;
  }

  async #writeSome(): Promise<void> {
    const records = firstOf(this.#pending);
    const result = await this.#store.append(this.#scope, this.#name, records);
    if (!result.ok) throw new StoreError(result.reason);
    this.#pending = this.#pending.slice(records.length);
  }

  /** How many acts wait is known without opening the log. */
  #note(): void {
    if (this.#noted === this.#waiting) return;
    this.#noted = this.#waiting;
    void this.#store.note(this.#scope, this.#name, String(this.#waiting));
  }
}

/** The updates in a log, and those of them that no window has seen confirmed. */
export function readLog(records: readonly Uint8Array[]): { updates: Uint8Array[]; unconfirmed: Uint8Array[] } {
  const updates: Uint8Array[] = [];
  const mine = new Map<string, Uint8Array[]>();
  for (const record of records) {
    const writer = String(record.subarray(1, 1 + WRITER_BYTES));
    const update = record.subarray(1 + WRITER_BYTES);
    if (record[0] === kind.confirmed) mine.delete(writer);
    else updates.push(update);
    if (record[0] === kind.mine) mine.set(writer, [...(mine.get(writer) ?? []), update]);
  }
  return { updates, unconfirmed: [...mine.values()].flat() };
}

/** Every record of a sequence. @throws StoreError */
export async function readAll(store: DeviceStore, scope: string, name: string): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (;;) {
    const some = valueOf(await store.read(scope, name, all.length, MAX_RECORDS));
    all.push(...some);
    if (some.length === 0) return all;
  }
}

function firstOf(pending: readonly Uint8Array[]): Uint8Array[] {
  let bytes = 0;
  const end = pending.findIndex(({ length }, number) => number > 0 && (bytes += length) > MAX_CALL_BYTES);
  return pending.slice(0, Math.min(MAX_RECORDS, end === -1 ? pending.length : end));
}

function valueOf<T>(result: StoreResult<T>): T {
  if (!result.ok) throw new StoreError(result.reason);
  return result.value;
}
