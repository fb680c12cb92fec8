// Looks at an uploaded file before it is kept: judged by content, in a thread with bounded time and memory.
import { open } from "node:fs/promises";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "../../shared/protocol/errors.ts";
import { degreeOfSecrecy } from "./secrecy.ts";

/** A 300-page paper takes under a second; what takes longer than this is built to take for ever. */
const INSPECT_MS = 20_000;
/** pdf.js needs about 150 MB for 300 pages. */
const INSPECT_MEMORY_MB = 512;

export interface Inspection {
  mediaType: string;
  /** null when it is no PDF. */
  pageCount: number | null;
  thumbnail: Uint8Array | null;
}

/** What the thread answers. */
export type InspectionAnswer =
  | { is: "sound"; pageCount: number; thumbnail: Uint8Array | null; firstText: string }
  | { is: "locked" }
  | { is: "damaged" };

const OTHER_TYPES: Readonly<Record<string, string>> = {
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ".doc": "application/msword",
  ".xls": "application/vnd.ms-excel",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
};
const MAGIC: Readonly<Record<string, readonly number[]>> = {
  ".docx": [0x50, 0x4b, 3, 4],
  ".xlsx": [0x50, 0x4b, 3, 4],
  ".pptx": [0x50, 0x4b, 3, 4],
  ".doc": [0xd0, 0xcf, 0x11, 0xe0],
  ".xls": [0xd0, 0xcf, 0x11, 0xe0],
  ".png": [0x89, 0x50, 0x4e, 0x47],
  ".jpg": [0xff, 0xd8, 0xff],
  ".jpeg": [0xff, 0xd8, 0xff],
};

/** @throws {AppError} when the file is empty, not what it says, damaged, locked, hostile, or bears a degree of secrecy. */
export async function inspect(file: string, fileName: string, sizeBytes: number): Promise<Inspection> {
  if (sizeBytes === 0) throw new AppError("emptyFile");
  const head = await headOf(file);
  const extension = extname(fileName).toLowerCase();
  if (extension !== ".pdf" && !head.includes("%PDF-")) return inspectOther(extension, head);
  if (!head.includes("%PDF-")) throw new AppError("unsupportedFile");
  const answer = await inThread(file);
  if (answer.is === "locked") throw new AppError("passwordProtectedFile");
  if (answer.is === "damaged") throw new AppError("truncatedFile");
  const degree = degreeOfSecrecy(answer.firstText.split("\n"));
  if (degree !== null) throw new AppError("secretPaper", { degree });
  return { mediaType: "application/pdf", pageCount: answer.pageCount, thumbnail: answer.thumbnail };
}

function inspectOther(extension: string, head: string): Inspection {
  const mediaType = OTHER_TYPES[extension];
  const isWhatItSays = MAGIC[extension]?.every((byte, at) => head.charCodeAt(at) === byte);
  if (!mediaType || !isWhatItSays) throw new AppError("unsupportedFile");
  return { mediaType, pageCount: null, thumbnail: null };
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead).toString("latin1");
  } finally {
    await handle.close();
  }
}

function inThread(file: string): Promise<InspectionAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./inspect-worker.ts", import.meta.url), {
      workerData: { file },
      resourceLimits: { maxOldGenerationSizeMb: INSPECT_MEMORY_MB },
      stdout: true,
      stderr: true, // pdf.js warns about damaged files; the answer says it better
    });
    const hostile = (cause?: unknown) => {
      void worker.terminate();
      reject(new AppError("hostileFile", {}, { cause }));
    };
    const timer = setTimeout(hostile, INSPECT_MS);
    worker.once("message", (answer: InspectionAnswer) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    });
    worker.once("error", (error) => {
      clearTimeout(timer);
      hostile(error);
    });
  });
}
