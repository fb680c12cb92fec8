// Whom a recall concerns: everybody who may hold a copy at the moment it is made. Who knows of the subject now, and who has
// looked at it before and was taken from the list since.
import type { Transaction } from "kysely";
import type { RecallKind } from "../../shared/protocol/http/schemas.ts";
import { knowsOf } from "../policies/meeting.ts";
import { knowsOfPaper } from "../policies/paper.ts";
import type { DatabaseSchema } from "../storage/schema.ts";

/** What is recalled. */
export interface Subject {
  kind: RecallKind;
  id: string;
}

type Reader = Pick<Transaction<DatabaseSchema>, "selectFrom">;

/** Their ids, each once. */
export async function peopleConcerned(db: Reader, meetingId: string, subject: Subject): Promise<string[]> {
  const now = subject.kind === "paper" ? await whoKnowsPaper(db, subject.id) : await whoKnowsMeeting(db, meetingId);
  const before = subject.kind === "paper" ? await whoRead(db, subject.id) : await whoVisited(db, meetingId);
  return [...new Set([...now, ...before])];
}

async function whoKnowsMeeting(db: Reader, meetingId: string): Promise<string[]> {
  const rows = await participations(db).where("participants.meeting_id", "=", meetingId).execute();
  return rows.filter((row) => knowsOf(row, row.role)).map(({ person_id }) => person_id);
}

/** A removed paper lies with those who knew of it before. */
async function whoKnowsPaper(db: Reader, paperId: string): Promise<string[]> {
  const rows = await participations(db)
    .innerJoin("papers", "papers.meeting_id", "meetings.id")
    .select("papers.readers_json")
    .where("papers.id", "=", paperId)
    .execute();
  return rows
    .filter((row) => knowsOf(row, row.role) && knowsOfPaper({ ...row, removed_at: null }, row, row.person_id))
    .map(({ person_id }) => person_id);
}

function participations(db: Reader) {
  return db
    .selectFrom("participants")
    .innerJoin("meetings", "meetings.id", "participants.meeting_id")
    .select(["participants.person_id", "participants.role", "meetings.convened_at"]);
}

async function whoRead(db: Reader, paperId: string): Promise<string[]> {
  const rows = await db.selectFrom("readings").select("person_id").where("paper_id", "=", paperId).execute();
  return rows.map(({ person_id }) => person_id);
}

async function whoVisited(db: Reader, meetingId: string): Promise<string[]> {
  const rows = await db.selectFrom("meeting_visits").select("person_id").where("meeting_id", "=", meetingId).execute();
  return rows.map(({ person_id }) => person_id);
}
