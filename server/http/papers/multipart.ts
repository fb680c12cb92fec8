// Reads a multipart upload as a stream: the one file in the field `file`, never held in memory.
import { Readable } from "node:stream";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { Busboy, type BusboyFileStream, type BusboyHeaders } from "@fastify/busboy";
import { AppError } from "../../../shared/protocol/errors.ts";
import { MAX_PAPER_BYTES } from "../../commands/add-paper.ts";

const FIELD = "file";
/** Boundaries, headers and fields around the file. */
const FORM_BYTES = 64 * 1024;
/** So long the rest of a refused upload is listened to. */
const DRAIN_MS = 30_000;

export interface UploadedFile {
  fileName: string;
  content: Readable;
  /** @throws AppError `truncatedFile` when the request broke off, `tooLarge` when the file was cut at the limit */
  afterwards: () => void;
}

/** Hands the file to `use` while it arrives. @throws AppError badRequest, and what `use` throws */
export async function withUploadedFile<T>(request: Request, use: (file: UploadedFile) => Promise<T>): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || !request.body)
    throw new AppError("badRequest", { reason: "multipart" });
  // What says beforehand that it is too large is not listened to; the rest of the form is small.
  if (Number(request.headers.get("content-length") ?? 0) > MAX_PAPER_BYTES + FORM_BYTES) {
    throw new AppError("tooLarge", { limitBytes: MAX_PAPER_BYTES });
  }
  const body = Readable.fromWeb(request.body as NodeWebStream<Uint8Array>);
  let taken: Promise<T> | null = null;
  let arriving: BusboyFileStream | null = null;
  try {
    await new Promise<void>((resolve, reject) => {
      const parser = parserFor(type);
      parser.on("file", (field: string, stream: BusboyFileStream, fileName: string | undefined) => {
        if (field !== FIELD || taken) return void stream.resume();
        arriving = stream;
        taken = use({ fileName: fileName ?? "", content: stream, afterwards: () => requireWhole(stream) }).catch(
          (error: unknown) => explain(error, stream),
        );
        taken.then(() => resolve(), reject);
      });
      parser.on("finish", () => {
        if (!taken) reject(new AppError("badRequest", { reason: "noFile" }));
      });
      const broken = (cause: unknown) => {
        const error = new AppError("truncatedFile", { reason: "upload" }, { cause });
        arriving?.destroy(error);
        parser.destroy(error);
        // What has arrived is cleared away before anybody is answered.
        Promise.resolve(taken).then(
          () => reject(error),
          () => reject(error),
        );
      };
      parser.on("error", broken);
      body.on("error", broken);
      body.pipe(parser);
    });
    // The promise was assigned in a callback, which the compiler does not follow.
    return await (taken as unknown as Promise<T>);
  } finally {
    body.unpipe();
    body.resume(); // what is left of a refused upload is read and forgotten, so that the answer gets through
    setTimeout(() => body.destroy(), DRAIN_MS).unref();
  }
}

function parserFor(contentType: string) {
  const headers: BusboyHeaders = { "content-type": contentType };
  try {
    return new Busboy({
      headers,
      limits: { files: 1, fileSize: MAX_PAPER_BYTES + 1, fields: 10, fieldSize: 1_000, headerPairs: 20 },
    });
  } catch (cause) {
    throw new AppError("badRequest", { reason: "multipart" }, { cause });
  }
}

function requireWhole(stream: BusboyFileStream): void {
  if (stream.truncated) throw new AppError("tooLarge", { limitBytes: MAX_PAPER_BYTES });
}

/** What broke in the request is told as such; what broke on the disk is not the sender's. */
function explain(error: unknown, stream: BusboyFileStream): never {
  if (error instanceof AppError || stream.errored === null) throw error;
  if (error instanceof Error && "syscall" in error) throw error;
  requireWhole(stream);
  throw new AppError("truncatedFile", { reason: "upload" }, { cause: error });
}
