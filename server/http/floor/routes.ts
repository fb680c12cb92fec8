// The floor of a live meeting: the item, attendance, presentation.
import { AppError } from "../../../shared/protocol/errors.ts";
import { checkIn, goToItem, present } from "../../commands/floor.ts";
import { mayChangeStage, mayTakePart, meetingStanding } from "../../policies/meeting.ts";
import { implement, type BaseCall, type Implementation } from "../implement.ts";

const done = { ok: true } as const;

export const floorRoutes: readonly Implementation[] = [
  implement("goToItem", mayChangeStage, async ({ services, param, body }) => {
    await goToItem(services, param("meetingId"), body.itemId);
    return done;
  }),
  // Whether for oneself or another is told by the body: the command decides.
  implement("checkIn", mayTakePart, async (call) => {
    await checkIn(call.services, await standingOf(call), call.body);
    return done;
  }),
  // Whoever presents already may turn the page: the command decides.
  implement("present", mayTakePart, async (call) => {
    await present(call.services, await standingOf(call), call.body.presentation);
    return done;
  }),
];

async function standingOf({ services, caller, param }: BaseCall) {
  const standing = await meetingStanding(services.db, caller.person.id, param("meetingId"));
  if (!standing) throw new AppError("notFound");
  return standing;
}
