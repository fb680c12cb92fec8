// Meetings: list, make, see, edit, participants, stage.
import { AppError } from "../../../shared/protocol/errors.ts";
import { changeStage } from "../../commands/meeting-stage.ts";
import { createMeeting, editMeeting } from "../../commands/meetings.ts";
import { setParticipants } from "../../commands/participants.ts";
import {
  mayCreateMeeting,
  mayEditMeeting,
  mayChangeStage,
  maySeeMeeting,
  meetingStanding,
} from "../../policies/meeting.ts";
import { signedIn } from "../../policies/policy.ts";
import type { Services } from "../../services.ts";
import { implement, type BaseCall, type Implementation } from "../implement.ts";
import { viewAgenda } from "./agenda.ts";
import { summariesFor } from "./summary.ts";
import { viewMeeting, viewPapers, viewParticipants } from "./view.ts";

export const meetingRoutes: readonly Implementation[] = [
  // Everybody asks about their own meetings only.
  implement("meetings", signedIn, async ({ services, caller }) => ({
    meetings: await summariesFor(services, caller.person.id),
  })),
  implement("createMeeting", mayCreateMeeting, async ({ services, caller, body }) => {
    const id = await createMeeting(services, caller.person, body);
    return { meeting: await viewMeeting(services.db, await standingIn(services, caller.person.id, id)) };
  }),
  implement("meeting", maySeeMeeting, async (call) => {
    const { services, caller } = call;
    const standing = await standingOf(call);
    const answer = {
      meeting: await viewMeeting(services.db, standing),
      agenda: await viewAgenda(services, standing.meeting),
      papers: await viewPapers(services.db, standing),
      drafts: [],
      participants: await viewParticipants(services.db, standing.meeting.id),
    };
    await recordVisit(services, standing.meeting.id, caller.person.id);
    return answer;
  }),
  implement("editMeeting", mayEditMeeting, async (call) => {
    await editMeeting(call.services, call.caller.person.id, call.param("meetingId"), call.body);
    return { meeting: await viewMeeting(call.services.db, await standingOf(call)) };
  }),
  implement("setParticipants", mayEditMeeting, async ({ services, caller, param, body }) => {
    await setParticipants(services, caller.person.id, param("meetingId"), body.participants);
    return { participants: await viewParticipants(services.db, param("meetingId")) };
  }),
  implement("changeStage", mayChangeStage, async (call) => {
    await changeStage(call.services, call.caller.person.id, call.param("meetingId"), call.body);
    return { meeting: await viewMeeting(call.services.db, await standingOf(call)) };
  }),
];

function standingOf({ services, caller, param }: BaseCall) {
  return standingIn(services, caller.person.id, param("meetingId"));
}

async function standingIn(services: Services, personId: string, meetingId: string) {
  const standing = await meetingStanding(services.db, personId, meetingId);
  if (!standing) throw new AppError("notFound");
  return standing;
}

async function recordVisit({ db, clock }: Services, meetingId: string, personId: string): Promise<void> {
  const at = clock().toISOString();
  await db
    .insertInto("meeting_visits")
    .values({ meeting_id: meetingId, person_id: personId, at })
    .onConflict((conflict) => conflict.columns(["meeting_id", "person_id"]).doUpdateSet({ at }))
    .execute();
}
