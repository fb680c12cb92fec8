// Recalling a paper or a meeting, lifting that, and the word of a device that it keeps nothing of it any more. The rules
// RE1–RE13 are in docs/rules/recall.md.
import type { Transaction } from "kysely";
import { AppError } from "../../shared/protocol/errors.ts";
import type { Caller } from "../auth/caller.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import type { DatabaseSchema, RecallRow } from "../storage/schema.ts";
import { projectFloor } from "./floor.ts";
import { peopleConcerned, type Subject } from "./recall-people.ts";

type Writer = Transaction<DatabaseSchema>;

/**
 * Recalls the subject; of a subject that is recalled already the recall in force is answered.
 * @throws AppError notFound
 */
export async function recall(services: Services, by: string, subject: Subject, reason: string): Promise<RecallRow> {
  const made = await services.db.transaction().execute(async (transaction) => {
    const before = await recallInForce(transaction, subject);
    if (before) return { row: before, people: null };
    const { meetingId, organisationId } = await placeOf(transaction, subject);
    const at = services.clock();
    const row: RecallRow = {
      id: services.ids(),
      organisation_id: organisationId,
      kind: subject.kind,
      subject_id: subject.id,
      meeting_id: meetingId,
      reason: reason.normalize("NFC"),
      recalled_by: by,
      recalled_at: at.toISOString(),
      lifted_at: null,
      lifted_by: null,
    };
    await transaction.insertInto("recalls").values(row).execute();
    await markRecalled(transaction, subject, row.recalled_at);
    await endPresentation(transaction, meetingId, subject);
    const people = await peopleConcerned(transaction, meetingId, subject);
    for (const personId of people) {
      await transaction.insertInto("recall_people").values({ recall_id: row.id, person_id: personId }).execute();
    }
    await raiseInboxes(transaction, row.id);
    const action = subject.kind === "paper" ? "paperRecalled" : "meetingRecalled";
    const details = { recallId: row.id, reason: row.reason };
    await appendAudit(transaction, { at, organisationId, personId: by, action, subject: subject.id, details });
    return { row, people };
  });
  if (made.people) await tell(services, made.row, made.people);
  return made.row;
}

/** Gives the subject back; what is not recalled stays as it is. */
export async function liftRecall(services: Services, by: string, subject: Subject): Promise<void> {
  const lifted = await services.db.transaction().execute(async (transaction) => {
    const row = await recallInForce(transaction, subject);
    if (!row) return null;
    const at = services.clock();
    const values = { lifted_at: at.toISOString(), lifted_by: by };
    await transaction.updateTable("recalls").set(values).where("id", "=", row.id).execute();
    await markRecalled(transaction, subject, null);
    await raiseInboxes(transaction, row.id);
    await appendAudit(transaction, {
      at,
      organisationId: row.organisation_id,
      personId: by,
      action: subject.kind === "paper" ? "paperRecallLifted" : "meetingRecallLifted",
      subject: subject.id,
      details: { recallId: row.id },
    });
    const people = transaction.selectFrom("recall_people").select("person_id").where("recall_id", "=", row.id);
    return { row, people: (await people.execute()).map(({ person_id }) => person_id) };
  });
  if (lifted) await tell(services, lifted.row, lifted.people);
}

/** Keeps that the device of the caller's session has nothing of the subject any more. Idempotent. */
export async function confirmRecall({ db, clock }: Services, caller: Caller, recallId: string): Promise<void> {
  if (caller.deviceId === null) throw new AppError("forbidden");
  await db
    .insertInto("recall_confirmations")
    .values({ recall_id: recallId, person_id: caller.person.id, device_id: caller.deviceId, at: clock().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Closes the rooms at once and lets everybody concerned know. The inboxes are not waited for: the answer does not hang on
 * three hundred of them, and one that is not told now is told from SQL when it is entered next.
 */
async function tell(services: Services, { id, kind, meeting_id }: RecallRow, people: readonly string[]): Promise<void> {
  const { sync, logger } = services;
  sync.recheck();
  for (const personId of people) {
    sync
      .project({ kind: "inbox", id: personId })
      .catch((error: unknown) => logger.error({ recallId: id, personId, err: error }, "inbox not told"));
  }
  await projectFloor(services, meeting_id, kind === "paper" ? "papers" : "meeting");
}

function recallInForce(transaction: Writer, subject: Subject): Promise<RecallRow | undefined> {
  return transaction
    .selectFrom("recalls")
    .selectAll()
    .where("kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .where("lifted_at", "is", null)
    .executeTakeFirst();
}

async function placeOf(transaction: Writer, subject: Subject): Promise<{ meetingId: string; organisationId: string }> {
  const row =
    subject.kind === "paper"
      ? await transaction
          .selectFrom("papers")
          .select(["meeting_id", "organisation_id"])
          .where("id", "=", subject.id)
          .executeTakeFirst()
      : await transaction
          .selectFrom("meetings")
          .select(["id as meeting_id", "organisation_id"])
          .where("id", "=", subject.id)
          .executeTakeFirst();
  if (!row) throw new AppError("notFound");
  return { meetingId: row.meeting_id, organisationId: row.organisation_id };
}

async function markRecalled(transaction: Writer, { kind, id }: Subject, recalled_at: string | null): Promise<void> {
  const table = kind === "paper" ? ("papers" as const) : ("meetings" as const);
  await transaction.updateTable(table).set({ recalled_at }).where("id", "=", id).execute();
}

/** What is recalled is not shown to everybody any longer. */
async function endPresentation(transaction: Writer, meetingId: string, subject: Subject): Promise<void> {
  const floor = await transaction
    .selectFrom("floor")
    .select("presentation_json")
    .where("meeting_id", "=", meetingId)
    .executeTakeFirst();
  if (!floor?.presentation_json) return;
  const { paperId } = JSON.parse(floor.presentation_json) as { paperId: string }; // written by the floor's commands only
  if (subject.kind === "paper" && paperId !== subject.id) return;
  await transaction
    .updateTable("floor")
    .set((row) => ({
      presentation_json: null,
      presentation_revision: row("floor.presentation_revision", "+", 1),
    }))
    .where("meeting_id", "=", meetingId)
    .execute();
}

async function raiseInboxes(transaction: Writer, recallId: string): Promise<void> {
  await transaction
    .insertInto("inboxes")
    .columns(["person_id", "recalls"])
    .expression((query) =>
      query
        .selectFrom("recall_people")
        .select((row) => ["person_id", row.val(1).as("recalls")])
        .where("recall_id", "=", recallId),
    )
    .onConflict((conflict) =>
      conflict.column("person_id").doUpdateSet((row) => ({ recalls: row("inboxes.recalls", "+", 1) })),
    )
    .execute();
}
