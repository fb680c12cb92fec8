// What the sync endpoint asks of the rest of the server: whose ticket it is, whether the session still stands, and what
// the person may do in a room.
import { writeInbox, type Inbox } from "../../shared/ydoc/inbox.ts";
import { roomAccess } from "../policies/room.ts";
import type { Services } from "../services.ts";
import type { SyncHost } from "../sync/sync-server.ts";

/** Answers at once, from what is committed. */
export function createSyncHost(services: Pick<Services, "db" | "instantly" | "tickets" | "clock">): SyncHost {
  const { db, instantly, tickets, clock } = services;
  function isSessionOpen(sessionId: string): boolean {
    const query = db
      .selectFrom("sessions")
      .innerJoin("people", "people.id", "sessions.person_id")
      .select("sessions.id")
      .where("sessions.id", "=", sessionId)
      .where("sessions.expires_at", ">", clock().toISOString())
      .where("people.disabled_at", "is", null);
    return instantly.all(query.compile()).length > 0;
  }

  return {
    ticketOwner(ticket) {
      const owner = tickets.ownerOf(ticket);
      // The session may have been ended by another process, as `banhop users reset-password`.
      return owner && isSessionOpen(owner.sessionId) ? owner : null;
    },
    isSessionOpen,
    access: (personId, room) => roomAccess(services, personId, room),
    projection: (room) => (room.kind === "inbox" ? (doc) => writeInbox(doc, inboxOf(services, room.id)) : null),
  };
}

function inboxOf({ db, instantly }: Pick<Services, "db" | "instantly">, personId: string): Inbox {
  const query = db.selectFrom("inboxes").select("recalls").where("person_id", "=", personId);
  return { recalls: instantly.all(query.compile())[0]?.recalls ?? 0 };
}
