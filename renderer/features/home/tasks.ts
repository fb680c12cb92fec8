// What a person has to do, as far as their meetings tell. Rules: TA1 papers that arrived since the last look come before
// papers not yet read, and one meeting gives only one of the two; TA2 sending the invitations waits for whoever may edit;
// TA3 the nearest meeting comes first, one without a day last.
import type { MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { PAST } from "./stages.ts";

export interface Task {
  is: "fresh" | "read" | "invite";
  meeting: MeetingSummary;
  /** Papers it is about; nought for invitations. */
  count: number;
}

/** The tasks of the meetings that are not over. */
export function tasksOf(meetings: readonly MeetingSummary[]): Task[] {
  return meetings
    .filter(({ stage }) => !PAST.includes(stage) && stage !== "postponed")
    .sort((a, b) => (a.start ?? "9").localeCompare(b.start ?? "9"))
    .flatMap((meeting): Task[] => [...reading(meeting), ...inviting(meeting)]);
}

function reading(meeting: MeetingSummary): Task[] {
  const { papers, newPapers } = meeting;
  if (newPapers > 0) return [{ is: "fresh", meeting, count: newPapers }];
  const unread = papers.total - papers.read;
  return unread > 0 ? [{ is: "read", meeting, count: unread }] : [];
}

function inviting(meeting: MeetingSummary): Task[] {
  return meeting.stage === "preparing" && meeting.may.edit ? [{ is: "invite", meeting, count: 0 }] : [];
}
