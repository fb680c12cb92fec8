// How the contract shows meetings, papers and participants to one person: only what the policies let them see.
import type { Meeting, Paper, Participant } from "../../../shared/protocol/http/schemas.ts";
import { isLeading, mayEditIn, type MeetingStanding } from "../../policies/meeting.ts";
import { readersOf, seesPaper } from "../../policies/paper.ts";
import type { Database } from "../../storage/database.ts";
import type { PaperRow } from "../../storage/schema.ts";

/** The meeting with what this person may do in it. */
export async function viewMeeting(db: Database, standing: MeetingStanding): Promise<Meeting> {
  const { meeting, participant } = standing;
  const organisation = await db
    .selectFrom("organisations")
    .select(["name", "time_zone"])
    .where("id", "=", meeting.organisation_id)
    .executeTakeFirstOrThrow();
  return {
    id: meeting.id,
    organisationId: meeting.organisation_id,
    organisationName: organisation.name,
    title: meeting.title,
    kind: meeting.kind,
    place: meeting.place,
    stage: meeting.stage,
    stageReason: meeting.stage_reason,
    start: meeting.start,
    plannedEnd: meeting.planned_end,
    timeZone: organisation.time_zone,
    startedAt: meeting.started_at,
    closedAt: meeting.closed_at,
    may: {
      edit: mayEditIn(standing),
      lead: isLeading(participant.role),
      comment: participant.may_comment === 1 && meeting.stage !== "archived",
      seeAgenda: true,
    },
    myRole: participant.role,
  };
}

/** Everybody at the meeting, in the order in which they joined the list. */
export async function viewParticipants(db: Database, meetingId: string): Promise<Participant[]> {
  const rows = await db
    .selectFrom("participants")
    .innerJoin("people", "people.id", "participants.person_id")
    .select(["person_id", "people.full_name", "role", "participants.title", "organisation_name", "position"])
    .select("may_comment")
    .where("meeting_id", "=", meetingId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    fullName: row.full_name,
    role: row.role,
    title: row.title,
    organisationName: row.organisation_name,
    position: row.position,
    mayComment: row.may_comment === 1,
  }));
}

/** The papers that this person may see, in their order, with how far they have read. */
export async function viewPapers(db: Database, standing: MeetingStanding): Promise<Paper[]> {
  const rows = await db
    .selectFrom("papers")
    .selectAll()
    .where("meeting_id", "=", standing.meeting.id)
    .orderBy("order_key")
    .orderBy("id")
    .execute();
  const visible = rows.filter((row) => seesPaper(row, standing.participant, standing.participant.person_id));
  return Promise.all(visible.map((row) => viewPaper(db, standing.participant.person_id, row)));
}

/** One paper, with how far this person has read it. */
export async function viewPaper(db: Database, personId: string, row: PaperRow): Promise<Paper> {
  const reading = await db
    .selectFrom("readings")
    .selectAll()
    .where("paper_id", "=", row.id)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return {
    id: row.id,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    order: row.order_key,
    title: row.title,
    number: row.number,
    kind: row.kind,
    fileName: row.file_name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    version: row.version,
    pageCount: row.page_count,
    hasThumbnail: row.thumbnail_sha256 !== null,
    status: row.removed_at === null ? "ready" : "removed",
    readers: row.readers_json === null ? null : readersOf(row.readers_json),
    addedAt: row.added_at,
    myReading: reading
      ? { pageIndex: reading.page_index, furthestPageIndex: reading.furthest_page_index, at: reading.at }
      : null,
  };
}
