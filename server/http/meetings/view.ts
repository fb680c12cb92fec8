// How the contract shows meetings, papers and participants to one person: only what the policies let them see.
import type { Meeting, Paper, Participant } from "../../../shared/protocol/http/schemas.ts";
import { DEFAULT_TIME_ZONE } from "../../commands/setup.ts";
import { isLeading, mayEditIn, type MeetingStanding } from "../../policies/meeting.ts";
import { readersOf, seesPaper } from "../../policies/paper.ts";
import type { Database } from "../../storage/database.ts";
import type { MeetingRow, PaperRow } from "../../storage/schema.ts";

/** What a meeting shows of its unit. */
export interface UnitFacts {
  name: string;
  time_zone: string;
}

/** The meeting with what this person may do in it. */
export async function viewMeeting(db: Database, standing: MeetingStanding): Promise<Meeting> {
  const units = await unitsOf(db, [standing]);
  return shownMeeting(standing, units.get(standing.meeting.organisation_id));
}

/** The units of some meetings, by id. */
export async function unitsOf(db: Database, standings: readonly MeetingStanding[]): Promise<Map<string, UnitFacts>> {
  const ids = [...new Set(standings.map(({ meeting }) => meeting.organisation_id))];
  const rows = await db
    .selectFrom("organisations")
    .select(["id", "name", "time_zone"])
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same from facts that are already known. */
export function shownMeeting(standing: MeetingStanding, unit: UnitFacts | undefined): Meeting {
  const { meeting, participant } = standing;
  return {
    id: meeting.id,
    organisationId: meeting.organisation_id,
    organisationName: unit?.name ?? "",
    title: meeting.title,
    kind: meeting.kind,
    place: meeting.place,
    stage: meeting.stage,
    stageReason: meeting.stage_reason,
    start: meeting.start,
    plannedEnd: meeting.planned_end,
    timeZone: unit?.time_zone ?? DEFAULT_TIME_ZONE,
    startedAt: meeting.started_at,
    closedAt: meeting.closed_at,
    recalledAt: meeting.recalled_at,
    may: {
      edit: mayEditIn(standing),
      lead: isLeading(participant.role) && meeting.recalled_at === null,
      comment: participant.may_comment === 1 && meeting.stage !== "archived" && meeting.recalled_at === null,
      seeAgenda: true,
      recall: isLeading(participant.role),
    },
    myRole: participant.role,
  };
}

/** Everybody at the meeting, in the order in which they joined the list. */
export async function viewParticipants(db: Database, meetingId: string): Promise<Participant[]> {
  return (await participantsByMeeting(db, [meetingId])).get(meetingId) ?? [];
}

/** The same for many meetings at once. */
export async function participantsByMeeting(
  db: Database,
  meetingIds: readonly string[],
): Promise<Map<string, Participant[]>> {
  const rows = await db
    .selectFrom("participants")
    .innerJoin("people", "people.id", "participants.person_id")
    .select(["meeting_id", "person_id", "people.full_name", "role", "participants.title", "organisation_name"])
    .select(["position", "may_comment"])
    .where("meeting_id", "in", meetingIds)
    .orderBy("position")
    .execute();
  const shown = (row: (typeof rows)[number]): Participant => ({
    personId: row.person_id,
    fullName: row.full_name,
    role: row.role,
    title: row.title,
    organisationName: row.organisation_name,
    position: row.position,
    mayComment: row.may_comment === 1,
  });
  return mapValues(
    Map.groupBy(rows, (row) => row.meeting_id),
    (ofMeeting) => ofMeeting.map(shown),
  );
}

/** The papers that this person may see, in their order, with how far they have read. */
export async function viewPapers(db: Database, standing: MeetingStanding): Promise<Paper[]> {
  return (await papersByMeeting(db, [standing])).get(standing.meeting.id) ?? [];
}

/** The same for many meetings of one person at once. */
export async function papersByMeeting(
  db: Database,
  standings: readonly MeetingStanding[],
): Promise<Map<string, Paper[]>> {
  const known = new Map(standings.map((standing) => [standing.meeting.id, standing]));
  const rows = await db
    .selectFrom("papers")
    .selectAll()
    .where("meeting_id", "in", [...known.keys()])
    .orderBy("order_key")
    .orderBy("id")
    .execute();
  const visible = rows.filter((row) => {
    const participant = known.get(row.meeting_id)?.participant;
    return participant !== undefined && seesPaper(row, participant, participant.person_id);
  });
  const readings = await readingsOf(db, standings[0]?.participant.person_id ?? "", visible);
  return mapValues(
    Map.groupBy(visible, (row) => row.meeting_id),
    (ofMeeting) =>
      ofMeeting.map((row) => shownPaper(row, known.get(row.meeting_id)?.meeting ?? null, readings.get(row.id))),
  );
}

/** One paper, with how far this person has read it. */
export async function viewPaper(db: Database, standing: MeetingStanding, row: PaperRow): Promise<Paper> {
  const readings = await readingsOf(db, standing.participant.person_id, [row]);
  return shownPaper(row, standing.meeting, readings.get(row.id));
}

async function readingsOf(db: Database, personId: string, papers: readonly PaperRow[]) {
  const rows = await db
    .selectFrom("readings")
    .select(["paper_id", "page_index", "furthest_page_index", "at"])
    .where("person_id", "=", personId)
    .where(
      "paper_id",
      "in",
      papers.map(({ id }) => id),
    )
    .execute();
  return new Map(rows.map((row) => [row.paper_id, row]));
}

function shownPaper(
  row: PaperRow,
  meeting: MeetingRow | null,
  reading: { page_index: number; furthest_page_index: number; at: string } | undefined,
): Paper {
  const recalledAt = row.recalled_at ?? meeting?.recalled_at ?? null;
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
    hasThumbnail: row.thumbnail_sha256 !== null && recalledAt === null,
    status: row.removed_at === null ? "ready" : "removed",
    recalledAt,
    readers: row.readers_json === null ? null : readersOf(row.readers_json),
    addedAt: row.added_at,
    myReading: reading
      ? { pageIndex: reading.page_index, furthestPageIndex: reading.furthest_page_index, at: reading.at }
      : null,
  };
}

function mapValues<From, To>(map: ReadonlyMap<string, From>, change: (value: From) => To): Map<string, To> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
