// A refusal: why an update may not enter. It is raised inside the gate and becomes a close code at the connection.
import type { CloseReason } from "../../../shared/protocol/sync.ts";

export class Refusal extends Error {
  readonly reason: CloseReason;
  constructor(reason: CloseReason, why: string) {
    super(why);
    this.name = "Refusal";
    this.reason = reason;
  }
}

/** @throws Refusal always. */
export function refuse(reason: CloseReason, why: string): never {
  throw new Refusal(reason, why);
}
