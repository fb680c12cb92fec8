// Papers of a meeting: added after inspection, edited, removed and brought back; and where each person stopped reading.
// A failure at any step leaves neither a file nor a row.
import { basename, extname } from "node:path";
import { Readable } from "node:stream";
import { generateKeyBetween } from "fractional-indexing";
import type { z } from "zod";
import { AppError } from "../../shared/protocol/errors.ts";
import type { contract } from "../../shared/protocol/http/contract.ts";
import type { uploadQuery } from "../../shared/protocol/http/schemas.ts";
import { inspect, type Inspection } from "../papers/inspect.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import type { StoredBlob } from "../storage/blobs.ts";
import type { MeetingRow, NewPaperRow } from "../storage/schema.ts";
import { projectFloor } from "./floor.ts";

/** The promise of the upload dialog. */
export const MAX_PAPER_BYTES = 200 * 1024 * 1024;
const MAX_FILE_NAME = 200;
const MAX_TITLE = 300;

type PaperChange = z.output<NonNullable<(typeof contract)["editPaper"]["body"]>>;
type UploadFacts = z.output<typeof uploadQuery>;

/** What is uploaded and by whom. */
export interface Upload {
  meetingId: string;
  by: string;
  fileName: string;
  facts: UploadFacts;
  content: Readable;
  /** Asked after the last byte: whether the file came whole. @throws AppError */
  afterwards?: () => void;
}

/** Takes in, inspects and keeps a file. @throws AppError tooLarge and those of the inspection */
export async function addPaper(services: Services, upload: Upload): Promise<string> {
  const meeting = await services.db
    .selectFrom("meetings")
    .selectAll()
    .where("id", "=", upload.meetingId)
    .executeTakeFirst();
  if (!meeting) throw new AppError("notFound");
  const fileName = cleanFileName(upload.fileName);
  const arrived = await services.blobs.receive(upload.content);
  try {
    upload.afterwards?.();
    const inspection = await inspect(arrived.file, fileName, arrived.sizeBytes);
    return await keepPaper(services, { ...upload, fileName }, meeting, arrived, inspection);
  } finally {
    await services.blobs.drop(arrived); // nothing is there any more when it was kept
  }
}

/** Changes what is given. */
export async function editPaper(services: Services, by: string, id: string, change: PaperChange): Promise<void> {
  const { title, number, kind, itemId, order, readers } = change;
  const values = {
    ...(title !== undefined && { title: title.normalize("NFC") }),
    ...(number !== undefined && { number: number.normalize("NFC") }),
    ...(kind !== undefined && { kind }),
    ...(itemId !== undefined && { item_id: itemId }),
    ...(order !== undefined && { order_key: order }),
    ...(readers !== undefined && { readers_json: readers && JSON.stringify(readers) }),
  };
  if (Object.keys(values).length > 0) await changePaper(services, by, id, "paperEdited", values);
}

/** Hides the paper and closes its rooms; the file stays. */
export function removePaper(services: Services, by: string, id: string): Promise<void> {
  return changePaper(services, by, id, "paperRemoved", { removed_at: services.clock().toISOString() });
}

/** Brings a removed paper back, with its marks. */
export function restorePaper(services: Services, by: string, id: string): Promise<void> {
  return changePaper(services, by, id, "paperRestored", { removed_at: null });
}

/** Where the person stopped, and the furthest they have been. */
export async function recordReading(services: Services, by: string, paperId: string, pageIndex: number): Promise<void> {
  const at = services.clock().toISOString();
  const before = await services.db
    .selectFrom("readings")
    .select("furthest_page_index")
    .where("paper_id", "=", paperId)
    .where("person_id", "=", by)
    .executeTakeFirst();
  const furthest = Math.max(pageIndex, before?.furthest_page_index ?? 0);
  const values = { page_index: pageIndex, furthest_page_index: furthest, at };
  await services.db
    .insertInto("readings")
    .values({ paper_id: paperId, person_id: by, ...values })
    .onConflict((conflict) => conflict.columns(["paper_id", "person_id"]).doUpdateSet(values))
    .execute();
}

