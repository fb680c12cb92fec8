// Requests that nobody of good will sends: none takes the server down, none gets an answer that tells of its inside.
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contract, rawRoutes } from "../../shared/protocol/http/contract.ts";
import { openTestApp, type TestApp, type Unit } from "../helpers/app.ts";
import { startServer, type RunningServer } from "../helpers/start-server.ts";

let app: TestApp;
let unit: Unit;
let ids: Record<string, string>;
let server: RunningServer;

beforeAll(async () => {
  app = openTestApp();
  unit = await app.addUnit("mot");
  const made = await app.call("POST", "/api/meetings", { token: unit.token, body: { title: "Họp" } });
  const meetingId = (made.body as { meeting: { id: string } }).meeting.id;
  ids = { organisationId: unit.id, personId: "none", meetingId, paperId: "none", sessionId: "none" };
  server = await startServer();
});
afterAll(async () => {
  await app.close();
  await server.stop();
});

const pathOf = (path: string) => path.replaceAll(/:(\w+)/g, (_, key: string) => ids[key] ?? "none");

const deep = "[".repeat(200_000) + "]".repeat(200_000);
const strange = [
  "null",
  "[]",
  '"chữ"',
  "1e999",
  "{",
  "",
  deep,
  '{"__proto__":{"roles":["administrator"]},"constructor":{"prototype":{}}}',
  '{"title":{"$ne":1},"userName":["a"],"password":{"length":20},"table":9,"personId":{},"itemId":[],"roles":"administrator"}',
  JSON.stringify({ title: "\0".repeat(10), userName: "a\0b", password: "x".repeat(300), table: "\0", dryRun: "no" }),
];

test("no route answers a wrong body, whatever it is, with more than a refusal", { timeout: 60_000 }, async () => {
  for (const [name, { method, path }] of Object.entries({ ...contract, ...rawRoutes })) {
    if (method === "get" || name === "signOut") continue;
    for (const raw of strange) {
      const headers = { "content-type": "application/json" };
      const { status, bytes } = await app.call(method.toUpperCase(), pathOf(path), {
        token: unit.token,
        headers,
        ...(method !== "delete" && { raw }),
      });
      expect(status, `${name} ${raw.slice(0, 40)}`).toBeLessThan(500);
      expect(bytes.toString(), name).not.toMatch(/node:|\/server\/|SQLITE|at .*\.ts/);
    }
  }
});

test("ids in paths lead nowhere else", async () => {
  const tricks = [
    "..",
    "%2e%2e%2f",
    "..%5c..",
    "%00",
    "a'OR'1'='1",
    "%F0%28",
    "%",
    "x".repeat(5_000),
    "meetings;admin=1",
  ];
  for (const trick of tricks) {
    for (const path of [
      `/api/papers/${trick}/content`,
      `/api/meetings/${trick}`,
      `/api/organisations/${trick}/people`,
    ]) {
      const { status } = await app.call("GET", path, { token: unit.token });
      expect([400, 404], path).toContain(status);
    }
  }
});

test("a token in another dress is no token", async () => {
  const { token } = unit;
  for (const authorization of [
    `bearer ${token}`,
    `Bearer  ${token}`,
    `Bearer ${token} x`,
    `Basic ${token}`,
    `Bearer`,
  ]) {
    const { status } = await app.call("GET", "/api/session", { headers: { authorization } });
    expect(status, authorization.replace(token, "…")).toBe(401);
  }
  const headers = {
    "x-forwarded-for": "127.0.0.1",
    "x-original-url": "/api/setup",
    "x-http-method-override": "DELETE",
  };
  expect((await app.call("GET", "/api/session", { headers })).status).toBe(401);
  expect((await app.call("GET", "/api/session", { token, headers })).status).toBe(200);
});

test("a body over the bound is refused, whatever type it claims to be", async () => {
  const raw = "x".repeat(3_000_000);
  for (const type of ["application/json", "multipart/form-data; boundary=x", "text/plain", ""]) {
    const headers = { "content-type": type };
    expect((await app.call("POST", "/api/session", { raw, headers })).status, type).toBe(413);
  }
});

async function sendRaw(text: string): Promise<string> {
  const socket = connect(server.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString("latin1")));
  socket.on("error", () => undefined); // a reset is an answer too
  socket.end(text);
  await new Promise((resolve) => socket.on("close", resolve));
  return answer;
}

test("a socket that speaks no proper HTTP gets a refusal, and the next one is served", async () => {
  const host = `Host: 127.0.0.1:${server.port}\r\n`;
  const requests = [
    "\0\0\0\0",
    "GET /api/health HTTP/9.9\r\n\r\n",
    `GET /api/health HTTP/1.1\r\n${host}X: ${"a".repeat(100_000)}\r\n\r\n`,
    `POST /api/session HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
    `GET /sync/../../etc/passwd HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: upgrade\r\n\r\n`,
    `GET //sync/%ff HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: upgrade\r\n\r\n`,
    `GET /sync/meeting:x HTTP/1.1\r\nHost: xau.example\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n`,
  ];
  for (const request of requests) {
    expect(await sendRaw(request), JSON.stringify(request.slice(0, 60))).toMatch(/^$|^HTTP\/1\.1 (4|3)\d\d/);
  }
  for (const path of ["/../../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/package.json", "//etc/passwd"]) {
    const answer = await sendRaw(`GET ${path} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
    expect(answer, path).not.toMatch(/root:|"productName"/);
  }
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
});
