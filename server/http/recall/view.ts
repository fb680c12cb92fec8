// How the contract shows recalls: to a device what it has to forget, to those who lead a meeting who has forgotten it.
import type { Recall, RecallReport } from "../../../shared/protocol/http/schemas.ts";
import type { Caller } from "../../auth/caller.ts";
import type { Database } from "../../storage/database.ts";
import type { RecallRow } from "../../storage/schema.ts";

/** What a device may know of a recall: neither reason nor person. */
export function shownRecall(row: Pick<RecallRow, "id" | "kind" | "subject_id" | "meeting_id" | "recalled_at">): Recall {
  return { id: row.id, kind: row.kind, subjectId: row.subject_id, meetingId: row.meeting_id, at: row.recalled_at };
}

/** RE3: the recalls in force that concern the caller, without those that the device of the session has confirmed. */
export async function recallsFor(db: Database, { person, deviceId }: Caller): Promise<Recall[]> {
  const rows = await db
    .selectFrom("recalls")
    .innerJoin("recall_people", "recall_people.recall_id", "recalls.id")
    .select(["recalls.id", "recalls.kind", "recalls.subject_id", "recalls.meeting_id", "recalls.recalled_at"])
    .where("recall_people.person_id", "=", person.id)
    .where("recalls.lifted_at", "is", null)
    .where("recalls.id", "not in", (query) =>
      query
        .selectFrom("recall_confirmations")
        .select("recall_id")
        .where("person_id", "=", person.id)
        .where("device_id", "=", deviceId),
    )
    .orderBy("recalls.recalled_at")
    .execute();
  return rows.map(shownRecall);
}

/** RE2: every recall in the meeting, the latest first. */
export async function reportsIn(db: Database, meetingId: string): Promise<RecallReport[]> {
  const rows = await db
    .selectFrom("recalls")
    .innerJoin("people as by", "by.id", "recalls.recalled_by")
    .leftJoin("people as lifter", "lifter.id", "recalls.lifted_by")
    .selectAll("recalls")
    .select(["by.full_name as by_name", "lifter.full_name as lifter_name"])
    .where("recalls.meeting_id", "=", meetingId)
    .orderBy("recalls.recalled_at", "desc")
    .orderBy("recalls.id", "desc")
    .execute();
  const devices = Map.groupBy(await devicesIn(db, meetingId), (row) => row.recall_id);
  return rows.map((row) => ({
    ...shownRecall(row),
    reason: row.reason,
    by: { personId: row.recalled_by, fullName: row.by_name },
    lifted:
      row.lifted_at === null
        ? null
        : { personId: row.lifted_by ?? "", fullName: row.lifter_name ?? "", at: row.lifted_at },
    devices: (devices.get(row.id) ?? []).map((device) => ({
      personId: device.person_id,
      fullName: device.full_name,
      deviceId: device.device_id,
      deviceName: device.name,
      lastSeenAt: device.last_seen_at,
      confirmedAt: device.confirmed_at,
    })),
  }));
}

/** Every keeping device of everybody whom a recall in the meeting concerns, those that have not confirmed first. */
function devicesIn(db: Database, meetingId: string) {
  return db
    .selectFrom("recalls")
    .innerJoin("recall_people", "recall_people.recall_id", "recalls.id")
    .innerJoin("people", "people.id", "recall_people.person_id")
    .innerJoin("devices", "devices.person_id", "people.id")
    .leftJoin("recall_confirmations", (join) =>
      join
        .onRef("recall_confirmations.recall_id", "=", "recalls.id")
        .onRef("recall_confirmations.person_id", "=", "devices.person_id")
        .onRef("recall_confirmations.device_id", "=", "devices.id"),
    )
    .select(["recalls.id as recall_id", "people.id as person_id", "people.full_name"])
    .select(["devices.id as device_id", "devices.name", "devices.last_seen_at"])
    .select("recall_confirmations.at as confirmed_at")
    .where("recalls.meeting_id", "=", meetingId)
    .orderBy("recall_confirmations.at")
    .orderBy("devices.last_seen_at")
    .execute();
}
