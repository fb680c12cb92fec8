import { mkdtempSync, readdirSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { fakeKeyKeeper } from "./fake-key-keeper.ts";
import type { KeyKeeper } from "./key-keeper.ts";
import { SessionKeeper } from "./session-keeper.ts";

const DAY = 86_400_000;
const PASSWORD = "mat-khau-cua-toi";
const SCOPE = "paper:01P";
let folder: string;
let keys: KeyKeeper;
let now = 0;
/** Whom the server knows by token; null: it does not answer. */
let server: Record<string, { id: string; userName: string }> | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "banhop-vaults-"));
  keys = fakeKeyKeeper();
  now = Date.parse("2026-03-01T00:00:00Z");
  server = { a: { id: "01A", userName: "thuky" }, b: { id: "01B", userName: "daibieu1" } };
});

/** The program, started. */
function program(options: { folder?: string; keeper?: KeyKeeper } = {}): SessionKeeper {
  const ask = (token: string) => {
    const person = server?.[token];
    if (!server) return Promise.resolve(null);
    return Promise.resolve(person ? { status: 200, body: { person, offlineDays: 7 } } : { status: 401, body: {} });
  };
  return new SessionKeeper({ folder, keeper: keys, ask, now: () => now, sealCost: 10, ...options });
}

const enter = (keeper: SessionKeeper, token: string, wish: object = {}) =>
  keeper.enter({ token, ownDevice: true, password: PASSWORD, ...wish });
const keep = (keeper: SessionKeeper, words: string) => keeper.vault!.append(SCOPE, "content", [Buffer.from(words)]);
const kept = async (keeper: SessionKeeper) =>
  (await keeper.vault!.read(SCOPE, "content", 0, 9)).map((record) => Buffer.from(record).toString());

test("SK1 stays signed in on an own device, and signs out", async () => {
  const first = program();
  expect(first.vault).toBeNull();
  expect(await enter(first, "a")).toMatchObject({ ok: true, session: { personId: "01A", ownDevice: true } });
  await keep(first, "của thư ký");
  await first.close();

  const second = program();
  expect(await second.resume()).toEqual({ token: "a", personId: "01A", ownDevice: true });
  expect(await kept(second)).toEqual(["của thư ký"]);
  await second.leave(false);
  expect(second.vault).toBeNull();
  expect(await program().resume()).toBeNull();
  const third = program();
  await enter(third, "a");
  expect(await kept(third)).toEqual(["của thư ký"]);
  await third.leave(true);
  expect(readdirSync(folder)).toEqual([]);
});

test("SK1 two people on one machine see nothing of one another", async () => {
  const keeper = program();
  await enter(keeper, "a");
  await keep(keeper, "của thư ký");
  await enter(keeper, "b", { password: "mat-khau-khac-han" });
  expect(await kept(keeper)).toEqual([]);
  await keep(keeper, "của đại biểu");
  expect(await keeper.enterOffline("thuky", "mat-khau-khac-han")).toEqual({ ok: false, reason: "wrong" });
  expect(await kept(keeper)).toEqual(["của đại biểu"]);
  expect(await keeper.enterOffline("thuky", PASSWORD)).toMatchObject({ ok: true });
  expect(await kept(keeper)).toEqual(["của thư ký"]);
});

test("SK1 a token that the server does not know opens nothing, nor one it cannot be asked about", async () => {
  const keeper = program();
  expect(await enter(keeper, "x")).toEqual({ ok: false, reason: "refused" });
  server = null;
  expect(await enter(keeper, "a")).toEqual({ ok: false, reason: "unreachable" });
  expect(keeper.vault).toBeNull();
});

test("SK2 on another machine nothing can be opened after the program ends, killed or closed", async () => {
  const keeper = program();
  await enter(keeper, "a", { ownDevice: false });
  await keep(keeper, "tạm");
  expect(await kept(keeper)).toEqual(["tạm"]);
  expect(await program().resume()).toBeNull(); // the killed program's folder is unreadable, and removed
  expect(readdirSync(folder)).toEqual([]);
  const other = program();
  await enter(other, "a", { ownDevice: false });
  await other.leave(false);
  expect(readdirSync(folder)).toEqual([]);
});

