// The audit log: append-only and hash-chained, so that a row changed or removed on the disk is found out.
import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { Database } from "./database.ts";
import type { DatabaseSchema } from "./schema.ts";

/** What happened. Ids only: names can be erased without breaking the chain. */
export interface AuditEntry {
  at: Date;
  organisationId: string | null;
  personId: string | null;
  /** In the past tense, as `personAdded`. */
  action: string;
  subject: string;
  details?: Readonly<Record<string, unknown>>;
}

interface ChainedRow {
  at: string;
  organisation_id: string | null;
  person_id: string | null;
  action: string;
  subject: string;
  details_json: string;
}

/** Appends an entry, in the transaction of what it tells about. */
export async function appendAudit(transaction: Transaction<DatabaseSchema>, entry: AuditEntry): Promise<void> {
  const last = await transaction
    .selectFrom("audit")
    .select("hash")
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const row: ChainedRow = {
    at: entry.at.toISOString(),
    organisation_id: entry.organisationId,
    person_id: entry.personId,
    action: entry.action,
    subject: entry.subject,
    details_json: JSON.stringify(entry.details ?? {}),
  };
  await transaction
    .insertInto("audit")
    .values({ ...row, hash: chain(last?.hash ?? "", row) })
    .execute();
}

/** The number of the first row whose hash does not follow from the one before; null when the chain is whole. */
export async function firstBrokenAuditRow(db: Database): Promise<number | null> {
  let previous = "";
  for (const row of await db.selectFrom("audit").selectAll().orderBy("sequence").execute()) {
    if (row.hash !== chain(previous, row)) return row.sequence;
    previous = row.hash;
  }
  return null;
}

function chain(previous: string, row: ChainedRow): string {
  const fields = [row.at, row.organisation_id, row.person_id, row.action, row.subject, row.details_json];
  return createHash("sha256")
    .update(JSON.stringify([previous, ...fields]))
    .digest("hex");
}
