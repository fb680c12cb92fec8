// What a browser keeps: one IndexedDB for each person, so that another one finds nothing of it. Each act is one
// transaction, flushed before it is answered; keys are [scope, name, number].
import type { DeviceStore, StoreEntry, StoreFailure, StoreResult } from "../../shared/protocol/device-store.ts";
import { MAX_CALL_BYTES } from "../../shared/protocol/device-store.ts";

const PREFIX = "banhop.store:";
/** Opening takes moments; one that takes longer will not come, as in a private window of some browsers. */
const OPEN_MS = 10_000;
/** Sorts behind every number. */
const AFTER_ALL: IDBValidKey = [];

export interface BrowserStore extends DeviceStore {
  /** Deletes everything. A window that still has it open delays that until it is closed. */
  wipe(): Promise<void>;
}

/** The store of one person. */
export function openBrowserStore(personId: string): BrowserStore {
  let opened: Promise<IDBDatabase> | null = null;
  const database = (): Promise<IDBDatabase> => {
    opened ??= openDatabase(PREFIX + personId);
    opened.catch(() => (opened = null));
    return opened;
  };

  /** Runs one transaction; its answer counts when all of it is on disk. */
  async function act<T>(mode: IDBTransactionMode, work: (tables: Tables) => Promise<T>): Promise<StoreResult<T>> {
    try {
      const transaction = (await database()).transaction(["records", "entries"], mode, { durability: "strict" });
      const done = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error("the transaction was given up"));
      });
      const tables = { records: transaction.objectStore("records"), entries: transaction.objectStore("entries") };
      const value = await work(tables).catch((error: unknown) => {
        transaction.abort();
        throw error;
      });
      await done;
      return { ok: true, value };
    } catch (error) {
      console.warn("this browser does not keep what it was given", error);
      return { ok: false, reason: failureOf(error) };
    }
  }

  return {
    entries: () => act("readonly", ({ entries }) => answerOf(entries.getAll() as IDBRequest<StoreEntry[]>)),
    read: (scope, name, from, count) =>
      act("readonly", async ({ records }) => {
        const range = IDBKeyRange.bound([scope, name, from], [scope, name, from + count - 1]);
        return withinOneCall(await answerOf(records.getAll(range) as IDBRequest<Uint8Array[]>));
      }),
    append: (scope, name, added, ifCount) =>
      act("readwrite", async ({ records, entries }) => {
        const entry = await entryOf(entries, scope, name);
        if (ifCount !== undefined && ifCount !== entry.records) return entry.records;
        for (const [offset, record] of added.entries())
          records.add(record.slice(), [scope, name, entry.records + offset]);
        entries.put({ ...entry, ...grown(entry, added), usedAt: Date.now() });
        return entry.records + added.length;
      }),
    replace: (scope, name, all, ifCount) =>
      act("readwrite", async ({ records, entries }) => {
        const entry = await entryOf(entries, scope, name);
        if (ifCount !== undefined && ifCount !== entry.records) return false;
        records.delete(IDBKeyRange.bound([scope, name], [scope, name, AFTER_ALL]));
        for (const [number, record] of all.entries()) records.add(record.slice(), [scope, name, number]);
        entries.put({ ...entry, ...grown({ records: 0, bytes: 0 }, all), usedAt: Date.now() });
        return true;
      }),
    note: (scope, name, note) =>
      act("readwrite", async ({ entries }) => {
        const entry = await entryOf(entries, scope, name);
        if (entry.records > 0) entries.put({ ...entry, note });
        return null;
      }),
    remove: (scope, name) =>
      act("readwrite", ({ records, entries }) => {
        records.delete(IDBKeyRange.bound([scope, name], [scope, name, AFTER_ALL]));
        entries.delete([scope, name]);
        return Promise.resolve(null);
      }),
    destroy: (scope) =>
      act("readwrite", ({ records, entries }) => {
        const all = IDBKeyRange.bound([scope], [scope, AFTER_ALL]);
        records.delete(all);
        entries.delete(all);
        return Promise.resolve(null);
      }),
    wipe: async () => {
      (await opened?.catch(() => null))?.close();
      opened = null;
      await deleteDatabase(PREFIX + personId);
    },
  };
}

/** Deletes what is kept for everybody but these. */
export async function wipeBrowserStores(personIds: readonly string[]): Promise<void> {
  if (!("indexedDB" in globalThis)) return;
  const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
  const stay = new Set(personIds.map((id) => PREFIX + id));
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && !stay.has(name)).map(deleteDatabase));
}

function deleteDatabase(name: string): Promise<void> {
  if (!("indexedDB" in globalThis)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onblocked = () => resolve(); // the browser deletes it when the last window lets go
    request.onerror = () => reject(request.error ?? new Error("the store is not deleted"));
  });
}

interface Tables {
  records: IDBObjectStore;
  entries: IDBObjectStore;
}

async function openDatabase(name: string): Promise<IDBDatabase> {
  if (!("indexedDB" in globalThis)) throw new Error("this browser has no IndexedDB");
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("records");
    request.result.createObjectStore("entries", { keyPath: ["scope", "name"] });
  };
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the store does not open")), OPEN_MS);
  });
  return Promise.race([answerOf(request), late]);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the store failed"));
  });
}

async function entryOf(entries: IDBObjectStore, scope: string, name: string): Promise<StoreEntry> {
  const known = await answerOf(entries.get([scope, name]) as IDBRequest<StoreEntry | undefined>);
  return known ?? { scope, name, records: 0, bytes: 0, usedAt: 0, note: "" };
}

function grown({ records, bytes }: { records: number; bytes: number }, added: readonly Uint8Array[]) {
  return { records: records + added.length, bytes: added.reduce((sum, { length }) => sum + length, bytes) };
}

function withinOneCall(records: Uint8Array[]): Uint8Array[] {
  let bytes = 0;
  const end = records.findIndex(({ length }, number) => (bytes += length) > MAX_CALL_BYTES && number > 0);
  return end === -1 ? records : records.slice(0, end);
}

const failureOf = (error: unknown): StoreFailure =>
  error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "broken";
