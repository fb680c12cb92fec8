// The two ways in which the gate says no.
import type { CloseCode } from "../../shared/protocol/sync.ts";

/** The update leaves no trace; the connection closes with `code`. */
export class Refused extends Error {
  readonly code: CloseCode;

  constructor(code: CloseCode, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "Refused";
    this.code = code;
  }
}

/** Found only after applying: the live document must be read again from the log. */
export class HalfApplied extends Refused {}
