// Looks at an uploaded file before it is kept: judged by content, in a thread with bounded time and memory.
import { open } from "node:fs/promises";
import { extname } from "node:path";
import { AppError } from "../../shared/protocol/errors.ts";
import type { PdfAnswer, PdfThreads } from "./pdf-threads.ts";

export interface Inspection {
  mediaType: string;
  /** null when it is no PDF. */
  pageCount: number | null;
  thumbnail: Uint8Array | null;
}

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

/** What is to be inspected. */
export interface ArrivedFile {
  /** Where it lies. */
  file: string;
  /** As its sender called it. */
  fileName: string;
  sizeBytes: number;
}

/** @throws {AppError} when the file is empty, not what it says, damaged, locked, hostile, or bears a degree of secrecy. */
export async function inspect(threads: PdfThreads, { file, fileName, sizeBytes }: ArrivedFile): Promise<Inspection> {
  if (sizeBytes === 0) throw new AppError("emptyFile");
  const head = await headOf(file);
  const extension = extname(fileName).toLowerCase();
  if (extension !== ".pdf" && !head.includes("%PDF-")) return inspectOther(extension, head);
  if (!head.includes("%PDF-")) throw new AppError("unsupportedFile");
  return inspectionFrom(await inThread(threads, file));
}

function inspectionFrom(answer: PdfAnswer): Inspection {
  switch (answer.is) {
    case "sound":
      return { mediaType: "application/pdf", pageCount: answer.pageCount, thumbnail: answer.thumbnail };
    case "locked":
      throw new AppError("passwordProtectedFile");
    case "secret":
      throw new AppError("secretPaper", { degree: answer.degree, pageNumber: answer.pageNumber });
    case "tooLong":
      throw new AppError("tooLarge", { reason: "pages", most: answer.most });
    case "damaged":
    case "placed":
      throw new AppError("truncatedFile");
  }
}

async function inThread(threads: PdfThreads, file: string): Promise<PdfAnswer> {
  try {
    return await threads.ask({ kind: "inspect", file });
  } catch (cause) {
    throw new AppError("hostileFile", {}, { cause });
  }
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
