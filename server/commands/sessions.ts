// Signing in and out: sessions are rows with a hashed token; ending one also ends its tickets and sockets.
import { AppError } from "../../shared/protocol/errors.ts";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import type { Caller } from "../auth/caller.ts";
import { hashPassword, isPassword, isPasswordOfNobody } from "../auth/passwords.ts";
import { findActivePerson } from "../auth/people.ts";
import { hashToken, makeToken } from "../auth/tokens.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";

/** On a device of one's own a month without use, on a shared one a working day. */
const OWN_DEVICE_MS = 30 * 24 * 3_600_000;
const SHARED_DEVICE_MS = 12 * 3_600_000;
/** `last_seen_at` is not written for every request. */
const SEEN_EVERY_MS = 60_000;
const MAX_DEVICE_LENGTH = 200;

export interface OpenedSession {
  token: string;
  person: Person;
  /** When it ends by itself; null: with the browser. */
  keepUntil: Date | null;
}

/** Where a request comes from. */
export interface Origin {
  /** Network address. */
  address: string;
  /** The browser as it names itself. */
  device: string;
  ownDevice: boolean;
  /** A device that keeps things: its own id, and the name it goes by when it has one. */
  keeper?: { deviceId: string; name: string | undefined } | undefined;
}

/** Signs in. @throws AppError `wrongPassword` (also for unknown and disabled people), `tooManyRequests` */
export async function signIn(
  services: Services,
  credentials: { userName: string; password: string },
  origin: Origin,
): Promise<OpenedSession> {
  const userName = credentials.userName.trim().toLowerCase();
  await services.signInGuard.attempt(userName, origin.address);
  const row = await services.db
    .selectFrom("people")
    .select(["id", "password_hash", "disabled_at"])
    .where("user_name", "=", userName)
    .executeTakeFirst();
  const known = row && row.disabled_at === null ? row : null;
  const right = known
    ? await isPassword(known.password_hash, credentials.password)
    : await isPasswordOfNobody(credentials.password);
  if (!known || !right) {
    await services.signInGuard.failed(origin.address);
    throw new AppError("wrongPassword");
  }
  await services.signInGuard.succeeded(userName, origin.address);
  return openSession(services, known.id, origin);
}

/** Opens a session for somebody who has proved who they are. */
export async function openSession(services: Services, personId: string, origin: Origin): Promise<OpenedSession> {
  const token = makeToken();
  const now = services.clock();
  const device = origin.device.slice(0, MAX_DEVICE_LENGTH);
  if (origin.keeper) await recordDevice(services, personId, origin.keeper.deviceId, origin.keeper.name ?? device);
  const expires = new Date(now.getTime() + (origin.ownDevice ? OWN_DEVICE_MS : SHARED_DEVICE_MS));
  await services.db
    .insertInto("sessions")
    .values({
      id: services.ids(),
      person_id: personId,
      token_hash: hashToken(token),
      device,
      device_id: origin.keeper?.deviceId ?? null,
      created_at: now.toISOString(),
      last_seen_at: now.toISOString(),
      expires_at: expires.toISOString(),
    })
    .execute();
  const person = await findActivePerson(services.db, personId);
  if (!person) throw new AppError("wrongPassword");
  return { token, person, keepUntil: origin.ownDevice ? expires : null };
}

async function recordDevice(services: Services, personId: string, id: string, name: string): Promise<void> {
  const at = services.clock().toISOString();
  const known = { name: name.normalize("NFC"), last_seen_at: at };
  await services.db
    .insertInto("devices")
    .values({ person_id: personId, id, first_seen_at: at, ...known })
    .onConflict((conflict) => conflict.columns(["person_id", "id"]).doUpdateSet(known))
    .execute();
}

/** Who speaks through this token, or null when it is unknown, expired or its person disabled. */
export async function callerOf(services: Services, token: string): Promise<Caller | null> {
  const now = services.clock();
  const session = await services.db
    .selectFrom("sessions")
    .select(["id", "person_id", "device_id", "last_seen_at"])
    .where("token_hash", "=", hashToken(token))
    .where("expires_at", ">", now.toISOString())
    .executeTakeFirst();
  if (!session) return null;
  const person = await findActivePerson(services.db, session.person_id);
  if (!person) return null;
  if (now.getTime() - Date.parse(session.last_seen_at) > SEEN_EVERY_MS) {
    const seen = { last_seen_at: now.toISOString() };
    await services.db.updateTable("sessions").set(seen).where("id", "=", session.id).execute();
    await services.db
      .updateTable("devices")
      .set(seen)
      .where("person_id", "=", person.id)
      .where("id", "=", session.device_id)
      .execute();
  }
  return { person, sessionId: session.id, deviceId: session.device_id };
}

/** Ends one session of the person. @throws AppError `notFound` when it is not theirs */
export async function endSession(services: Services, personId: string, sessionId: string): Promise<void> {
  const { numDeletedRows } = await services.db
    .deleteFrom("sessions")
    .where("id", "=", sessionId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new AppError("notFound");
  services.tickets.endSession(sessionId);
  services.sync.recheck({ sessionId });
}

/** Ends all sessions of a person, except perhaps one. */
export async function endSessionsOf(services: Services, personId: string, except: string | null): Promise<void> {
  const ended = await services.db
    .deleteFrom("sessions")
    .where("person_id", "=", personId)
    .where("id", "!=", except ?? "")
    .returning("id")
    .execute();
  for (const { id } of ended) services.tickets.endSession(id);
  services.sync.recheck({ personId });
}

/** Changes one's own password; the other sessions end. @throws AppError `wrongPassword`, `tooManyRequests` */
export async function changePassword(
  services: Services,
  caller: Caller,
  passwords: { current: string; next: string },
  address: string,
): Promise<void> {
  const { id, userName } = caller.person;
  await services.signInGuard.attempt(userName, address);
  const row = await services.db.selectFrom("people").select("password_hash").where("id", "=", id).executeTakeFirst();
  if (!row || !(await isPassword(row.password_hash, passwords.current))) {
    await services.signInGuard.failed(address);
    throw new AppError("wrongPassword");
  }
  await services.signInGuard.succeeded(userName, address);
  await setPassword(services, id, passwords.next, { mustChange: false, by: id });
  await endSessionsOf(services, id, caller.sessionId);
}

/** Stores a new password. The caller ends the sessions. */
export async function setPassword(
  services: Pick<Services, "db" | "clock">,
  personId: string,
  password: string,
  how: { mustChange: boolean; by: string | null },
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await services.db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("people")
      .set({ password_hash: passwordHash, must_change_password: how.mustChange ? 1 : 0 })
      .where("id", "=", personId)
      .execute();
    await appendAudit(transaction, {
      at: services.clock(),
      organisationId: null,
      personId: how.by,
      action: "passwordChanged",
      subject: personId,
    });
  });
}
