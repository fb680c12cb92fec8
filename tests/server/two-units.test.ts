// Two units on one server: whatever one has, the other finds not, and no list shows it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contract, rawRoutes } from "../../shared/protocol/http/contract.ts";
import { roomAccess } from "../../server/policies/room.ts";
import { openTestApp, PASSWORD, type TestApp, type Unit } from "../helpers/app.ts";

let app: TestApp;
let mine: Unit;
let theirs: Unit;
let ids: Record<string, string>;

beforeAll(async () => {
  app = openTestApp();
  mine = await app.addUnit("mot");
  theirs = await app.addUnit("hai");
  const made = await app.call("POST", "/api/meetings", { token: theirs.token, body: { title: "Họp của đơn vị khác" } });
  const meetingId = (made.body as { meeting: { id: string } }).meeting.id;
  const form = new FormData();
  const pdf = readFileSync(join(import.meta.dirname, "../../server/sample/papers/phu-luc-danh-muc.pdf"));
  form.set("file", new Blob([pdf]), "a.pdf");
  const path = `/api/meetings/${meetingId}/papers`;
  const sent = await app.call("POST", path, { token: theirs.token, raw: form });
  const { sessionId } = (await app.call("GET", "/api/session", { token: theirs.token })).body as { sessionId: string };
  ids = {
    organisationId: theirs.id,
    personId: theirs.personId,
    meetingId,
    paperId: (sent.body as { paper: { id: string } }).paper.id,
    sessionId,
  };
});
afterAll(() => app.close());

test("every route that names a thing of the other unit answers that there is none", async () => {
  for (const [name, { method, path }] of Object.entries({ ...contract, ...rawRoutes })) {
    if (!path.includes(":")) continue;
    const url = path.replaceAll(/:(\w+)/g, (_, key: string) => ids[key] ?? "none");
    const { status, body } = await app.call(method.toUpperCase(), url, {
      token: mine.token,
      ...(method !== "get" && method !== "delete" && { body: {} }),
    });
    expect([status, body.error?.code], name).toEqual([404, "notFound"]);
  }
});

test("a person of the other unit is not reached through one's own, nor brought into one's meeting", async () => {
  const path = `/api/organisations/${mine.id}/people/${theirs.personId}`;
  expect((await app.call("PATCH", path, { token: mine.token, body: { disabled: true } })).status).toBe(404);
  expect((await app.call("POST", `${path}/password`, { token: mine.token })).status).toBe(404);
  const made = await app.call("POST", "/api/meetings", { token: mine.token, body: { title: "Họp" } });
  const meeting = `/api/meetings/${(made.body as { meeting: { id: string } }).meeting.id}`;
  const participants = [
    { personId: mine.personId, role: "secretary" },
    { personId: theirs.personId, role: "chair" },
  ];
  const set = await app.call("PUT", `${meeting}/participants`, { token: mine.token, body: { participants } });
  expect([set.status, set.body.error?.details.reason]).toEqual([400, "stranger"]);
  const copy = { title: "Bản sao", copyOf: ids.meetingId };
  expect((await app.call("POST", "/api/meetings", { token: mine.token, body: copy })).status).toBe(404);
  const foreign = { title: "Họp", organisationId: theirs.id };
  expect((await app.call("POST", "/api/meetings", { token: mine.token, body: foreign })).status).toBe(403);
});

test("lists show one's own alone, and nobody learns at the door which units there are", async () => {
  const { meetings } = (await app.call("GET", "/api/meetings", { token: mine.token })).body as {
    meetings: { organisationId: string }[];
  };
  expect(meetings.every(({ organisationId }) => organisationId === mine.id)).toBe(true);
  const { people } = (await app.call("GET", `/api/organisations/${mine.id}/people`, { token: mine.token })).body as {
    people: { id: string }[];
  };
  expect(people.map(({ id }) => id)).toEqual([mine.personId]);
  expect((await app.call("GET", "/api/setup")).body.organisationName).toBeNull();
});

test("a user name of the other unit is taken, and that is all that is told of it", async () => {
  const body = { userName: "quantri.hai", fullName: "Người Khác", roles: ["member"], password: PASSWORD };
  const answer = await app.call("POST", `/api/organisations/${mine.id}/people`, { token: mine.token, body });
  expect(answer.body.error?.code).toBe("userNameTaken");
  expect(JSON.stringify(answer.body)).not.toContain(theirs.personId);
});

test("no room of the other unit opens, one's own notes on their paper included", () => {
  const { services } = app;
  const [paperId, meetingId] = [ids.paperId ?? "", ids.meetingId ?? ""];
  for (const kind of ["meeting", "floor"] as const) {
    expect(roomAccess(services, mine.personId, { kind, id: meetingId })).toBeNull();
    expect(roomAccess(services, theirs.personId, { kind, id: meetingId })?.read).toBe(true);
  }
  expect(roomAccess(services, mine.personId, { kind: "annotations", id: paperId })).toBeNull();
  expect(roomAccess(services, mine.personId, { kind: "notes", id: paperId, personId: mine.personId })).toBeNull();
  expect(roomAccess(services, mine.personId, { kind: "notes", id: paperId, personId: theirs.personId })).toBeNull();
});
