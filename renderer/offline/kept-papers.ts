// Files of papers on this device: fetched ahead chunk by chunk, gone on with after an interruption, believed only when the
// whole file has the hash that the server names. Rules: KP1 a chunk that is on disk is never fetched again; KP2 a file
// with another hash is deleted; KP3 what is kept of an older version of the paper is never shown for the newer one.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { DeviceStore, StoreResult } from "../../shared/protocol/device-store.ts";
import { MAX_RECORDS } from "../../shared/protocol/device-store.ts";

/** One record; the reader asks for less at a time, and pdf.js reads pages from all over the file. */
export const CHUNK_BYTES = 256 * 1024;
/** Chunks in one request: few round trips, and little to fetch again after a cut. */
const CHUNKS_PER_REQUEST = 4;

/** What has to be known of a paper to keep its file. */
export interface PaperFacts {
  id: string;
  sha256: string;
  sizeBytes: number;
}

/** Fetches bytes of the paper's file. @throws Error when they do not come */
export type FetchRange = (paper: PaperFacts, begin: number, end: number, signal: AbortSignal) => Promise<Uint8Array>;

/** Thrown when the fetched file is not the one that the server named. */
export class WrongFile extends Error {}
/** Thrown when the device has no room for it, or does not keep it. */
export class NotKept extends Error {}

export const scopeOfPaper = (id: string): string => `paper:${id}`;
const contentOf = ({ sha256: hash }: PaperFacts): string => `content:${hash}`;
const verifiedOf = ({ sha256: hash }: PaperFacts): string => `verified:${hash}`;
const chunksOf = ({ sizeBytes }: PaperFacts): number => Math.ceil(sizeBytes / CHUNK_BYTES);

/** How much of each paper is here, from 0 to 1, by hash. A file that is not verified yet counts as almost whole. */
export async function readKeptParts(store: DeviceStore, papers: readonly PaperFacts[]): Promise<Map<string, number>> {
  const entries = valueOf(await store.entries());
  const records = new Map(entries.map(({ scope, name, records: count }) => [`${scope} ${name}`, count]));
  const found = (paper: PaperFacts, name: string) => records.get(`${scopeOfPaper(paper.id)} ${name}`) ?? 0;
  return new Map(
    papers.map((paper) => {
      const part = found(paper, contentOf(paper)) / Math.max(1, chunksOf(paper));
      return [paper.sha256, found(paper, verifiedOf(paper)) > 0 ? 1 : Math.min(part, 0.99)];
    }),
  );
}

/** Whether the whole file is here and was verified. */
export async function isKept(store: DeviceStore, paper: PaperFacts): Promise<boolean> {
  return (await readKeptParts(store, [paper])).get(paper.sha256) === 1;
}

/**
 * Fetches what is missing of a file, and verifies it.
 * @param onPart told how much is here, from 0 to 1
 * @throws WrongFile, NotKept, or what `fetchRange` throws
 */
export async function keepPaper(
  store: DeviceStore,
  paper: PaperFacts,
  fetchRange: FetchRange,
  signal: AbortSignal,
  onPart: (part: number) => void = () => undefined,
): Promise<void> {
  const scope = scopeOfPaper(paper.id);
  let parts = (await readKeptParts(store, [paper])).get(paper.sha256) ?? 0;
  if (parts === 1) return onPart(1);
  await removeOthers(store, paper);
  const chunks = chunksOf(paper);
  for (let chunk = Math.round(parts === 0.99 ? chunks : parts * chunks); chunk < chunks;) {
    signal.throwIfAborted();
    const begin = chunk * CHUNK_BYTES;
    const end = Math.min(paper.sizeBytes, begin + CHUNKS_PER_REQUEST * CHUNK_BYTES);
    const bytes = await fetchRange(paper, begin, end, signal);
    if (bytes.length !== end - begin) throw new WrongFile(`${bytes.length} bytes came for ${end - begin}`);
    chunk = valueOf(await store.append(scope, contentOf(paper), cut(bytes), chunk)); // another window's count goes on, too
    parts = Math.min(chunk / chunks, 0.99);
    onPart(parts);
  }
  await verify(store, paper, signal);
  onPart(1);
}

/** Bytes of a kept file; null when they are not all here. @param end exclusive */
export async function readKept(
  store: DeviceStore,
  paper: PaperFacts,
  begin: number,
  end: number,
): Promise<Uint8Array | null> {
  const first = Math.floor(begin / CHUNK_BYTES);
  const count = Math.ceil(end / CHUNK_BYTES) - first;
  if (count > MAX_RECORDS) return null;
  const result = await store.read(scopeOfPaper(paper.id), contentOf(paper), first, count);
  if (!result.ok || result.value.length < count) return null;
  const bytes = new Uint8Array(end - begin);
  let at = first * CHUNK_BYTES;
  for (const chunk of result.value) {
    const from = Math.max(0, begin - at);
    const part = chunk.subarray(from, Math.min(chunk.length, end - at));
    bytes.set(part, Math.max(0, at - begin));
    at += chunk.length;
  }
  return at >= end ? bytes : null;
}

/** KP3. */
async function removeOthers(store: DeviceStore, paper: PaperFacts): Promise<void> {
  const scope = scopeOfPaper(paper.id);
  for (const { name } of valueOf(await store.entries()).filter((entry) => entry.scope === scope))
    if (/^(content|verified):/.test(name) && name !== contentOf(paper)) valueOf(await store.remove(scope, name));
}

/** KP2. */
async function verify(store: DeviceStore, paper: PaperFacts, signal: AbortSignal): Promise<void> {
  const scope = scopeOfPaper(paper.id);
  const hash = sha256.create();
  for (let chunk = 0; chunk < chunksOf(paper);) {
    signal.throwIfAborted();
    const records = valueOf(await store.read(scope, contentOf(paper), chunk, MAX_RECORDS));
    if (records.length === 0) break;
    for (const record of records) hash.update(record);
    chunk += records.length;
  }
  if (bytesToHex(hash.digest()) !== paper.sha256) {
    await store.remove(scope, contentOf(paper));
    throw new WrongFile("the file has another hash");
  }
  valueOf(await store.replace(scope, verifiedOf(paper), [new Uint8Array(1)]));
}

function cut(bytes: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) chunks.push(bytes.slice(at, at + CHUNK_BYTES));
  return chunks;
}

function valueOf<T>(result: StoreResult<T>): T {
  if (!result.ok) throw new NotKept(result.reason);
  return result.value;
}
