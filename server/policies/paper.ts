// Who may do what with a paper.
// P1 participants of its meeting see it (see meeting.ts), unless its readers were narrowed; chairs and secretaries always.
// P2 chairs and secretaries edit, remove and bring it back until the meeting is archived or cancelled.
// P3 a removed paper is known to chairs and secretaries only.
import type { Database } from "../storage/database.ts";
import type { PaperRow } from "../storage/schema.ts";
import { isLeading, isSealed, meetingStanding, standingIn, type MeetingStanding, type Standing } from "./meeting.ts";
import type { Policy, PolicyRequest } from "./policy.ts";

/** Whether somebody with this standing sees the paper. */
export function seesPaper(paper: PaperRow, standing: Pick<Standing, "role">, personId: string): boolean {
  if (isLeading(standing.role)) return true;
  if (paper.removed_at !== null) return false;
  return paper.readers_json === null || readersOf(paper.readers_json).includes(personId);
}

async function findPaper(db: Database, paperId: string): Promise<PaperRow | null> {
  return (await db.selectFrom("papers").selectAll().where("id", "=", paperId).executeTakeFirst()) ?? null;
}

async function look({ services, caller, param }: PolicyRequest): Promise<Standing | null> {
  const paper = await findPaper(services.db, param("paperId"));
  const standing = paper && (await standingIn(services.db, caller.person.id, paper.meeting_id));
  return paper && standing && seesPaper(paper, standing, caller.person.id) ? standing : null;
}

export const maySeePaper: Policy = async (request) => ((await look(request)) ? "allowed" : "hidden");

export const mayEditPaper: Policy = async (request) => {
  const standing = await look(request);
  if (!standing) return "hidden";
  return isLeading(standing.role) && !isSealed(standing.stage) ? "allowed" : "forbidden";
};

/** The stored list of readers. Written by this server only, from values the contract has parsed. */
export function readersOf(json: string): string[] {
  return JSON.parse(json) as string[];
}

/** P1: the paper and how the person takes part in its meeting, or null. */
export async function paperStanding(
  db: Database,
  personId: string,
  paperId: string,
): Promise<{ paper: PaperRow; standing: MeetingStanding } | null> {
  const paper = await findPaper(db, paperId);
  const standing = paper && (await meetingStanding(db, personId, paper.meeting_id));
  return paper && standing && seesPaper(paper, standing.participant, personId) ? { paper, standing } : null;
}
