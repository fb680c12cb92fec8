// Who may do what with a meeting.
// M1 chairs and secretaries of the meeting see it from the beginning, other participants once it has been convened,
//    also when it is then postponed or cancelled; nobody else learns that it exists, not even the unit's administrator.
// M2 chairs and secretaries edit it until it is archived or cancelled, and lead it.
// M3 secretaries of a unit create its meetings.
// M4 whoever presents may turn the page; chairs and secretaries may present.
// M5 a recalled meeting is seen by its chairs and secretaries only, who may lift the recall and do nothing else with it.
import type { MeetingStage } from "../../shared/domain/meeting-stage.ts";
import type { MeetingRole } from "../../shared/domain/roles.ts";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import { hasRole } from "../auth/caller.ts";
import type { Database } from "../storage/database.ts";
import type { MeetingRow, ParticipantRow } from "../storage/schema.ts";
import type { Decision, Policy, PolicyRequest } from "./policy.ts";

/** How somebody takes part in a meeting. */
export interface Standing {
  stage: MeetingStage;
  role: MeetingRole;
  mayComment: boolean;
  /** The meeting is recalled. */
  recalled: boolean;
}

/** Null: not a participant, or not yet convened. That it is recalled is said and left to the caller. */
export async function standingIn(db: Database, personId: string, meetingId: string): Promise<Standing | null> {
  const row = await db
    .selectFrom("participants")
    .innerJoin("meetings", "meetings.id", "participants.meeting_id")
    .select(["meetings.stage", "meetings.convened_at", "participants.role", "participants.may_comment"])
    .select("meetings.recalled_at")
    .where("participants.meeting_id", "=", meetingId)
    .where("participants.person_id", "=", personId)
    .executeTakeFirst();
  if (!row || !knowsOf(row, row.role)) return null;
  const { stage, role } = row;
  return { stage, role, mayComment: row.may_comment === 1, recalled: row.recalled_at !== null };
}

/** M1: whether a participant in this role knows of the meeting. */
export function knowsOf(meeting: Pick<MeetingRow, "convened_at">, role: MeetingRole): boolean {
  return meeting.convened_at !== null || isLeading(role);
}

/** M1 and M5: whether a participant in this role sees the meeting. */
function seesMeeting(meeting: Pick<MeetingRow, "convened_at" | "recalled_at">, role: MeetingRole): boolean {
  return knowsOf(meeting, role) && (meeting.recalled_at === null || isLeading(role));
}

/** Chairs and secretaries. */
export function isLeading(role: MeetingRole): boolean {
  return role === "chair" || role === "secretary";
}

/** Nothing changes any more. */
export function isSealed(stage: MeetingStage): boolean {
  return stage === "archived" || stage === "cancelled";
}

export const maySeeMeeting: Policy = (request) =>
  decide(request, ({ recalled, role }) => (recalled && !isLeading(role) ? "recalled" : "allowed"));

/** Checking in and presenting; whether for another is told by the body. */
export const mayTakePart: Policy = (request) => decide(request, ({ recalled }) => (recalled ? "recalled" : "allowed"));

export const mayEditMeeting: Policy = (request) =>
  decide(request, ({ recalled, role, stage }) => {
    if (recalled) return "recalled";
    return isLeading(role) && !isSealed(stage) ? "allowed" : "forbidden";
  });

/** Stages may be left from `cancelled` too, so only the role is asked; the state machine says the rest. */
export const mayChangeStage: Policy = (request) =>
  decide(request, ({ recalled, role }) => {
    if (recalled) return "recalled";
    return isLeading(role) ? "allowed" : "forbidden";
  });

async function decide(
  { services, caller, param }: PolicyRequest,
  judge: (standing: Standing) => Decision,
): Promise<Decision> {
  const standing = await standingIn(services.db, caller.person.id, param("meetingId"));
  return standing ? judge(standing) : "hidden";
}

export const mayCreateMeeting: Policy = ({ caller }) =>
  caller.person.memberships.some(({ roles }) => roles.includes("secretary")) ? "allowed" : "forbidden";

/** A meeting and how somebody takes part in it. */
export interface MeetingStanding {
  meeting: MeetingRow;
  participant: ParticipantRow;
}

/** M1, M5: the meeting as this person sees it, or null. */
export async function meetingStanding(
  db: Database,
  personId: string,
  meetingId: string,
): Promise<MeetingStanding | null> {
  const meeting = await db.selectFrom("meetings").selectAll().where("id", "=", meetingId).executeTakeFirst();
  const participant = await db
    .selectFrom("participants")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return meeting && participant && seesMeeting(meeting, participant.role) ? { meeting, participant } : null;
}

/** M1, M5: every meeting that this person sees, the latest first. */
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
    if (!participant || !seesMeeting(meeting, participant.role)) return [];
    return [{ meeting, participant }];
  });
}

/** M2. */
export function mayEditIn({ meeting, participant }: MeetingStanding): boolean {
  return isLeading(participant.role) && !isSealed(meeting.stage) && meeting.recalled_at === null;
}

/** M3: the units in which the person may make meetings. */
export function organisationsToMeetIn(person: Person): string[] {
  const ids = person.memberships.map(({ organisationId }) => organisationId);
  return ids.filter((organisationId) => hasRole(person, organisationId, "secretary"));
}
