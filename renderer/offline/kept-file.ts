// Opens the kept file of a paper for the reader, when the whole of it is here and it is the version that the server names.
import { deviceStore } from "../platform/device-store.ts";
import { isKept, readKept, scopeOfPaper, type PaperFacts } from "./kept-papers.ts";

/** A file on this device. */
export interface KeptFile {
  /** In bytes. */
  length: number;
  /** What the server would give as ETag. */
  etag: string;
  /** Bytes; null when the device does not give them out. @param end exclusive */
  read(begin: number, end: number): Promise<Uint8Array | null>;
}

/** @param factsOf asked only when something of the paper is here, so that an unknown paper is fetched without delay */
export async function openKeptFile(paperId: string, factsOf: () => Promise<PaperFacts>): Promise<KeptFile | null> {
  const store = deviceStore();
  const entries = await store?.entries();
  if (!store || !entries?.ok) return null;
  const isHere = entries.value.some(
    ({ scope, name }) => scope === scopeOfPaper(paperId) && name.startsWith("verified:"),
  );
  if (!isHere) return null;
  const facts = await factsOf();
  if (!(await isKept(store, facts))) return null;
  return {
    length: facts.sizeBytes,
    etag: `"${facts.sha256}"`,
    read: (begin, end) => readKept(store, facts, begin, end),
  };
}
