// The append-only log of the rooms. One worker thread owns its SQLite file, since node:sqlite blocks; whatever comes
// while a transaction is being written goes into the next one (group commit).
import { Worker } from "node:worker_threads";

/** One commit of one room. */
export interface LogRecord {
  room: string;
  /** Merged update of everything accepted in this turn. */
  update?: Uint8Array;
  /** Who wrote in it. */
  personIds?: readonly string[];
  /** New clientIDs and their persons. */
  bindings?: readonly (readonly [client: number, personId: string])[];
  /** A whole state that takes the place of everything logged before. */
  snapshot?: Uint8Array;
}

export interface StoredRoom {
  snapshot: Uint8Array | null;
  updates: Uint8Array[];
  bindings: [client: number, personId: string][];
}

export interface UpdateLog {
  /** Everything stored of a room; empty for an unknown one. Rejects when the file cannot be read. */
  load(room: string): Promise<StoredRoom>;
  /** Resolves only when the record is flushed to disk; a rejected record is not stored at all. */
  append(record: LogRecord): Promise<void>;
  /** Names of all rooms ever written. */
  rooms(): Promise<string[]>;
  /** A consistent copy into a new file, while others go on writing. */
  copyTo(file: string): Promise<void>;
  /** Waits for what is under way and closes the file. Idempotent. */
  close(): Promise<void>;
}

interface Answer {
  id: number;
  error?: string;
  result?: unknown;
}
interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}
interface Batched {
  record: LogRecord;
  resolve: () => void;
  reject: (error: Error) => void;
}

/** Opens (and makes) the log in `file`. */
export function openUpdateLog(file: string): UpdateLog {
  const worker = new Worker(new URL("./update-log-worker.ts", import.meta.url), { workerData: { file } });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let batch: Batched[] = [];
  let writing: Promise<void> | null = null;
  let closed: Promise<void> | null = null;

  worker.on("message", ({ id, error, result }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error));
  });
  worker.on("error", (error) => {
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  });
  const ask = (order: string, argument?: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(++lastId, { resolve, reject });
      worker.postMessage({ id: lastId, order, argument });
    });

  async function writeAll(): Promise<void> {
    while (batch.length > 0) {
      const now = batch;
      batch = [];
      await ask(
        "commit",
        now.map(({ record }) => record),
      ).then(
        () => now.forEach(({ resolve }) => resolve()),
        (error: unknown) => now.forEach(({ reject }) => reject(error as Error)),
      );
    }
    writing = null;
  }

  return {
    load: (room) => ask("load", room) as Promise<StoredRoom>,
    append: (record) =>
      new Promise((resolve, reject) => {
        batch.push({ record, resolve, reject });
        writing ??= writeAll();
      }),
    rooms: () => ask("rooms") as Promise<string[]>,
    copyTo: async (copy) => void (await ask("copyTo", copy)),
    close: () =>
      (closed ??= (async () => {
        await writing;
        await ask("close");
        await worker.terminate();
      })()),
  };
}
