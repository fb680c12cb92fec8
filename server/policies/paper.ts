// Who may do what with a paper.
// P1 participants of its meeting see it (see meeting.ts), unless its readers were narrowed; chairs and secretaries always.
// P2 chairs and secretaries edit, remove and bring it back until the meeting is archived or cancelled.
// P3 a removed paper is known to chairs and secretaries only.
// P4 a recalled paper, and every paper of a recalled meeting, is read by nobody; its facts are seen by chairs and
//    secretaries only, who may do nothing with it but lift the recall.
import type { Database } from "../storage/database.ts";
import type { PaperRow } from "../storage/schema.ts";
import { isLeading, isSealed, meetingStanding, standingIn, type MeetingStanding, type Standing } from "./meeting.ts";
import type { Decision, Policy, PolicyRequest } from "./policy.ts";

/** P1, P3: whether somebody with this standing knows of the paper, recalled or not. */
export function knowsOfPaper(
  paper: Pick<PaperRow, "removed_at" | "readers_json">,
  standing: Pick<Standing, "role">,
  personId: string,
): boolean {
  if (isLeading(standing.role)) return true;
  if (paper.removed_at !== null) return false;
  return paper.readers_json === null || readersOf(paper.readers_json).includes(personId);
}

/** P1, P3, P4: whether somebody who sees the meeting sees the paper's facts. */
export function seesPaper(paper: PaperRow, standing: Pick<Standing, "role">, personId: string): boolean {
  return knowsOfPaper(paper, standing, personId) && (paper.recalled_at === null || isLeading(standing.role));
}

async function findPaper(db: Database, paperId: string): Promise<PaperRow | null> {
  return (await db.selectFrom("papers").selectAll().where("id", "=", paperId).executeTakeFirst()) ?? null;
}

interface Look {
  standing: Standing;
  /** The paper itself, or its meeting. */
  recalled: boolean;
}

export const maySeePaper: Policy = (request) =>
  decide(request, ({ recalled, standing }) => (recalled && !isLeading(standing.role) ? "recalled" : "allowed"));

/** The file itself, and where one stopped in it. */
export const mayReadPaper: Policy = (request) => decide(request, ({ recalled }) => (recalled ? "recalled" : "allowed"));

export const mayEditPaper: Policy = (request) =>
  decide(request, ({ recalled, standing }) => {
    if (recalled) return "recalled";
    return isLeading(standing.role) && !isSealed(standing.stage) ? "allowed" : "forbidden";
  });

/** Asks a rule about a paper that the caller knows of; to others it is hidden. */
export async function decide(
  { services, caller, param }: PolicyRequest,
  judge: (look: Look) => Decision,
): Promise<Decision> {
  const paper = await findPaper(services.db, param("paperId"));
  const standing = paper && (await standingIn(services.db, caller.person.id, paper.meeting_id));
  if (!paper || !standing || !knowsOfPaper(paper, standing, caller.person.id)) return "hidden";
  return judge({ standing, recalled: standing.recalled || paper.recalled_at !== null });
}

/** The stored list of readers. Written by this server only, from values the contract has parsed. */
export function readersOf(json: string): string[] {
  return JSON.parse(json) as string[];
}

/** P1, P4: the paper as the person sees it and how they take part in its meeting, or null. */
export async function paperStanding(
  db: Database,
  personId: string,
  paperId: string,
): Promise<{ paper: PaperRow; standing: MeetingStanding } | null> {
  const paper = await findPaper(db, paperId);
  const standing = paper && (await meetingStanding(db, personId, paper.meeting_id));
  return paper && standing && seesPaper(paper, standing.participant, personId) ? { paper, standing } : null;
}

/** P4: whether nobody may read the paper at the moment. */
export function isRecalled(paper: PaperRow, { meeting }: MeetingStanding): boolean {
  return paper.recalled_at !== null || meeting.recalled_at !== null;
}
