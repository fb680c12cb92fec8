// The log of all shared documents: updates appended with group commit, snapshots, and whose each clientID is.
// A worker thread owns the database, since node:sqlite blocks; whatever arrives during a commit is the next commit.
import { Worker } from "node:worker_threads";

/** Everything stored of one room. */
export interface StoredRoom {
  snapshot: Uint8Array | null;
  updates: Uint8Array[];
  /** ClientID and the person to whom it is bound. */
  bindings: [number, string][];
}

export interface LogRecord {
  room: string;
  update?: Uint8Array;
  /** Ids of the people whose words the update holds; whose clientIDs these are, the bindings tell. */
  writers?: readonly string[];
  bindings?: [number, string][];
  /** Replaces every update stored before it. */
  snapshot?: Uint8Array;
}

export interface UpdateLog {
  /** Reads a room; empty when it has never been written. @throws Error when the database cannot be read. */
  load(room: string): Promise<StoredRoom>;
  /** Resolves when the record is on disk. @throws Error when it is not, and then nothing of it is. */
  append(record: LogRecord): Promise<void>;
  /** Names of all rooms ever written. */
  rooms(): Promise<string[]>;
  /** Writes a consistent copy of the whole log into a new file, while writing goes on. @throws Error when it cannot. */
  copyTo(file: string): Promise<void>;
  /** Writes what is still waiting and ends the worker. Idempotent. */
  close(): Promise<void>;
}

/** Where tests step in between writing and answering. */
export interface LogFaults {
  beforeCommit?: () => void | Promise<void>;
  afterCommit?: () => void | Promise<void>;
}

export type LogRequest =
  | { kind: "load"; room: string }
  | { kind: "rooms" }
  | { kind: "copy"; file: string }
  | { kind: "commit"; records: LogRecord[] }
  | { kind: "close" };
export type LogAnswer = { id: number; result: unknown } | { id: number; error: string };

interface Waiting {
  record: LogRecord;
  resolve: () => void;
  reject: (error: Error) => void;
}

/** Opens the log in a file of its own, made when absent. */
export function openUpdateLog(file: string, faults: LogFaults = {}): UpdateLog {
  const ask = askWorker(file);
  let batch: Waiting[] = [];
  let writing: Promise<void> | null = null;
  let closed: Promise<void> | null = null;

  async function commit(now: Waiting[]): Promise<void> {
    try {
      await faults.beforeCommit?.();
      await ask({ kind: "commit", records: now.map((one) => one.record) });
      await faults.afterCommit?.();
      for (const one of now) one.resolve();
    } catch (error) {
      for (const one of now) one.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async function drain(): Promise<void> {
    while (batch.length > 0) {
      const now = batch;
      batch = [];
      await commit(now);
    }
    writing = null;
  }

  return {
    load: (room) => ask({ kind: "load", room }) as Promise<StoredRoom>,
    rooms: () => ask({ kind: "rooms" }) as Promise<string[]>,
    copyTo: (target) => ask({ kind: "copy", file: target }).then(() => undefined),
    append: (record) =>
      new Promise((resolve, reject) => {
        batch.push({ record, resolve, reject });
        writing ??= drain();
      }),
    close: () => (closed ??= (writing ?? Promise.resolve()).then(() => ask({ kind: "close" })).then(() => undefined)),
  };
}

function askWorker(file: string): (request: LogRequest) => Promise<unknown> {
  const worker = new Worker(new URL("./update-log-worker.ts", import.meta.url), { workerData: { file } });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let ended: Error | null = null;
  const end = (error: Error) => {
    ended = error;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on("message", (answer: LogAnswer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("error" in answer) one?.reject(new Error(answer.error));
    else one?.resolve(answer.result);
  });
  worker.on("error", (error) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", () => end(new Error("the log is closed")));
  return (request) =>
    new Promise((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      waiting.set(++lastId, { resolve, reject });
      worker.postMessage({ id: lastId, request });
    });
}
