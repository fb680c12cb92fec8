// Adding a paper: its file is taken in, inspected and kept as blobs, then its row is written. A failure at any step leaves
// neither a file nor a row.
import { basename, extname } from "node:path";
import { Readable } from "node:stream";
import { generateKeyBetween } from "fractional-indexing";
import type { Transaction } from "kysely";
import type { z } from "zod";
import { AppError } from "../../shared/protocol/errors.ts";
import type { uploadQuery } from "../../shared/protocol/http/schemas.ts";
import { inspect } from "../papers/inspect.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import type { StoredBlob } from "../storage/blobs.ts";
import type { DatabaseSchema, NewPaperRow } from "../storage/schema.ts";
import { projectFloor } from "./floor.ts";

/** The promise of the upload dialog. */
export const MAX_PAPER_BYTES = 200 * 1024 * 1024;
const MAX_FILE_NAME = 200;
const MAX_TITLE = 300;

type UploadFacts = z.output<typeof uploadQuery>;

/** A file on its way in. */
export interface IncomingFile {
  /** As its sender calls it; never used as a path. */
  fileName: string;
  content: Readable;
  /** Asked after the last byte: whether the file came whole. @throws AppError */
  afterwards?: () => void;
}

/** What is uploaded and by whom. */
export interface Upload extends IncomingFile {
  meetingId: string;
  by: string;
  facts: UploadFacts;
}

/** A file that is kept: its blobs are held until `release`. */
export interface KeptFile {
  fileName: string;
  mediaType: string;
  pageCount: number | null;
  sizeBytes: number;
  sha256: string;
  thumbnail: string | null;
  /** Lets go of the blobs; those that no paper uses by then are removed. */
  release: () => Promise<void>;
}

/** Takes in, inspects and keeps a file, and adds its paper. @throws AppError tooLarge and those of the inspection */
export async function addPaper(services: Services, upload: Upload): Promise<string> {
  const meeting = await services.db
    .selectFrom("meetings")
    .select(["id", "organisation_id"])
    .where("id", "=", upload.meetingId)
    .executeTakeFirst();
  if (!meeting) throw new AppError("notFound");
  const kept = await keepFile(services, meeting.organisation_id, upload);
  try {
    const row = paperRow(kept, {
      id: services.ids(),
      meetingId: meeting.id,
      organisationId: meeting.organisation_id,
      by: upload.by,
      at: services.clock(),
      facts: upload.facts,
    });
    await services.db.transaction().execute((transaction) => insertPaper(transaction, row));
    await projectFloor(services, meeting.id, "papers");
    return row.id;
  } finally {
    await kept.release();
  }
}

/** Takes in, inspects and keeps a file. @throws AppError tooLarge and those of the inspection */
export async function keepFile(services: Services, organisationId: string, incoming: IncomingFile): Promise<KeptFile> {
  const { blobs, pdfs } = services;
  const fileName = cleanFileName(incoming.fileName);
  const held: string[] = [];
  const release = async () => {
    for (const sha256 of held.splice(0)) {
      await blobs.release(organisationId, sha256, () => isUsed(services, organisationId, sha256));
    }
  };
  const keep = async (received: StoredBlob & { file: string }) => {
    const { sha256 } = await blobs.keep(organisationId, received);
    held.push(sha256);
    return sha256;
  };
  const arrived = await blobs.receive(incoming.content);
  try {
    incoming.afterwards?.();
    const { mediaType, pageCount, thumbnail } = await inspect(pdfs, { ...arrived, fileName });
    return {
      fileName,
      mediaType,
      pageCount,
      sizeBytes: arrived.sizeBytes,
      sha256: await keep(arrived),
      thumbnail: thumbnail && (await keep(await blobs.receive(Readable.from([thumbnail])))),
      release,
    };
  } catch (error) {
    await release();
    throw error;
  } finally {
    await blobs.drop(arrived); // nothing is there any more when it was kept
  }
}

/** The row of a kept file. Its place in the list is given when it is inserted. */
export function paperRow(
  kept: KeptFile,
  made: { id: string; meetingId: string; organisationId: string; by: string; at: Date; facts: UploadFacts },
): NewPaperRow {
  const { facts } = made;
  const own = basename(kept.fileName, extname(kept.fileName));
  const title = facts.title === undefined || facts.title === "" ? own : facts.title;
  return {
    id: made.id,
    meeting_id: made.meetingId,
    organisation_id: made.organisationId,
    item_id: facts.itemId ?? null,
    order_key: "",
    title: title.normalize("NFC").slice(0, MAX_TITLE),
    number: (facts.number ?? "").normalize("NFC"),
    kind: facts.kind ?? "other",
    file_name: kept.fileName,
    media_type: kept.mediaType,
    size_bytes: kept.sizeBytes,
    sha256: kept.sha256,
    version: 1,
    page_count: kept.pageCount,
    thumbnail_sha256: kept.thumbnail,
    readers_json: null,
    added_by: made.by,
    added_at: made.at.toISOString(),
    removed_at: null,
  };
}

/** Writes the row at the end of its meeting's list. */
export async function insertPaper(transaction: Transaction<DatabaseSchema>, row: NewPaperRow): Promise<void> {
  const last = await transaction
    .selectFrom("papers")
    .select((select) => select.fn.max("order_key").as("order"))
    .where("meeting_id", "=", row.meeting_id)
    .executeTakeFirst();
  const order_key = generateKeyBetween(last?.order ?? null, null);
  await transaction
    .insertInto("papers")
    .values({ ...row, order_key })
    .execute();
  await appendAudit(transaction, {
    at: new Date(row.added_at),
    organisationId: row.organisation_id,
    personId: row.added_by,
    action: "paperAdded",
    subject: row.id,
    details: { sha256: row.sha256 },
  });
}

async function isUsed({ db }: Pick<Services, "db">, organisationId: string, sha256: string): Promise<boolean> {
  const user = await db
    .selectFrom("papers")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where((where) => where.or([where("sha256", "=", sha256), where("thumbnail_sha256", "=", sha256)]))
    .executeTakeFirst();
  return user !== undefined;
}

/** Removes the files that no paper uses: what a server that was killed in the middle has left. Asked before it listens. */
export async function sweepFiles({ db, blobs }: Pick<Services, "db" | "blobs">): Promise<void> {
  const rows = await db.selectFrom("papers").select(["organisation_id", "sha256", "thumbnail_sha256"]).execute();
  const used = new Set(
    rows.flatMap((row) => [row.sha256, row.thumbnail_sha256].map((hash) => `${row.organisation_id}/${hash ?? ""}`)),
  );
  for (const { organisationId, sha256 } of await blobs.list()) {
    if (!used.has(`${organisationId}/${sha256}`)) await blobs.remove(organisationId, sha256);
  }
}

/** The name without folders and control characters; it is shown and offered for saving, never used as a path. */
function cleanFileName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return plain === "" ? "tai-lieu" : plain.slice(-MAX_FILE_NAME);
}
