// Who is signed in at this page. In the desktop program all windows share one sign-in, which the main process keeps; in a
// browser the token lives in the window (sessionStorage), or longer on a machine that the person calls their own.
import { ulid } from "ulid";
import type { EnterWish } from "../../shared/protocol/desktop-arguments.ts";
import type { DesktopSession, EnterResult } from "../../shared/protocol/desktop-bridge.ts";

const TOKEN = "banhop.token";
const PERSON = "banhop.person";
const DEVICE = "banhop.device";
const OWNERS = "banhop.owners";

/** Runs, one after the other, when somebody signs out, before what is kept here is closed. @param ownDevice what is kept stays */
type LeaveListener = (ownDevice: boolean) => void | Promise<void>;
const leaveListeners = new Set<LeaveListener>();
let desktop: DesktopSession | null = null;

/** Finds out who stayed signed in; to be awaited before anything else asks. */
export async function resumeSignIn(): Promise<void> {
  const { banhop } = window;
  if (!banhop) return;
  desktop = await banhop.session.resume();
  banhop.session.onChange(() => void followOtherWindow());
}

/** Another window signed somebody in or out: this one starts anew, as whoever is there now. */
async function followOtherWindow(): Promise<void> {
  const next = (await window.banhop?.session.resume()) ?? null;
  if (next?.personId !== desktop?.personId) window.location.assign("/");
}

/** The token of whoever is signed in; null for nobody, and where the password alone opened what is kept here. */
export function token(): string | null {
  if (window.banhop) return desktop?.token ?? null;
  return sessionStorage.getItem(TOKEN) ?? localStorage.getItem(TOKEN);
}

export function isSignedIn(): boolean {
  return window.banhop ? desktop !== null : token() !== null;
}

/** Whether whoever is signed in said that this machine is their own. */
export function isOwnDevice(): boolean {
  return window.banhop ? (desktop?.ownDevice ?? false) : localStorage.getItem(TOKEN) !== null;
}

/** Who is signed in, as far as it is known here; a browser learns it from the server's first answer. */
export function personIdHere(): string | null {
  if (window.banhop) return desktop?.personId ?? null;
  return isSignedIn() ? (sessionStorage.getItem(PERSON) ?? localStorage.getItem(PERSON)) : null;
}

/** A browser remembers whom the server named, so that it opens the right store when the network is away. */
export function rememberPerson(personId: string): void {
  if (window.banhop || !isSignedIn()) return;
  (isOwnDevice() ? localStorage : sessionStorage).setItem(PERSON, personId);
  if (isOwnDevice()) setOwners([...ownersHere().filter((id) => id !== personId), personId]);
}

/** This installation, for the list of devices that have obeyed a recall. A ULID, made once; no secret. */
export function deviceId(): string {
  const known = localStorage.getItem(DEVICE);
  if (known !== null) return known;
  const made = ulid();
  localStorage.setItem(DEVICE, made);
  return made;
}

/** Signs somebody in whom the server has let in. In a browser that cannot fail. */
export async function enter(wish: EnterWish & { personId: string }): Promise<EnterResult> {
  const { personId, ...rest } = wish;
  if (window.banhop) return entered(await window.banhop.session.enter(rest));
  (wish.ownDevice ? localStorage : sessionStorage).setItem(TOKEN, wish.token);
  rememberPerson(personId);
  return { ok: true, session: { token: wish.token, personId, ownDevice: wish.ownDevice } };
}

/** Takes over what the shell opened. */
export function entered<Result extends { ok: true; session: DesktopSession } | { ok: false }>(result: Result): Result {
  if (result.ok) desktop = result.session;
  return result;
}

/** Forgets whoever is signed in here. @param forget deletes what is kept on this machine for this person, too */
export async function leave(forget = false): Promise<void> {
  if (!isSignedIn()) return;
  const ownDevice = isOwnDevice() && !forget;
  for (const listener of leaveListeners) await listener(ownDevice);
  if (forget) setOwners(ownersHere().filter((id) => id !== personIdHere()));
  for (const store of [sessionStorage, localStorage]) {
    store.removeItem(TOKEN);
    store.removeItem(PERSON);
  }
  desktop = null;
  await window.banhop?.session.leave(forget);
}

/** The people who called this browser their own: what is kept for them stays when they sign out. */
export function ownersHere(): string[] {
  const text = localStorage.getItem(OWNERS);
  return text === null ? [] : text.split(" ");
}

function setOwners(personIds: readonly string[]): void {
  if (personIds.length > 0) localStorage.setItem(OWNERS, personIds.join(" "));
  else localStorage.removeItem(OWNERS);
}

/** Calls back at each sign-out; the returned function ends that. */
export function onLeave(listener: LeaveListener): () => void {
  leaveListeners.add(listener);
  return () => void leaveListeners.delete(listener);
}
