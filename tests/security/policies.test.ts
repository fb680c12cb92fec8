// Walks every route of the contract as nobody, as somebody of another unit and as the roles of the own unit, and every
// kind of room. A route or room that is added without a policy, or an implementation that is missing, fails here.
import { afterAll, beforeAll, expect, test } from "vitest";
import { contract, rawRoutes } from "../../shared/protocol/http/contract.ts";
import { roomKinds, type RoomName } from "../../shared/protocol/sync.ts";
import { implementations } from "../../server/http/app.ts";
import { roomAccess } from "../../server/policies/room.ts";
import { openDatabase, openInstantReader } from "../../server/storage/database.ts";
import { placesIn } from "../../server/storage/folder.ts";
import { startServer, type RunningServer } from "../helpers/start-server.ts";

const routes = Object.entries({ ...contract, ...rawRoutes }) as [
  string,
  { method: string; path: string; open?: true },
][];
const signInAnswer = contract.signIn.answer;
const people = ["quantri", "thuky", "chutri", "daibieu1", "khach", "thuky.khac", "daibieu.khac"];

let server: RunningServer;
const tokens = new Map<string, string>();
const ids: Record<string, string> = { sessionId: "none" };
let closeDatabase: () => Promise<void>;
let access: (personId: string, room: RoomName) => ReturnType<typeof roomAccess>;
const personIds = new Map<string, string>();

