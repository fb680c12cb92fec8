// The stages of a meeting and the moves between them, as a pure state machine. Source: facts of the field, section 1.
import { z } from "zod";

export const meetingStage = z.enum([
  "preparing",
  "convened",
  "live",
  "paused",
  "closed",
  "archived",
  "postponed",
  "cancelled",
]);
export type MeetingStage = z.infer<typeof meetingStage>;

export const stageAction = z.enum([
  "convene",
  "withdraw",
  "start",
  "pause",
  "resume",
  "close",
  "archive",
  "postpone",
  "cancel",
  "reinstate",
]);
export type StageAction = z.infer<typeof stageAction>;

const moves: Record<MeetingStage, Partial<Record<StageAction, MeetingStage>>> = {
  preparing: { convene: "convened", postpone: "postponed", cancel: "cancelled" },
  convened: { withdraw: "preparing", start: "live", postpone: "postponed", cancel: "cancelled" },
  live: { pause: "paused", close: "closed" },
  paused: { resume: "live", close: "closed" },
  closed: { archive: "archived" },
  archived: {},
  postponed: { reinstate: "preparing", cancel: "cancelled" },
  cancelled: { reinstate: "preparing" },
};

/** The stage that `action` leads to, or null when the rule does not allow it from `stage`. */
export function nextStage(stage: MeetingStage, action: StageAction): MeetingStage | null {
  return moves[stage][action] ?? null;
}

/** What can be done from `stage`, in the order in which it is offered. */
export function allowedActions(stage: MeetingStage): StageAction[] {
  return stageAction.options.filter((action) => nextStage(stage, action) !== null);
}
