// Signing in and out, guessing, cookies from foreign pages, setting up once, tickets.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, PASSWORD, type TestApp, type Unit } from "../helpers/app.ts";

let app: TestApp;
let unit: Unit;

beforeAll(async () => {
  app = openTestApp();
  unit = await app.addUnit("mot");
});
afterAll(() => app.close());

const tryPassword = (userName: string, password: string, address?: string) =>
  app.call("POST", "/api/session", { body: { userName, password }, ...(address && { address }) });

test("guessing slows down for the account from that address, for nobody else, and ends with a success", async () => {
  for (let n = 0; n < 6; n += 1) expect((await tryPassword("quantri.mot", "sai", "192.0.2.9")).status).toBe(401);
  const slowed = await tryPassword("quantri.mot", PASSWORD, "192.0.2.9");
  expect([slowed.status, slowed.headers.get("retry-after")]).toEqual([429, "1"]);
  expect((await tryPassword("quantri.mot", PASSWORD, "192.0.2.10")).status).toBe(200);
});

test("many guesses at once get no further than one after another", async () => {
  const guesses = await Promise.all(Array.from({ length: 40 }, () => tryPassword("quantri.mot", "sai", "192.0.2.11")));
  expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6);
});

test("an unknown name, a wrong password and a wrong type are told apart by nobody", async () => {
  const unknown = await tryPassword("khong.co", "sai mật khẩu", "192.0.2.12");
  const wrong = await tryPassword("quantri.mot", "sai mật khẩu", "192.0.2.12");
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  const time = async (name: string, address: string) => {
    const start = performance.now();
    for (let n = 0; n < 3; n += 1) await tryPassword(`${name}${n}`, "sai mật khẩu", address);
    return performance.now() - start;
  };
  // Without the same hash for nobody the unknown name would answer in a tenth of the time.
  expect(await time("khong.co", "192.0.2.13")).toBeGreaterThan((await time("quantri.mot", "192.0.2.14")) / 4);
});

test("a session of the caller's choosing is never taken over, and each sign-in makes a new one", async () => {
  const headers = { cookie: "banhop_session=chosen-by-somebody-else" };
  const answer = await app.call("POST", "/api/session", {
    headers,
    body: { userName: "quantri.mot", password: PASSWORD },
  });
  const cookie = answer.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/^banhop_session=[\w-]{43};/);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  expect(cookie).not.toContain("chosen");
  expect((await app.call("GET", "/api/session", { headers })).status).toBe(401);
});

test("one's own sessions are listed and ended; those of others are not found", async () => {
  const other = await app.addUnit("hai");
  const token = await app.signIn("quantri.mot");
  const { sessions } = (await app.call("GET", "/api/sessions", { token: unit.token })).body as {
    sessions: { id: string; current: boolean }[];
  };
  const { sessionId } = (await app.call("GET", "/api/session", { token })).body as { sessionId: string };
  expect(sessions.map(({ id }) => id)).toContain(sessionId);
  expect((await app.call("DELETE", `/api/sessions/${sessionId}`, { token: other.token })).status).toBe(404);
  expect((await app.call("DELETE", `/api/sessions/${sessionId}`, { token: unit.token })).status).toBe(200);
  expect((await app.call("GET", "/api/session", { token })).status).toBe(401);
});

test("a changed password ends the other sessions and their tickets, not this one", async () => {
  const other = await app.signIn("quantri.mot");
  const { ticket } = (await app.call("POST", "/api/sync/ticket", { token: other })).body as { ticket: string };
  const change = { current: PASSWORD, next: "mat-khau-moi-2026" };
  expect((await app.call("PUT", "/api/session/password", { token: unit.token, body: change })).status).toBe(200);
  expect((await app.call("GET", "/api/session", { token: other })).status).toBe(401);
  expect(app.services.tickets.ownerOf(ticket)).toBeNull();
  expect((await app.call("GET", "/api/session", { token: unit.token })).status).toBe(200);
  const back = { current: change.next, next: PASSWORD };
  await app.call("PUT", "/api/session/password", { token: unit.token, body: back });
});

test("a signed-out token is worth nothing, nor is a ticket of it", async () => {
  const token = await app.signIn("quantri.mot");
  const { ticket } = (await app.call("POST", "/api/sync/ticket", { token })).body as { ticket: string };
  expect((await app.call("DELETE", "/api/session", { token })).status).toBe(200);
  expect((await app.call("POST", "/api/sync/ticket", { token })).status).toBe(401);
  expect(app.services.tickets.ownerOf(ticket)).toBeNull();
});

test("a cookie changes nothing from a foreign page; its own page, the desktop and a program may", async () => {
  const cookie = `banhop_session=${await app.signIn("quantri.mot")}`;
  const create = (headers: Record<string, string>) =>
    app.call("POST", "/api/meetings", { headers: { cookie, ...headers }, body: { title: "Họp thử" } });
  for (const origin of [
    "https://xau.example",
    "null",
    "http://127.0.0.1.xau.example",
    "http://127.0.0.1:9",
    "file://",
  ]) {
    expect((await create({ origin })).body.error?.code, origin).toBe("foreignOrigin");
  }
  for (const origin of ["http://127.0.0.1", "app://banhop"])
    expect((await create({ origin })).status, origin).toBe(200);
  expect((await create({})).status).toBe(200);
  const foreign = { headers: { origin: "https://xau.example" }, body: { userName: "quantri.mot", password: PASSWORD } };
  expect((await app.call("POST", "/api/session", foreign)).body.error?.code).toBe("foreignOrigin");
});

test("a page whose own name leads to this machine is turned away", async () => {
  expect((await app.call("GET", "/api/setup", { headers: { host: "xau.example" } })).status).toBe(403);
  for (const host of ["localhost:8420", "127.0.0.1:8420", "[::1]:8420"]) {
    expect((await app.call("GET", "/api/setup", { headers: { host } })).status, host).toBe(200);
  }
  const behindProxy = openTestApp({ BANHOP_ADDRESS: "https://hop.tinh.vn" });
  expect((await behindProxy.call("GET", "/api/setup", { headers: { host: "hop.tinh.vn" } })).status).toBe(200);
  await behindProxy.addUnit("mot");
  const answer = await behindProxy.call("POST", "/api/session", {
    body: { userName: "quantri.mot", password: PASSWORD },
  });
  expect(answer.headers.get("set-cookie")).toContain("Secure");
  await behindProxy.close();
});

test("every answer says what a browser may do with it", async () => {
  const { headers } = await app.call("GET", "/api/health");
  expect(headers.get("content-security-policy")).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("access-control-allow-origin")).not.toBe("*");
  const foreign = await app.call("OPTIONS", "/api/meetings", { headers: { origin: "https://xau.example" } });
  expect(foreign.headers.get("access-control-allow-origin")).not.toBe("https://xau.example");
});

test("setting up happens once, of two at once too", async () => {
  const fresh = openTestApp();
  const wish = (userName: string) => ({
    body: { organisationName: "Đơn vị thử", administrator: { fullName: "Người Thử", userName, password: PASSWORD } },
  });
  const answers = await Promise.all(
    ["mot", "hai"].map((name) => fresh.call("POST", "/api/setup/organisation", wish(name))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await fresh.services.db.selectFrom("people").select("id").execute()).toHaveLength(1);
  expect((await fresh.call("POST", "/api/setup/sample")).body.error.code).toBe("alreadySetUp");
  await fresh.close();
});
