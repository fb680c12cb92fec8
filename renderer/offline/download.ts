// Saves a paper's file on this device, under its own name: from what is kept here, or from the server.
import { rawRoutes } from "../../shared/protocol/http/contract.ts";
import type { Paper } from "../../shared/protocol/http/schemas.ts";
import { AppError } from "../../shared/protocol/errors.ts";
import { api } from "../platform/api.ts";
import { serverUrl } from "../platform/server.ts";
import { openKeptFile, type KeptFile } from "./kept-file.ts";

/** Read at once from what is kept. */
const PART_BYTES = 8 * 1024 * 1024;

/** @throws {AppError} when the server does not give it. */
export async function downloadPaper(paper: Paper): Promise<void> {
  const kept = await openKeptFile(paper.id, () => Promise.resolve(paper));
  const file = (kept && (await readWhole(kept, paper.mediaType))) ?? (await fetchWhole(paper));
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = paper.fileName;
  link.click();
  URL.revokeObjectURL(url);
}

async function readWhole(kept: KeptFile, type: string): Promise<Blob | null> {
  const parts: BlobPart[] = [];
  for (let at = 0; at < kept.length; at += PART_BYTES) {
    const part = await kept.read(at, Math.min(kept.length, at + PART_BYTES));
    if (!part) return null;
    parts.push(new Uint8Array(part));
  }
  return new Blob(parts, { type });
}

async function fetchWhole({ id }: Paper): Promise<Blob> {
  const path = rawRoutes.paperContent.path.replace(":paperId", id);
  const response = await fetch(serverUrl(path), { headers: api.headers() }).catch((cause: unknown) => {
    throw new AppError("internal", { network: true }, { cause });
  });
  if (!response.ok) throw new AppError(response.status === 404 ? "notFound" : "forbidden");
  return response.blob();
}