beforeAll(async () => {
  server = await startServer({ sample: true });
  for (const userName of people) {
    const body = JSON.stringify({ userName, password: "banhop-dung-thu" });
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${server.origin}/api/session`, { method: "POST", headers, body });
    const answer = signInAnswer.parse(await response.json());
    tokens.set(userName, answer.token);
    personIds.set(userName, answer.person.id);
  }
  const { database } = placesIn(server.dataFolder);
  const db = openDatabase(database);
  const instantly = openInstantReader(database);
  closeDatabase = async () => {
    instantly.close();
    await db.destroy();
  };
  access = (personId, room) => roomAccess({ db, instantly }, personId, room);
  const meeting = await db.selectFrom("meetings").selectAll().where("stage", "=", "live").executeTakeFirstOrThrow();
  const paper = await db
    .selectFrom("papers")
    .selectAll()
    .where("meeting_id", "=", meeting.id)
    .executeTakeFirstOrThrow();
  ids.organisationId = meeting.organisation_id;
  ids.meetingId = meeting.id;
  ids.paperId = paper.id;
  ids.personId = personIds.get("daibieu1") ?? "";
}, 60_000);

afterAll(async () => {
  await closeDatabase();
  await server.stop();
});

async function statusOf(route: { method: string; path: string }, userName: string | null): Promise<number> {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? "none");
  const token = userName === null ? undefined : tokens.get(userName);
  const hasBody = route.method !== "get" && route.method !== "delete";
  const answer = await fetch(server.origin + path, {
    method: route.method.toUpperCase(),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(hasBody && { "content-type": "application/json" }),
    },
    ...(hasBody && { body: "[]" }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

test("every route of the contract is implemented once, and asks who is there unless it is open", () => {
  expect(implementations.map(({ name }) => name).sort()).toEqual(routes.map(([name]) => name).sort());
  for (const [name, { open }] of routes) {
    expect(implementations.find((one) => one.name === name)?.open, name).toBe(open ?? false);
  }
});

test("nobody takes a route without signing in, unless it is open", async () => {
  for (const [name, route] of routes) if (!route.open) expect(await statusOf(route, null), name).toBe(401);
});

test("another unit learns nothing: whatever names a thing of this unit is not found", async () => {
  for (const [name, route] of routes) {
    if (!route.path.includes(":") || name === "revokeSession") continue;
    for (const who of ["thuky.khac", "daibieu.khac"]) expect(await statusOf(route, who), `${name} ${who}`).toBe(404);
  }
});

test("people are listed for administrators and secretaries and managed by administrators", async () => {
  for (const name of ["people", "addPerson", "importPeople", "editPerson"] as const) {
    for (const who of ["quantri", "thuky", "chutri", "daibieu1", "khach"]) {
      const may = who === "quantri" || (who === "thuky" && name === "people");
      // The empty body of the others is judged only after the policy has let it through.
      const expected = may ? (name === "people" ? 200 : 400) : 403;
      expect(await statusOf(contract[name], who), `${name} ${who}`).toBe(expected);
    }
  }
});

test("the settings of a unit are its administrator's", async () => {
  for (const name of ["organisationSettings", "setOrganisationSettings"] as const) {
    for (const who of ["thuky", "chutri", "daibieu1", "khach"]) {
      expect(await statusOf(contract[name], who), `${name} ${who}`).toBe(403);
    }
  }
  expect(await statusOf(contract.organisationSettings, "quantri")).toBe(200);
  expect(await statusOf(contract.setOrganisationSettings, "quantri"), "an empty body").toBe(400);
});

test("within the unit only chairs and secretaries change a meeting and its papers; the administrator finds neither", async () => {
  const leading = [
    "editMeeting",
    "setParticipants",
    "changeStage",
    "goToItem",
    "editPaper",
    "removePaper",
    "restorePaper",
    "recallPaper",
    "liftPaperRecall",
    "recallMeeting",
    "liftMeetingRecall",
    "meetingRecalls",
  ];
  for (const [name, route] of routes) {
    if (!/:(meetingId|paperId)/.test(route.path)) continue;
    expect(await statusOf(route, "quantri"), `${name} quantri`).toBe(404);
    if (!leading.includes(name) && name !== "uploadPaper") continue;
    for (const who of ["daibieu1", "khach"]) expect(await statusOf(route, who), `${name} ${who}`).toBe(403);
  }
});

test("a meeting that is being prepared, its floor included, is known to those who prepare it alone", async () => {
  const headers = { "content-type": "application/json", authorization: `Bearer ${tokens.get("thuky") ?? ""}` };
  const created = await fetch(`${server.origin}/api/meetings`, {
    method: "POST",
    headers,
    body: '{"title":"Họp kín"}',
  });
  const { meeting } = contract.createMeeting.answer.parse(await created.json());
  const participants = [
    { personId: personIds.get("thuky"), role: "secretary" },
    { personId: personIds.get("daibieu1"), role: "member" },
  ];
  const url = `${server.origin}/api/meetings/${meeting.id}`;
  const set = await fetch(`${url}/participants`, { method: "PUT", headers, body: JSON.stringify({ participants }) });
  expect(set.status).toBe(200);
  const member = { authorization: `Bearer ${tokens.get("daibieu1") ?? ""}` };
  expect((await fetch(url, { headers: member })).status).toBe(404);
  for (const kind of ["meeting", "floor"] as const) {
    expect(access(personIds.get("daibieu1") ?? "", { kind, id: meeting.id }), kind).toBeNull();
    expect(access(personIds.get("thuky") ?? "", { kind, id: meeting.id })?.read, kind).toBe(true);
  }
});

function roomOf(kind: (typeof roomKinds)[number]): RoomName {
  const { meetingId = "", paperId = "", personId = "" } = ids;
  if (kind === "notes") return { kind, id: paperId, personId };
  if (kind === "inbox") return { kind, id: personId };
  return { kind, id: kind === "meeting" || kind === "floor" ? meetingId : paperId };
}

test("every kind of room has a rule, and another unit or the administrator enters none", () => {
  const expected: Record<(typeof roomKinds)[number], string> = {
    meeting: "thuky:rw chutri:rw daibieu1:r khach:r",
    floor: "thuky:r chutri:r daibieu1:r khach:r",
    annotations: "thuky:rw chutri:rw daibieu1:rw khach:r",
    notes: "daibieu1:rw",
    draft: "",
    amendments: "",
    inbox: "daibieu1:r",
  };
  for (const kind of roomKinds) {
    const room = roomOf(kind);
    const found = people.flatMap((who) => {
      const may = access(personIds.get(who) ?? "", room);
      return may ? [`${who}:${may.read ? "r" : ""}${may.write ? "w" : ""}`] : [];
    });
    expect(found.join(" "), kind).toBe(expected[kind]);
  }
});

test("while something is recalled, the rooms and routes of it are closed for every role that had them (RE4–RE6)", async () => {
  const headers = { "content-type": "application/json", authorization: `Bearer ${tokens.get("thuky") ?? ""}` };
  const change = async (method: string, path: string) => {
    const body = method === "POST" ? '{"reason":"Thử"}' : undefined;
    const answer = await fetch(server.origin + path, { method, headers, ...(body && { body }) });
    expect(answer.status, `${method} ${path}`).toBe(200);
  };
  const roomsNow = (kind: (typeof roomKinds)[number]) =>
    people
      .flatMap((who) => {
        const may = access(personIds.get(who) ?? "", roomOf(kind));
        return may ? [`${who}:${may.refusal ?? ""}${may.read ? "r" : ""}${may.write ? "w" : ""}`] : [];
      })
      .join(" ");
  const statusesOf = async (name: keyof typeof contract | keyof typeof rawRoutes) => {
    const route = { ...contract, ...rawRoutes }[name];
    return Promise.all(people.slice(1).map((who) => statusOf(route, who)));
  };
  const nobody = [410, 410, 410, 410, 404, 404];
  const everybodyRecalled = "thuky:recalled chutri:recalled daibieu1:recalled khach:recalled";
  const paper = `/api/papers/${ids.paperId ?? ""}/recall`;
  const meeting = `/api/meetings/${ids.meetingId ?? ""}/recall`;

  await change("POST", paper);
  expect(roomsNow("annotations")).toBe(everybodyRecalled);
  expect(roomsNow("notes")).toBe("daibieu1:recalled");
  expect(roomsNow("meeting")).toBe("thuky:rw chutri:rw daibieu1:r khach:r");
  for (const name of ["paperContent", "paperThumbnail"] as const) expect(await statusesOf(name), name).toEqual(nobody);
  expect(await statusesOf("paper")).toEqual([200, 200, 410, 410, 404, 404]);
  await change("DELETE", paper);

  await change("POST", meeting);
  expect(roomsNow("meeting")).toBe("thuky:r chutri:r daibieu1:recalled khach:recalled");
  expect(roomsNow("floor")).toBe("thuky:r chutri:r daibieu1:recalled khach:recalled");
  expect(roomsNow("annotations")).toBe(everybodyRecalled);
  expect(await statusesOf("meeting")).toEqual([200, 200, 410, 410, 404, 404]);
  expect(await statusesOf("paper")).toEqual([200, 200, 410, 410, 404, 404]);
  for (const name of ["paperContent", "editMeeting", "changeStage", "goToItem", "checkIn", "present"] as const) {
    expect(await statusesOf(name), name).toEqual(nobody);
  }
  await change("DELETE", meeting);
  expect(roomsNow("annotations")).toBe("thuky:rw chutri:rw daibieu1:rw khach:r");
});