async function keepPaper(
  services: Services,
  upload: Upload,
  meeting: MeetingRow,
  arrived: StoredBlob & { file: string },
  inspection: Inspection,
): Promise<string> {
  const organisationId = meeting.organisation_id;
  const kept: string[] = [];
  const keep = async (blob: StoredBlob & { file: string }) => {
    kept.push(blob.sha256);
    return (await services.blobs.keep(organisationId, blob)).sha256;
  };
  try {
    const sha256 = await keep(arrived);
    const thumbnail = inspection.thumbnail
      ? await keep(await services.blobs.receive(Readable.from([inspection.thumbnail])))
      : null;
    const row = paperRow(services, upload, meeting, inspection, { sha256, sizeBytes: arrived.sizeBytes, thumbnail });
    await insertPaper(services, row);
    await projectFloor(services, meeting.id, "papers");
    return row.id;
  } catch (error) {
    for (const sha256 of kept) await removeUnused(services, organisationId, sha256);
    throw error;
  }
}

function paperRow(
  services: Services,
  { by, fileName, facts }: Upload,
  meeting: MeetingRow,
  inspection: Inspection,
  blob: { sha256: string; sizeBytes: number; thumbnail: string | null },
): NewPaperRow {
  const title = facts.title === undefined || facts.title === "" ? basename(fileName, extname(fileName)) : facts.title;
  return {
    id: services.ids(),
    meeting_id: meeting.id,
    organisation_id: meeting.organisation_id,
    item_id: facts.itemId ?? null,
    order_key: "",
    title: title.normalize("NFC").slice(0, MAX_TITLE),
    number: (facts.number ?? "").normalize("NFC"),
    kind: facts.kind ?? "other",
    file_name: fileName,
    media_type: inspection.mediaType,
    size_bytes: blob.sizeBytes,
    sha256: blob.sha256,
    version: 1,
    page_count: inspection.pageCount,
    thumbnail_sha256: blob.thumbnail,
    readers_json: null,
    added_by: by,
    added_at: services.clock().toISOString(),
    removed_at: null,
  };
}

/** At the end of its meeting's list. */
async function insertPaper({ db, clock }: Services, row: NewPaperRow): Promise<void> {
  await db.transaction().execute(async (transaction) => {
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
      at: clock(),
      organisationId: row.organisation_id,
      personId: row.added_by,
      action: "paperAdded",
      subject: row.id,
      details: { sha256: row.sha256 },
    });
  });
}

async function removeUnused(services: Services, organisationId: string, sha256: string): Promise<void> {
  const user = await services.db
    .selectFrom("papers")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where((where) => where.or([where("sha256", "=", sha256), where("thumbnail_sha256", "=", sha256)]))
    .executeTakeFirst();
  if (!user) await services.blobs.remove(organisationId, sha256);
}

async function changePaper(
  services: Services,
  by: string,
  id: string,
  action: string,
  values: Partial<NewPaperRow>,
): Promise<void> {
  const paper = await services.db.transaction().execute(async (transaction) => {
    await transaction.updateTable("papers").set(values).where("id", "=", id).execute();
    const row = await transaction
      .selectFrom("papers")
      .select(["organisation_id", "meeting_id"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) throw new AppError("notFound");
    const organisationId = row.organisation_id;
    await appendAudit(transaction, { at: services.clock(), organisationId, personId: by, action, subject: id });
    return row;
  });
  services.sync.recheck();
  await projectFloor(services, paper.meeting_id, "papers");
}

/** The name without folders and control characters; it is shown and offered for saving, never used as a path. */
function cleanFileName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return plain === "" ? "tai-lieu" : plain.slice(-MAX_FILE_NAME);
}
