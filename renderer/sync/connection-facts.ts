// The three facts about somebody's words that a screen shows apart: saved on this device, saved at the server, problem.
import type { CloseReason } from "../../shared/protocol/sync.ts";

/** Why words do not reach the server now. */
export type SyncProblem =
  | { kind: "offline"; since: Date }
  | { kind: "refused"; reason: CloseReason; at: Date }
  | { kind: "deviceStore"; at: Date };

export interface ConnectionFacts {
  /** Everything written so far is in this device's own store. */
  savedHere: boolean;
  /** When the server last had everything; null until it has said so. */
  savedAtServer: Date | null;
  /** Acts that the server has not acknowledged yet. */
  waiting: number;
  problem: SyncProblem | null;
}

/** What is known before anything happened. */
export const noFacts: ConnectionFacts = { savedHere: false, savedAtServer: null, waiting: 0, problem: null };

/** One set of facts for several rooms on one screen: the worst of each. */
export function joinFacts(all: readonly ConnectionFacts[]): ConnectionFacts {
  if (all.length === 0) return noFacts;
  const times = all.map((one) => one.savedAtServer);
  return {
    savedHere: all.every((one) => one.savedHere),
    savedAtServer: times.some((time) => time === null)
      ? null
      : (times.sort((a, b) => Number(b) - Number(a))[0] ?? null),
    waiting: all.reduce((sum, one) => sum + one.waiting, 0),
    problem:
      all.find((one) => one.problem?.kind === "refused")?.problem ?? all.find((one) => one.problem)?.problem ?? null,
  };
}
