// Who may recall, lift and confirm.
// RE1 chairs and secretaries of a meeting recall it and its papers at every stage, and lift that again. While the meeting
//     is recalled, none of its papers is recalled besides.
// RE2 they alone see who has recalled what and why, and which devices have confirmed.
// RE3 a recall is told to those whom it concerned when it was made, and to nobody else; they confirm it, each for the
//     device of the session.
import { isLeading, standingIn, type Standing } from "./meeting.ts";
import { decide } from "./paper.ts";
import type { Decision, Policy } from "./policy.ts";

/** Recalls and lifts a meeting, sees the recalls in it. */
export const mayRecallMeeting: Policy = async ({ services, caller, param }) => {
  const standing = await standingIn(services.db, caller.person.id, param("meetingId"));
  return standing ? asLeader(standing) : "hidden";
};

export const mayRecallPaper: Policy = (request) =>
  decide(request, ({ standing }) => (standing.recalled ? "recalled" : asLeader(standing)));

export const mayLiftPaperRecall: Policy = (request) => decide(request, ({ standing }) => asLeader(standing));

export const mayConfirmRecall: Policy = async ({ services, caller, param }) => {
  const concerned = await services.db
    .selectFrom("recall_people")
    .select("recall_id")
    .where("recall_id", "=", param("recallId"))
    .where("person_id", "=", caller.person.id)
    .executeTakeFirst();
  if (!concerned) return "hidden";
  return caller.deviceId === null ? "forbidden" : "allowed";
};

function asLeader({ role, recalled }: Standing): Decision {
  if (isLeading(role)) return "allowed";
  return recalled ? "recalled" : "forbidden";
}
