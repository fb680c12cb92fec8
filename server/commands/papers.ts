// Papers of a meeting: edited, removed and brought back; and where each person stopped reading. Adding is in add-paper.ts.
import { generateKeyBetween } from "fractional-indexing";
import type { z } from "zod";
import { AppError } from "../../shared/protocol/errors.ts";
import type { contract } from "../../shared/protocol/http/contract.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import type { NewPaperRow } from "../storage/schema.ts";
import { projectFloor } from "./floor.ts";

type PaperChange = z.output<NonNullable<(typeof contract)["editPaper"]["body"]>>;

/** Changes what is given. @throws AppError badRequest */
export async function editPaper(services: Services, by: string, id: string, change: PaperChange): Promise<void> {
  const { title, number, kind, itemId, order, readers } = change;
  if (order !== undefined) requireOrderKey(order);
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

/** A key that is none would stand in the way of every later paper. */
function requireOrderKey(order: string): void {
  try {
    generateKeyBetween(order, null);
  } catch (cause) {
    throw new AppError("badRequest", { fields: ["order"] }, { cause });
  }
}
