// Recalling papers and meetings, what a device is told of it, and what it says back.
import { confirmRecall, liftRecall, recall } from "../../commands/recall.ts";
import { signedIn } from "../../policies/policy.ts";
import { mayConfirmRecall, mayLiftPaperRecall, mayRecallMeeting, mayRecallPaper } from "../../policies/recall.ts";
import { implement, type Implementation } from "../implement.ts";
import { recallsFor, reportsIn, shownRecall } from "./view.ts";

const done = { ok: true } as const;

export const recallRoutes: readonly Implementation[] = [
  // Everybody asks about what concerns themselves only.
  implement("recalls", signedIn, async ({ services, caller }) => ({ recalls: await recallsFor(services.db, caller) })),
  implement("confirmRecall", mayConfirmRecall, async ({ services, caller, param }) => {
    await confirmRecall(services, caller, param("recallId"));
    return done;
  }),
  implement("recallPaper", mayRecallPaper, async ({ services, caller, param, body }) => {
    const subject = { kind: "paper", id: param("paperId") } as const;
    return { recall: shownRecall(await recall(services, caller.person.id, subject, body.reason)) };
  }),
  implement("liftPaperRecall", mayLiftPaperRecall, async ({ services, caller, param }) => {
    await liftRecall(services, caller.person.id, { kind: "paper", id: param("paperId") });
    return done;
  }),
  implement("recallMeeting", mayRecallMeeting, async ({ services, caller, param, body }) => {
    const subject = { kind: "meeting", id: param("meetingId") } as const;
    return { recall: shownRecall(await recall(services, caller.person.id, subject, body.reason)) };
  }),
  implement("liftMeetingRecall", mayRecallMeeting, async ({ services, caller, param }) => {
    await liftRecall(services, caller.person.id, { kind: "meeting", id: param("meetingId") });
    return done;
  }),
  implement("meetingRecalls", mayRecallMeeting, async ({ services, param }) => ({
    recalls: await reportsIn(services.db, param("meetingId")),
  })),
];
