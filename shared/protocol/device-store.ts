// What a device keeps for the person who is signed in: sequences of records under a name, in a scope. The desktop keeps
// them encrypted in its vault, a browser in IndexedDB; both are this interface. A scope is what can be recalled as one.
import { z } from "zod";

const ID = "[A-Za-z0-9_-]{1,64}";

/** `home` (lists and who I am), one meeting, or one paper. */
export const storeScope = z.string().regex(new RegExp(`^(home|(meeting|paper):${ID})$`));
/** What the records are: `room:…`, `content`, `answer:…`. */
export const storeName = z.string().regex(/^[A-Za-z0-9_:.-]{1,200}$/);
/** The largest record: a whole document of a room. Files are cut into far smaller chunks. */
export const MAX_RECORD_BYTES = 64 * 1024 * 1024;
/** Records in one call: a room's whole log passes in a few. */
export const MAX_RECORDS = 512;
/** Bytes in one call, beyond its first record: they are held in memory several times on their way to the disk. */
export const MAX_CALL_BYTES = 8 * 1024 * 1024;

/** One sequence. */
export interface StoreEntry {
  scope: string;
  name: string;
  records: number;
  /** What it takes on the disk. */
  bytes: number;
  /** Milliseconds since 1970. */
  usedAt: number;
  /** Left by the page; empty when there is none or it was lost. */
  note: string;
}

/** Why a store did not do what it was asked: no more room, nobody is signed in, or it is broken. */
export type StoreFailure = "full" | "closed" | "broken";
/** A failure is a value, since it crosses from one process to another. */
export type StoreResult<T> = { ok: true; value: T } | { ok: false; reason: StoreFailure };

export interface DeviceStore {
  /** Everything that is kept. */
  entries(): Promise<StoreResult<StoreEntry[]>>;
  /** Records from a number on, at most `count` and at most MAX_CALL_BYTES; none when there is no such sequence. */
  read(scope: string, name: string, from: number, count: number): Promise<StoreResult<Uint8Array[]>>;
  /**
   * Adds records at the end; answered when they are on disk, with how many there are now.
   * @param ifCount adds nothing unless there are as many records as that: another window may be at it, too
   */
  append(scope: string, name: string, records: readonly Uint8Array[], ifCount?: number): Promise<StoreResult<number>>;
  /**
   * Puts these records in the place of the whole sequence, in one piece.
   * @param ifCount does it only while there are as many records as that; the answer says whether
   */
  replace(scope: string, name: string, records: readonly Uint8Array[], ifCount?: number): Promise<StoreResult<boolean>>;
  /** Leaves a note at a sequence that is there; lost when the index is made anew. */
  note(scope: string, name: string, note: string): Promise<StoreResult<null>>;
  remove(scope: string, name: string): Promise<StoreResult<null>>;
  /** Destroys everything in a scope, its key first. */
  destroy(scope: string): Promise<StoreResult<null>>;
}
