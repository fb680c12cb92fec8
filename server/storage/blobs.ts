// Files by SHA-256 within one organisation: written beside, flushed, then renamed, so that a blob is whole or absent.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface StoredBlob {
  sha256: string;
  sizeBytes: number;
}

export interface BlobStore {
  folder: string;
  /** Receives a stream into a file that is not a blob yet; the caller keeps or drops it. */
  receive(source: Readable): Promise<StoredBlob & { file: string }>;
  /** Makes a received file a blob of the organisation. */
  keep(organisationId: string, received: StoredBlob & { file: string }): Promise<StoredBlob>;
  drop(received: { file: string }): Promise<void>;
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
    async keep(organisationId, { file, sha256, sizeBytes }) {
      const target = path(organisationId, sha256);
      await mkdir(join(target, ".."), { recursive: true });
      await rename(file, target);
      await flushFolder(join(target, ".."));
      return { sha256, sizeBytes };
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
