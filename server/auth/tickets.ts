// Tickets for the sync endpoint, so that no long-lived token stands in a URL: five minutes, any room of the session,
// several times. Kept in memory only; after a restart clients ask for a new one.
import { hashToken, makeToken } from "./tokens.ts";

const LIFETIME_MS = 5 * 60_000;

export interface TicketOwner {
  personId: string;
  sessionId: string;
}

export interface Tickets {
  issue(owner: TicketOwner): { ticket: string; expiresAt: Date };
  /** null when unknown, expired, or its session has ended. */
  ownerOf(ticket: string): TicketOwner | null;
  /** Ends all tickets of a session at once. */
  endSession(sessionId: string): void;
  endPerson(personId: string): void;
}

/** An empty store of tickets. */
export function createTickets(clock: () => Date): Tickets {
  const issued = new Map<string, TicketOwner & { expiresAt: number }>();

  function drop(which: (entry: TicketOwner & { expiresAt: number }) => boolean): void {
    for (const [key, entry] of issued) if (which(entry)) issued.delete(key);
  }

  return {
    issue(owner) {
      const now = clock().getTime();
      drop((entry) => entry.expiresAt <= now);
      const ticket = makeToken();
      issued.set(hashToken(ticket), { ...owner, expiresAt: now + LIFETIME_MS });
      return { ticket, expiresAt: new Date(now + LIFETIME_MS) };
    },
    ownerOf(ticket) {
      const entry = issued.get(hashToken(ticket));
      if (!entry || entry.expiresAt <= clock().getTime()) return null;
      return { personId: entry.personId, sessionId: entry.sessionId };
    },
    endSession: (sessionId) => drop((entry) => entry.sessionId === sessionId),
    endPerson: (personId) => drop((entry) => entry.personId === personId),
  };
}
