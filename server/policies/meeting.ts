// Who may do what with a meeting.
// M1 chairs and secretaries of the meeting see it from the beginning, other participants once it has been convened,
//    also when it is then postponed or cancelled; nobody else learns that it exists, not even the unit's administrator.
// M2 chairs and secretaries edit it until it is archived or cancelled, and lead it.
// M3 secretaries of a unit create its meetings.
// M4 whoever presents may turn the page; chairs and secretaries may present.
import type { MeetingStage } from "../../shared/domain/meeting-stage.ts";
import type { MeetingRole } from "../../shared/domain/roles.ts";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import { hasRole } from "../auth/caller.ts";
import type { Database } from "../storage/database.ts";
import type { MeetingRow, ParticipantRow } from "../storage/schema.ts";
import type { Policy } from "./policy.ts";

/** How somebody takes part in a meeting. */
export interface Standing {
  stage: MeetingStage;
  role: MeetingRole;
  mayComment: boolean;
}

/** Null: not a participant, or not yet convened. */
export async function standingIn(db: Database, personId: string, meetingId: string): Promise<Standing | null> {
  const row = await db
    .selectFrom("participants")
    .innerJoin("meetings", "meetings.id", "participants.meeting_id")
    .select(["meetings.stage", "meetings.convened_at", "participants.role", "participants.may_comment"])
    .where("participants.meeting_id", "=", meetingId)
    .where("participants.person_id", "=", personId)
    .executeTakeFirst();
  if (!row || !knowsOf(row, row.role)) return null;
  return { stage: row.stage, role: row.role, mayComment: row.may_comment === 1 };
}

/** M1: whether a participant in this role knows of the meeting. */
export function knowsOf(meeting: Pick<MeetingRow, "convened_at">, role: MeetingRole): boolean {
  return meeting.convened_at !== null || isLeading(role);
}

/** Chairs and secretaries. */
export function isLeading(role: MeetingRole): boolean {
  return role === "chair" || role === "secretary";
}

/** Nothing changes any more. */
export function isSealed(stage: MeetingStage): boolean {
  return stage === "archived" || stage === "cancelled";
}

export const maySeeMeeting: Policy = async ({ services, caller, param }) =>
  (await standingIn(services.db, caller.person.id, param("meetingId"))) ? "allowed" : "hidden";

export const mayEditMeeting: Policy = async ({ services, caller, param }) => {
  const standing = await standingIn(services.db, caller.person.id, param("meetingId"));
  if (!standing) return "hidden";
  return isLeading(standing.role) && !isSealed(standing.stage) ? "allowed" : "forbidden";
};

/** Stages may be left from `cancelled` too, so only the role is asked; the state machine says the rest. */
export const mayChangeStage: Policy = async ({ services, caller, param }) => {
  const standing = await standingIn(services.db, caller.person.id, param("meetingId"));
  if (!standing) return "hidden";
  return isLeading(standing.role) ? "allowed" : "forbidden";
};

export const mayCreateMeeting: Policy = ({ caller }) =>
  caller.person.memberships.some(({ roles }) => roles.includes("secretary")) ? "allowed" : "forbidden";

/** A meeting and how somebody takes part in it. */
export interface MeetingStanding {
  meeting: MeetingRow;
  participant: ParticipantRow;
}

/** M1: the meeting as this person knows it, or null. */
export async function meetingStanding(
  db: Database,
  personId: string,
  meetingId: string,
): Promise<MeetingStanding | null> {
  if (!(await standingIn(db, personId, meetingId))) return null;
  const meeting = await db.selectFrom("meetings").selectAll().where("id", "=", meetingId).executeTakeFirst();
  const participant = await db
    .selectFrom("participants")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return meeting && participant ? { meeting, participant } : null;
}

/** M1: every meeting that this person knows, the latest first. */
export async function meetingStandings(db: Database, personId: string): Promise<MeetingStanding[]> {
  const participations = await db.selectFrom("participants").selectAll().where("person_id", "=", personId).execute();
  const meetings = await db
    .selectFrom("meetings")
    .selectAll()
    .where("id", "in", (query) =>
      query.selectFrom("participants").select("meeting_id").where("person_id", "=", personId),
    )
    .orderBy("start", "desc")
    .execute();
  const byMeeting = new Map(participations.map((participant) => [participant.meeting_id, participant]));
  return meetings.flatMap((meeting) => {
    const participant = byMeeting.get(meeting.id);
    if (!participant || !knowsOf(meeting, participant.role)) return [];
    return [{ meeting, participant }];
  });
}

/** M2. */
export function mayEditIn({ meeting, participant }: MeetingStanding): boolean {
  return isLeading(participant.role) && !isSealed(meeting.stage);
}

/** M3: the units in which the person may make meetings. */
export function organisationsToMeetIn(person: Person): string[] {
  const ids = person.memberships.map(({ organisationId }) => organisationId);
  return ids.filter((organisationId) => hasRole(person, organisationId, "secretary"));
}
