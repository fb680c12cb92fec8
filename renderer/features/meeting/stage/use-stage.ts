// Moving the meeting from stage to stage: which moves this person may make, and which of them ask first.
import { useState } from "react";
import { allowedActions, type StageAction } from "../../../../shared/domain/meeting-stage.ts";
import { api } from "../../../platform/api.ts";
import { useAct } from "../../../ui/use-act.ts";
import type { MeetingView } from "../use-meeting.ts";

const asked = ["convene", "withdraw", "close", "archive", "postpone", "cancel"] as const;
/** A move that is asked about before it is made. */
export type AskedAction = (typeof asked)[number];

/** What only the one who leads may do; the rest is the secretaries' work. */
const leading = new Set<StageAction>(["start", "pause", "resume", "close"]);

export interface StageMoves {
  actions: readonly StageAction[];
  /** Makes the move, or asks about it first. */
  press: (action: StageAction) => void;
  asking: AskedAction | null;
  /** Answers the question; null: no. */
  answer: (reason: string | null) => void;
  busy: boolean;
  failure: string | null;
}

/** The moves out of the stage that the meeting is in. */
export function useStage(view: MeetingView): StageMoves {
  const { meeting } = view;
  const [asking, setAsking] = useState<AskedAction | null>(null);
  const act = useAct();
  const go = (action: StageAction, reason: string): void =>
    act.run(async () => {
      const body = { action, ...(reason !== "" && { reason }) };
      await api.call("changeStage", { params: { meetingId: meeting.id }, body });
      view.refetch();
    });
  const press = (action: StageAction): void => {
    const question = asked.find((one) => one === action);
    if (question) setAsking(question);
    else go(action, "");
  };
  const answer = (reason: string | null): void => {
    if (asking && reason !== null) go(asking, reason);
    setAsking(null);
  };
  const may = (action: StageAction): boolean => (leading.has(action) ? meeting.may.lead : meeting.may.edit);
  return {
    actions: allowedActions(meeting.stage).filter(may),
    press,
    asking,
    answer,
    busy: act.busy,
    failure: act.failure,
  };
}
