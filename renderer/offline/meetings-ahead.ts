// Which meetings a device keeps ready: rule FA1 of docs/rules/offline.md.
import type { MeetingSummary } from "../../shared/protocol/http/schemas.ts";

const AHEAD_MS = 7 * 86_400_000;
/** A meeting that should have begun yesterday is still to be held, or its papers are still wanted. */
const BEHIND_MS = 86_400_000;
const OVER = new Set(["closed", "archived", "cancelled"]);

/** Meetings that FA1 names, the nearest first. @param now milliseconds since 1970 */
export function meetingsAhead(
  meetings: readonly MeetingSummary[],
  pinned: ReadonlySet<string>,
  now: number,
): MeetingSummary[] {
  const startOf = ({ start }: MeetingSummary) => (start === null ? Infinity : Date.parse(start));
  const isLive = ({ stage }: MeetingSummary) => stage === "live" || stage === "paused";
  const isNear = (meeting: MeetingSummary) =>
    !OVER.has(meeting.stage) && startOf(meeting) > now - BEHIND_MS && startOf(meeting) < now + AHEAD_MS;
  return meetings
    .filter((meeting) => isLive(meeting) || isNear(meeting) || pinned.has(meeting.id))
    .sort((a, b) => Number(isLive(b)) - Number(isLive(a)) || startOf(a) - startOf(b));
}
