// What this device keeps of the rooms: one IndexedDB per person and room, so that another person finds nothing of it.
import { clearDocument, IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

const PREFIX = "banhop.room";

/** The store of one room; null where the browser has none (a private window, a full disk). */
export function openDeviceStore(personId: string, room: string, doc: Y.Doc): IndexeddbPersistence | null {
  return "indexedDB" in globalThis ? new IndexeddbPersistence(`${PREFIX}:${personId}:${room}`, doc) : null;
}

/** Opening takes moments; one that takes longer will not come, as in a private window of some browsers. */
const OPEN_MS = 10_000;

/** Resolves when everything written so far is in the store: a reading transaction waits for the writing ones before it. */
export async function whenStored(store: IndexeddbPersistence): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, OPEN_MS));
  await Promise.race([store.whenSynced, late]);
  return new Promise((resolve, reject) => {
    const { db } = store;
    if (!db) return reject(new Error("the store does not open"));
    const reading = db.transaction(["updates"], "readonly").objectStore("updates").count();
    reading.onsuccess = () => resolve();
    reading.onerror = () => reject(reading.error ?? new Error("the store cannot be read"));
  });
}

/** Deletes the rooms of every person from this device: at sign-out, unless it is one's own. */
export async function wipeDeviceStores(): Promise<void> {
  if (!("indexedDB" in globalThis)) return;
  const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
  await Promise.all(names.filter((name) => name.startsWith(`${PREFIX}:`)).map((name) => clearDocument(name)));
}
