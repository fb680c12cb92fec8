import { expect, it } from "vitest";
import { allowedActions, meetingStage, nextStage, stageAction } from "./meeting-stage.ts";

it("ME1: these are all the moves there are", () => {
  const moves = meetingStage.options.flatMap((stage) =>
    allowedActions(stage).map((action) => `${stage} ${action} ${nextStage(stage, action) ?? ""}`),
  );
  expect(moves).toEqual([
    "preparing convene convened",
    "preparing postpone postponed",
    "preparing cancel cancelled",
    "convened withdraw preparing",
    "convened start live",
    "convened postpone postponed",
    "convened cancel cancelled",
    "live pause paused",
    "live close closed",
    "paused resume live",
    "paused close closed",
    "closed archive archived",
    "postponed cancel cancelled",
    "postponed reinstate preparing",
    "cancelled reinstate preparing",
  ]);
});

it("ME2: a closed meeting never runs again, an archived one never changes", () => {
  const reached = new Set<string>(["closed"]);
  for (const stage of reached)
    for (const action of stageAction.options) {
      const next = nextStage(meetingStage.parse(stage), action);
      if (next) reached.add(next);
    }
  expect([...reached]).toEqual(["closed", "archived"]);
});
