// Answers with stored files: whole or a range, under a policy that lets them do nothing in a browser.
import { Readable } from "node:stream";
import { AppError } from "../../../shared/protocol/errors.ts";
import type { BlobStore } from "../../storage/blobs.ts";
import type { PaperRow } from "../../storage/schema.ts";

const PDF = "application/pdf";

/** The file: 200, 206 for one range, 304 when the client has it. @throws AppError rangeNotSatisfiable */
export function contentAnswer(blobs: BlobStore, paper: PaperRow, request: Headers): Response {
  const etag = `"${paper.sha256}"`;
  const headers = fileHeaders(etag, paper.media_type);
  const disposition = paper.media_type === PDF ? "inline" : "attachment";
  headers.set("Content-Disposition", `${disposition}; filename*=UTF-8''${encodeName(paper.file_name)}`);
  headers.set("Accept-Ranges", "bytes");
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  const ifRange = request.get("if-range");
  const range = ifRange === null || ifRange === etag ? parseRange(request.get("range"), paper.size_bytes) : null;
  if (!range) return streamed(blobs.read(paper.organisation_id, paper.sha256), 200, headers, paper.size_bytes);
  headers.set("Content-Range", `bytes ${range.start}-${range.end}/${paper.size_bytes}`);
  const stream = blobs.read(paper.organisation_id, paper.sha256, range);
  return streamed(stream, 206, headers, range.end - range.start + 1);
}

/** The first page as WebP. @throws AppError notFound when there is none */
export function thumbnailAnswer(blobs: BlobStore, paper: PaperRow, request: Headers): Response {
  if (paper.thumbnail_sha256 === null) throw new AppError("notFound");
  const etag = `"${paper.thumbnail_sha256}"`;
  const headers = fileHeaders(etag, "image/webp");
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return streamed(blobs.read(paper.organisation_id, paper.thumbnail_sha256), 200, headers, null);
}

/**
 * The one range of a header `bytes=a-b`, `bytes=a-` or `bytes=-n`; null when there is none, or several, or another unit:
 * then the whole file is an allowed answer.
 * @throws AppError rangeNotSatisfiable
 */
export function parseRange(header: string | null, size: number): { start: number; end: number } | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return null;
  if (start > end) throw new AppError("rangeNotSatisfiable", { sizeBytes: size });
  return { start, end };
}

/** If-None-Match may name several versions, some of them weak, or any. */
function isKnown(request: Headers, etag: string): boolean {
  const named = (request.get("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return named.includes(etag) || named.includes("*");
}

function fileHeaders(etag: string, mediaType: string): Headers {
  return new Headers({
    "Content-Type": mediaType,
    ETag: etag,
    // The browser's own cache would keep the paper in the clear, beyond every recall. Who keeps the bytes in a store of
    // their own asks by the ETag: behind it they never change.
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-site",
  });
}

function streamed(stream: Readable, status: number, headers: Headers, length: number | null): Response {
  if (length !== null) headers.set("Content-Length", String(length));
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { status, headers });
}

/** RFC 5987 leaves fewer letters bare than encodeURIComponent does. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
