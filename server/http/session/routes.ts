// Signing in and out, one's own sessions, tickets for the sync endpoint.
import type { Context } from "hono";
import { clearSessionCookie, setSessionCookie } from "../../auth/cookie.ts";
import { changePassword, endSession, signIn, type OpenedSession, type Origin } from "../../commands/sessions.ts";
import { anyone, signedIn } from "../../policies/policy.ts";
import type { Services } from "../../services.ts";
import { offlineDaysOf } from "../../commands/organisation-settings.ts";
import { addressOf } from "../address.ts";
import { implement, implementOpen, type BaseCall, type Implementation } from "../implement.ts";

const ok = { ok: true } as const;

export const sessionRoutes: readonly Implementation[] = [
  implementOpen("signIn", anyone, async ({ services, body, context }) =>
    answerSession(
      services,
      context,
      await signIn(services, body, { ...originOf(context, body.ownDevice ?? false), keeper: keeperOf(body) }),
    ),
  ),
  implement("signOut", signedIn, async ({ services, caller, context }) => {
    await endSession(services, caller.person.id, caller.sessionId);
    clearSessionCookie(context);
    return ok;
  }),
  implement("whoAmI", signedIn, async ({ services, caller }) => ({
    person: caller.person,
    sessionId: caller.sessionId,
    offlineDays: await offlineDaysOf(services.db, caller.person),
    time: services.clock().toISOString(),
  })),
  implement("changePassword", signedIn, async ({ services, caller, body, context }) => {
    await changePassword(services, caller, body, addressOf(context));
    return ok;
  }),
  implement("sessions", signedIn, async (call) => ({ sessions: await listSessions(call) })),
  implement("revokeSession", signedIn, async ({ services, caller, param }) => {
    await endSession(services, caller.person.id, param("sessionId"));
    return ok;
  }),
  implement("syncTicket", signedIn, ({ services, caller }) => {
    const owner = { personId: caller.person.id, sessionId: caller.sessionId };
    const { ticket, expiresAt } = services.tickets.issue(owner);
    return { ticket, expiresAt: expiresAt.toISOString() };
  }),
];

function keeperOf({ deviceId, deviceName }: { deviceId?: string | undefined; deviceName?: string | undefined }) {
  return deviceId === undefined ? undefined : { deviceId, name: deviceName };
}

/** Where this request comes from. */
export function originOf(context: Context, ownDevice: boolean): Origin {
  return { address: addressOf(context), device: context.req.header("user-agent") ?? "", ownDevice };
}

/** Sets the cookie and tells the token. */
export function answerSession(
  { config }: Services,
  context: Context,
  session: OpenedSession,
): Pick<OpenedSession, "token" | "person"> {
  setSessionCookie(context, { ...session, secure: config.publicAddress?.protocol === "https:" });
  return { token: session.token, person: session.person };
}

async function listSessions({ services, caller }: BaseCall) {
  const rows = await services.db
    .selectFrom("sessions")
    .select(["id", "device", "created_at", "last_seen_at"])
    .where("person_id", "=", caller.person.id)
    .where("expires_at", ">", services.clock().toISOString())
    .orderBy("last_seen_at", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.id === caller.sessionId,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }));
}
