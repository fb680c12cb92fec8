// The two ways in which the gate says no.
import type { CloseReason } from "../../shared/protocol/sync.ts";

/** The update leaves no trace; the connection closes for `reason`. */
export class Refused extends Error {
  readonly reason: CloseReason;

  constructor(reason: CloseReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Refused";
    this.reason = reason;
  }
}

/** Found only after applying: the live document must be read again from the log. */
export class HalfApplied extends Refused {}
