// Files by SHA-256 within one organisation: written beside, flushed, then renamed, so that a blob is whole or absent.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** The name of a blob; unfinished files have another. */
const SHA256 = /^[0-9a-f]{64}$/;

export interface StoredBlob {
  sha256: string;
  sizeBytes: number;
}

export interface BlobStore {
  folder: string;
  /** Receives a stream into a file that is not a blob yet; the caller keeps or drops it. */
  receive(source: Readable): Promise<StoredBlob & { file: string }>;
  /** Makes a received file a blob of the organisation, and holds it until it is released. */
  keep(organisationId: string, received: StoredBlob & { file: string }): Promise<StoredBlob>;
  drop(received: { file: string }): Promise<void>;
  /** Lets go of a blob that was kept: when nobody else holds it and it is not in use, it is removed. */
  release(organisationId: string, sha256: string, isUsed: () => Promise<boolean>): Promise<void>;
  /** Every blob there is. */
  list(): Promise<{ organisationId: string; sha256: string }[]>;
  /** Removes a blob that no paper uses. */
  remove(organisationId: string, sha256: string): Promise<void>;
  path(organisationId: string, sha256: string): string;
  /** A part of a blob, both ends included. */
  read(organisationId: string, sha256: string, range?: { start: number; end: number }): Readable;
}

/** Opens the store in a folder and clears what an interrupted upload left. */
export function openBlobStore(folder: string): BlobStore {
  const incoming = join(folder, "incoming");
  const ready = clear(incoming);
  const path = (organisationId: string, sha256: string) => join(folder, organisationId, sha256.slice(0, 2), sha256);
  // Two people may upload the same file at once: who holds each blob, and one step at a time on each.
  const holders = new Map<string, number>();
  const steps = new Map<string, Promise<unknown>>();

  function inTurn<T>(blob: string, step: () => Promise<T>): Promise<T> {
    const turn = (steps.get(blob) ?? Promise.resolve()).then(step, step);
    steps.set(blob, turn);
    const forget = () => {
      if (steps.get(blob) === turn) steps.delete(blob);
    };
    turn.then(forget, forget);
    return turn;
  }

  function hold(blob: string, change: 1 | -1): number {
    const left = (holders.get(blob) ?? 0) + change;
    if (left > 0) holders.set(blob, left);
    else holders.delete(blob);
    return left;
  }

  return {
    folder,
    path,
    async receive(source) {
      await ready;
      const file = join(incoming, randomUUID());
      const hash = createHash("sha256");
      let sizeBytes = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _, done) {
          hash.update(chunk);
          sizeBytes += chunk.length;
          done(null, chunk);
        },
      });
      try {
        await pipeline(source, measure, createWriteStream(file, { flush: true }));
      } catch (error) {
        await rm(file, { force: true });
        throw error;
      }
      return { file, sha256: hash.digest("hex"), sizeBytes };
    },
    keep(organisationId, { file, sha256, sizeBytes }) {
      const target = path(organisationId, sha256);
      return inTurn(target, async () => {
        await mkdir(join(target, ".."), { recursive: true });
        await rename(file, target);
        await flushFolder(join(target, ".."));
        hold(target, 1);
        return { sha256, sizeBytes };
      });
    },
    release(organisationId, sha256, isUsed) {
      const target = path(organisationId, sha256);
      return inTurn(target, async () => {
        if (hold(target, -1) <= 0 && !(await isUsed())) await rm(target, { force: true });
      });
    },
    async list() {
      await ready;
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && SHA256.test(entry.name))
        .map((entry) => ({ organisationId: basename(dirname(entry.parentPath)), sha256: entry.name }));
    },
    remove: (organisationId, sha256) => rm(path(organisationId, sha256), { force: true }),
    drop: ({ file }) => rm(file, { force: true }),
    read: (organisationId, sha256, range) => createReadStream(path(organisationId, sha256), range),
  };
}

async function clear(incoming: string): Promise<void> {
  await mkdir(incoming, { recursive: true });
  for (const name of await readdir(incoming)) await rm(join(incoming, name), { force: true });
  await stat(incoming);
}

/** A rename is on disk only when its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