test("SK2 a system without keys: asked, then the password at each start or nothing at all", async () => {
  keys = fakeKeyKeeper(false);
  const keeper = program();
  expect(await enter(keeper, "a")).toEqual({ ok: false, reason: "no-keys" });
  expect(keeper.vault).toBeNull();
  expect(await enter(keeper, "a", { withoutKeys: "keep-nothing" })).toMatchObject({ session: { ownDevice: false } });
  await keeper.close();
  expect(readdirSync(folder)).toEqual([]);

  await enter(keeper, "a", { withoutKeys: "ask-password" });
  await keep(keeper, "dưới mật khẩu");
  await keeper.close();
  const next = program();
  expect(await next.resume()).toBeNull();
  expect(await next.enterOffline("thuky", "sai-mat-khau")).toEqual({ ok: false, reason: "wrong" });
  expect(await next.enterOffline("ThuKy ", PASSWORD)).toMatchObject({ ok: true, session: { token: "a" } });
  expect(await kept(next)).toEqual(["dưới mật khẩu"]);
});

test("a folder copied to another account opens neither by itself nor by the password", async () => {
  const keeper = program();
  await enter(keeper, "a");
  await keep(keeper, "mang đi");
  await keeper.close();
  const copy = mkdtempSync(join(tmpdir(), "banhop-vaults-"));
  await cp(folder, copy, { recursive: true });
  const thief = program({ folder: copy, keeper: fakeKeyKeeper() });
  expect(await thief.resume()).toBeNull();
  expect(await thief.enterOffline("thuky", PASSWORD)).toMatchObject({ ok: false });
  expect(thief.vault).toBeNull();
});

test("SK3 without the network: only who was here, within the days, and not after a refusal", async () => {
  const keeper = program();
  await enter(keeper, "a");
  await keeper.leave(false);
  server = null;
  expect(await keeper.enterOffline("daibieu1", PASSWORD)).toEqual({ ok: false, reason: "unknown" });
  expect(await keeper.enterOffline("thuky", PASSWORD)).toMatchObject({ ok: true, session: { token: null } });
  await keeper.leave(false);
  now += 7 * DAY + 1000;
  expect(await keeper.enterOffline("thuky", PASSWORD)).toEqual({ ok: false, reason: "expired" });

  server = { a: { id: "01A", userName: "thuky" } };
  await enter(keeper, "a");
  server = null;
  now += 3 * DAY;
  expect(await keeper.refresh()).toBe("unreachable");
  server = {};
  expect(await keeper.refresh()).toBe("refused");
  expect(keeper.vault).toBeNull();
  expect(await keeper.enterOffline("thuky", PASSWORD)).toEqual({ ok: false, reason: "refused" });
  expect(await program().resume()).toBeNull();
});

test("SK3 who stayed signed in is no longer resumed after the days; a server that answers gives new ones", async () => {
  const keeper = program();
  await enter(keeper, "a");
  now += 6 * DAY;
  expect(await keeper.refresh()).toBe("seen");
  await keeper.close();
  now += 6 * DAY;
  const next = program();
  expect(await next.resume()).not.toBeNull();
  await next.close();
  now += 2 * DAY;
  expect(await program().resume()).toBeNull();
});

test("SK4 a clock that was set back opens nothing", async () => {
  const keeper = program();
  await enter(keeper, "a");
  await keeper.close();
  now -= DAY;
  expect(await program().resume()).toBeNull();
  expect(await program().enterOffline("thuky", PASSWORD)).toEqual({ ok: false, reason: "clock" });
});

test("a password changed elsewhere: the old one opens what is here, or it is given up", async () => {
  const keeper = program();
  await enter(keeper, "a");
  await keep(keeper, "trước khi đổi");
  await keeper.leave(false);
  const anew = { password: "mat-khau-moi-tinh" };
  expect(await enter(keeper, "a", anew)).toEqual({ ok: false, reason: "sealed" });
  expect(await enter(keeper, "a", { ...anew, oldPassword: PASSWORD })).toMatchObject({ ok: true });
  expect(await kept(keeper)).toEqual(["trước khi đổi"]);
  await keeper.leave(false);
  expect(await enter(keeper, "a", anew)).toMatchObject({ ok: true });
  await keeper.passwordChanged("mat-khau-doi-o-day");
  await keeper.leave(false);
  expect(await keeper.enterOffline("thuky", "mat-khau-doi-o-day")).toMatchObject({ ok: true });
  await keeper.leave(false);
  expect(await enter(keeper, "a", { discardOld: true })).toMatchObject({ ok: true });
  expect(await kept(keeper)).toEqual([]);
});
