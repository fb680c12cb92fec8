// Recalling papers and meetings (RE1–RE13, without sockets): who may, what nobody reads any more, whom it concerns, what
// devices are told and confirm, and that lifting gives everything back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "../../server/auth/passwords.ts";
import { insertPerson } from "../../server/commands/people.ts";
import { readFloor } from "../../shared/ydoc/floor.ts";
import { openTestApp, PASSWORD, type Answer, type TestApp, type Unit } from "../helpers/app.ts";

const PDF = readFileSync(join(import.meta.dirname, "../../server/sample/papers/phu-luc-danh-muc.pdf"));
const LAPTOP = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const TABLET = "01ARZ3NDEKTSV4RRFFQ69G5FAW";

interface Somebody {
  id: string;
  userName: string;
  token: string;
}

let app: TestApp;
let unit: Unit;
let lan: Somebody;
let minh: Somebody;
let stranger: Unit;
let meetingId: string;
let paperId: string;

const get = (path: string, token: string): Promise<Answer> => app.call("GET", path, { token });
const post = (path: string, token: string, body: unknown = {}): Promise<Answer> =>
  app.call("POST", path, { token, body });
const lift = (path: string, token: string): Promise<Answer> => app.call("DELETE", path, { token });
const codeOf = ({ status, body }: Answer): unknown => (status === 200 ? 200 : [status, body?.error?.code]);
const recallPaper = (reason = "Có số liệu sai") => post(`/api/papers/${paperId}/recall`, unit.token, { reason });
const recallMeeting = (reason = "Họp xong") => post(`/api/meetings/${meetingId}/recall`, unit.token, { reason });
const told = async (token: string): Promise<string[]> =>
  (await get("/api/recalls", token)).body.recalls.map((one: { subjectId: string }) => one.subjectId);

async function addMember(userName: string): Promise<Somebody> {
  const { services } = app;
  const id = services.ids();
  const passwordHash = await hashPassword(PASSWORD);
  await services.db
    .transaction()
    .execute((transaction) =>
      insertPerson(
        transaction,
        { id, userName, passwordHash, mustChangePassword: false, fullName: userName, title: "", roles: ["member"] },
        { organisationId: unit.id, at: services.clock(), by: null },
      ),
    );
  return { id, userName, token: await app.signIn(userName) };
}

async function signInOn(userName: string, deviceId: string, deviceName?: string): Promise<string> {
  const body = { userName, password: PASSWORD, deviceId, ...(deviceName && { deviceName }) };
  const answer = await app.call("POST", "/api/session", { body, headers: { "user-agent": "thiet-bi-thu" } });
  expect(answer.status).toBe(200);
  return answer.body.token as string;
}

const setPeople = (ids: readonly string[]) =>
  app.call("PUT", `/api/meetings/${meetingId}/participants`, {
    token: unit.token,
    body: {
      participants: [
        { personId: unit.personId, role: "secretary" },
        ...ids.map((personId) => ({ personId, role: "member" })),
      ],
    },
  });

beforeAll(async () => {
  app = openTestApp();
  unit = await app.addUnit("mot");
  stranger = await app.addUnit("hai");
  lan = await addMember("lan");
  minh = await addMember("minh");
});
afterAll(() => app.close());

/** A convened meeting of its own for each test, with Lan and Minh and one paper. */
beforeEach(async () => {
  meetingId = (await post("/api/meetings", unit.token, { title: "Họp thử" })).body.meeting.id;
  await setPeople([lan.id, minh.id]);
  await post(`/api/meetings/${meetingId}/stage`, unit.token, { action: "convene" });
  const raw = new FormData();
  raw.set("file", new Blob([PDF]), "a.pdf");
  const sent = await app.call("POST", `/api/meetings/${meetingId}/papers`, { token: unit.token, raw });
  paperId = sent.body.paper.id;
});

describe("a recalled paper", () => {
  test("is read by nobody, and its facts are seen by those who lead (RE4, RE6)", async () => {
    const open = await get(`/api/papers/${paperId}/content`, lan.token);
    expect(open.bytes.equals(PDF)).toBe(true);
    expect(open.headers.get("cache-control"), "nothing in the browser's own cache (RE13)").toContain("no-store");
    const { recall } = (await recallPaper()).body;
    expect(recall).toEqual({ id: expect.any(String), kind: "paper", subjectId: paperId, meetingId, at: recall.at });
    for (const token of [lan.token, unit.token]) {
      for (const part of ["content", "thumbnail"]) {
        expect(codeOf(await get(`/api/papers/${paperId}/${part}`, token)), part).toEqual([410, "recalled"]);
      }
      const reading = await app.call("PUT", `/api/papers/${paperId}/reading`, { token, body: { pageIndex: 1 } });
      expect(codeOf(reading)).toEqual([410, "recalled"]);
    }
    expect(codeOf(await get(`/api/papers/${paperId}`, lan.token))).toEqual([410, "recalled"]);
    expect((await get(`/api/meetings/${meetingId}`, lan.token)).body.papers).toEqual([]);
    expect((await get(`/api/papers/${paperId}`, unit.token)).body.paper.recalledAt).toBe(recall.at);
    const { papers, meeting } = (await get(`/api/meetings/${meetingId}`, unit.token)).body;
    expect(papers.map((one: { recalledAt: string }) => one.recalledAt)).toEqual([recall.at]);
    expect(meeting.recalledAt).toBeNull();
    expect(codeOf(await get(`/api/papers/${paperId}`, stranger.token))).toEqual([404, "notFound"]);
  });

  test("shows no preview and counts nowhere on the home page", async () => {
    await recallPaper();
    for (const token of [unit.token, lan.token]) {
      const { meetings } = (await get("/api/meetings", token)).body;
      const [summary] = meetings.filter(({ id }: { id: string }) => id === meetingId);
      expect([summary.papers.total, summary.newPapers, summary.previewPaperId]).toEqual([0, 0, null]);
    }
  });

  test("is neither edited, removed nor presented, and a presentation of it ends (RE12)", async () => {
    const floor = () => app.services.sync.read({ kind: "floor", id: meetingId }, readFloor);
    await post(`/api/meetings/${meetingId}/stage`, unit.token, { action: "start" });
    const present = () =>
      app.call("PUT", `/api/meetings/${meetingId}/floor/presentation`, {
        token: unit.token,
        body: { presentation: { paperId, pageIndex: 0 } },
      });
    expect((await present()).status).toBe(200);
    expect((await floor()).presentation?.paperId).toBe(paperId);
    const before = (await floor()).revision.papers;
    await recallPaper();
    expect((await floor()).presentation).toBeNull();
    expect((await floor()).revision.papers).toBeGreaterThan(before);
    expect(codeOf(await present())).toEqual([410, "recalled"]);
    const edit = await app.call("PATCH", `/api/papers/${paperId}`, { token: unit.token, body: { title: "Khác" } });
    expect(codeOf(edit)).toEqual([410, "recalled"]);
    expect(codeOf(await lift(`/api/papers/${paperId}`, unit.token))).toEqual([410, "recalled"]);
  });

  test("comes back whole when the recall is lifted (RE8)", async () => {
    await app.call("PUT", `/api/papers/${paperId}/reading`, { token: lan.token, body: { pageIndex: 2 } });
    await recallPaper();
    expect(codeOf(await lift(`/api/papers/${paperId}/recall`, lan.token))).toEqual([403, "forbidden"]);
    expect((await lift(`/api/papers/${paperId}/recall`, unit.token)).status).toBe(200);
    expect((await get(`/api/papers/${paperId}/content`, lan.token)).bytes.equals(PDF)).toBe(true);
    const { paper } = (await get(`/api/papers/${paperId}`, lan.token)).body;
    expect([paper.recalledAt, paper.myReading.pageIndex]).toEqual([null, 2]);
    expect(await told(lan.token)).not.toContain(paperId);
  });

  test("is told to those who read it, not to those from whom it was kept (RE3)", async () => {
    const only = { token: unit.token, body: { readers: [lan.id] } };
    await app.call("PATCH", `/api/papers/${paperId}`, only);
    await recallPaper();
    expect(await told(lan.token)).toContain(paperId);
    expect(await told(unit.token)).toContain(paperId);
    expect(await told(minh.token)).not.toContain(paperId);
    expect(codeOf(await get(`/api/papers/${paperId}`, minh.token))).toEqual([404, "notFound"]);
  });
});

describe("a recalled meeting", () => {
  test("is found by those who lead it alone, who can do nothing but lift (RE5)", async () => {
    await recallMeeting();
    expect(codeOf(await get(`/api/meetings/${meetingId}`, lan.token))).toEqual([410, "recalled"]);
    const listed = async (token: string) =>
      (await get("/api/meetings", token)).body.meetings.some(({ id }: { id: string }) => id === meetingId);
    expect([await listed(lan.token), await listed(unit.token)]).toEqual([false, true]);
    const { meeting, papers } = (await get(`/api/meetings/${meetingId}`, unit.token)).body;
    expect(meeting.recalledAt).toEqual(expect.any(String));
    expect(meeting.may).toEqual({ edit: false, lead: false, comment: false, seeAgenda: true, recall: true });
    expect(papers).toHaveLength(1);
    const raw = new FormData();
    raw.set("file", new Blob([PDF]), "b.pdf");
    const acts: [string, string, unknown?][] = [
      ["PATCH", `/api/meetings/${meetingId}`, { title: "Khác" }],
      ["PUT", `/api/meetings/${meetingId}/participants`, { participants: [] }],
      ["POST", `/api/meetings/${meetingId}/stage`, { action: "start" }],
      ["PUT", `/api/meetings/${meetingId}/floor/item`, { itemId: null }],
      ["PUT", `/api/meetings/${meetingId}/floor/attendance`, { present: true }],
      ["PUT", `/api/meetings/${meetingId}/floor/presentation`, { presentation: null }],
      ["PATCH", `/api/papers/${paperId}`, { title: "Khác" }],
      ["DELETE", `/api/papers/${paperId}`],
      ["POST", `/api/papers/${paperId}/recall`, { reason: "Thêm" }],
      ["GET", `/api/papers/${paperId}/content`],
      ["POST", "/api/meetings", { title: "Bản sao", copyOf: meetingId }],
    ];
    for (const [method, path, body] of acts) {
      const answer = await app.call(method, path, { token: unit.token, ...(body !== undefined && { body }) });
      expect(codeOf(answer), `${method} ${path}`).toEqual([410, "recalled"]);
    }
    expect(codeOf(await app.call("POST", `/api/meetings/${meetingId}/papers`, { token: unit.token, raw }))).toEqual([
      410,
      "recalled",
    ]);
    expect((await lift(`/api/meetings/${meetingId}/recall`, unit.token)).status).toBe(200);
    expect((await get(`/api/meetings/${meetingId}`, lan.token)).body.papers).toHaveLength(1);
  });

  test("is still known by its recall to who was taken from the list since (RE3)", async () => {
    await get(`/api/meetings/${meetingId}`, lan.token);
    await setPeople([minh.id]);
    await recallMeeting();
    expect(await told(lan.token)).toContain(meetingId);
    expect(codeOf(await get(`/api/meetings/${meetingId}`, lan.token))).toEqual([404, "notFound"]);
    await lift(`/api/meetings/${meetingId}/recall`, unit.token);
    await setPeople([minh.id]);
    await recallMeeting();
    expect(await told(minh.token)).toContain(meetingId);
  });

  test("that is only being prepared concerns nobody but those who prepare it", async () => {
    meetingId = (await post("/api/meetings", unit.token, { title: "Đang chuẩn bị" })).body.meeting.id;
    await setPeople([lan.id]);
    await recallMeeting();
    expect([await told(lan.token), await told(unit.token)].map((list) => list.includes(meetingId))).toEqual([
      false,
      true,
    ]);
    expect(codeOf(await get(`/api/meetings/${meetingId}`, lan.token))).toEqual([404, "notFound"]);
  });

  test("may be archived (RE1)", async () => {
    for (const action of ["start", "close", "archive"]) {
      expect((await post(`/api/meetings/${meetingId}/stage`, unit.token, { action })).status).toBe(200);
    }
    expect((await recallMeeting()).status).toBe(200);
  });
});

describe("who may", () => {
  test("members and strangers neither recall, lift nor see the report, and a reason is needed (RE1, RE2)", async () => {
    for (const subject of [`/api/papers/${paperId}`, `/api/meetings/${meetingId}`]) {
      const reason = { reason: "Không được phép" };
      expect(codeOf(await post(`${subject}/recall`, lan.token, reason))).toEqual([403, "forbidden"]);
      expect(codeOf(await post(`${subject}/recall`, stranger.token, reason))).toEqual([404, "notFound"]);
      expect(codeOf(await post(`${subject}/recall`, unit.token, { reason: "  " }))).toEqual([400, "badRequest"]);
    }
    expect(codeOf(await get(`/api/meetings/${meetingId}/recalls`, lan.token))).toEqual([403, "forbidden"]);
    await recallPaper();
    expect((await get("/api/recalls", stranger.token)).body.recalls).toEqual([]);
  });

  test("of two at once there is one recall, and lifting twice is no failure (RE7)", async () => {
    const [one, other] = await Promise.all([recallPaper("Một"), recallPaper("Hai")]);
    expect(one.body.recall.id).toBe(other.body.recall.id);
    const again = await recallPaper("Ba");
    expect(again.body.recall.id).toBe(one.body.recall.id);
    const { recalls } = (await get(`/api/meetings/${meetingId}/recalls`, unit.token)).body;
    expect(recalls.map(({ reason }: { reason: string }) => reason)).toEqual(["Một"]);
    await Promise.all([1, 2].map(() => lift(`/api/papers/${paperId}/recall`, unit.token)));
    expect((await lift(`/api/papers/${paperId}/recall`, unit.token)).status).toBe(200);
    expect((await recallPaper("Bốn")).body.recall.id).not.toBe(one.body.recall.id);
  });

  test("a hundred readers beside a recall get the whole paper or are told, and nobody after its answer", async () => {
    const statuses: number[] = [];
    const read = async (): Promise<void> => {
      const { status, bytes } = await get(`/api/papers/${paperId}/content`, lan.token);
      if (status === 200) expect(bytes.equals(PDF)).toBe(true);
      statuses.push(status);
    };
    const readers = Array.from({ length: 50 }, read);
    const recalling = recallPaper();
    readers.push(...Array.from({ length: 50 }, read));
    expect((await recalling).status).toBe(200);
    const late = await get(`/api/papers/${paperId}/content`, lan.token);
    await Promise.all(readers);
    expect(late.status).toBe(410);
    expect(statuses.filter((status) => status !== 200 && status !== 410)).toEqual([]);
  });

  test("what was done is in the audit log, and the chain is whole", async () => {
    await recallPaper("Có số liệu sai");
    await lift(`/api/papers/${paperId}/recall`, unit.token);
    const rows = await app.services.db
      .selectFrom("audit")
      .select(["action", "person_id", "details_json"])
      .where("subject", "=", paperId)
      .execute();
    const last = rows.slice(-2);
    expect(last.map(({ action, person_id }) => [action, person_id])).toEqual([
      ["paperRecalled", unit.personId],
      ["paperRecallLifted", unit.personId],
    ]);
    expect(last[0]?.details_json).toContain("Có số liệu sai");
  });
});

describe("devices", () => {
  test("each confirms for itself, is told until then, and is in the report (RE2, RE10)", async () => {
    const laptop = await signInOn("lan", LAPTOP, "Máy của Lan");
    const tablet = await signInOn("lan", TABLET);
    const { id } = (await recallPaper("Thay bản mới")).body.recall;
    const confirm = (token: string) => post(`/api/recalls/${id as string}/confirm`, token);
    expect(codeOf(await confirm(lan.token)), "without a device").toEqual([403, "forbidden"]);
    for (let time = 0; time < 2; time += 1) expect((await confirm(laptop)).status).toBe(200);
    expect(await told(laptop)).not.toContain(paperId);
    for (const token of [tablet, lan.token]) expect(await told(token)).toContain(paperId);
    const { recalls } = (await get(`/api/meetings/${meetingId}/recalls`, unit.token)).body;
    expect(recalls).toMatchObject([
      { id, kind: "paper", subjectId: paperId, reason: "Thay bản mới", by: { personId: unit.personId }, lifted: null },
    ]);
    const devices = recalls[0].devices as { deviceId: string; deviceName: string; confirmedAt: string | null }[];
    expect(
      devices.map(({ deviceId, deviceName, confirmedAt }) => [deviceId, deviceName, confirmedAt !== null]),
    ).toEqual([
      [TABLET, "thiet-bi-thu", false],
      [LAPTOP, "Máy của Lan", true],
    ]);
    await lift(`/api/papers/${paperId}/recall`, unit.token);
    const after = (await get(`/api/meetings/${meetingId}/recalls`, unit.token)).body.recalls;
    expect(after[0].lifted).toMatchObject({ personId: unit.personId, fullName: "Quản trị mot" });
  });

  test("of two people on one machine each confirms their own (RE10)", async () => {
    const mine = await signInOn("lan", LAPTOP);
    const theirs = await signInOn("minh", LAPTOP);
    const { id } = (await recallPaper()).body.recall;
    await post(`/api/recalls/${id as string}/confirm`, mine);
    expect([await told(mine), await told(theirs)].map((list) => list.includes(paperId))).toEqual([false, true]);
  });

  test("nobody confirms or is told what does not concern them", async () => {
    await app.call("PATCH", `/api/papers/${paperId}`, { token: unit.token, body: { readers: [lan.id] } });
    const other = await signInOn("minh", TABLET);
    const foreign = await signInOn("quantri.hai", TABLET);
    const { id } = (await recallPaper()).body.recall;
    for (const token of [other, foreign]) {
      expect(codeOf(await post(`/api/recalls/${id as string}/confirm`, token))).toEqual([404, "notFound"]);
    }
  });

  test("a device of somebody who was disabled stays in the report, unconfirmed, and cannot speak", async () => {
    const gone = await addMember("hoa");
    const token = await signInOn("hoa", LAPTOP, "Máy của Hoa");
    await setPeople([lan.id, gone.id]);
    const path = `/api/organisations/${unit.id}/people/${gone.id}`;
    expect((await app.call("PATCH", path, { token: unit.token, body: { disabled: true } })).status).toBe(200);
    const { id } = (await recallPaper()).body.recall;
    expect((await post(`/api/recalls/${id as string}/confirm`, token)).status).toBe(401);
    const { recalls } = (await get(`/api/meetings/${meetingId}/recalls`, unit.token)).body;
    const kept = recalls[0].devices.filter(({ personId }: { personId: string }) => personId === gone.id);
    expect(kept).toMatchObject([{ deviceName: "Máy của Hoa", confirmedAt: null }]);
  });

  test("a device's id is a ULID and its name short", async () => {
    const tryWith = (facts: object) =>
      app.call("POST", "/api/session", { body: { userName: "lan", password: PASSWORD, ...facts } });
    expect(codeOf(await tryWith({ deviceId: "may-cua-toi" }))).toEqual([400, "badRequest"]);
    expect(codeOf(await tryWith({ deviceId: LAPTOP, deviceName: "a".repeat(81) }))).toEqual([400, "badRequest"]);
  });
});

describe("the limit without the server (RE11)", () => {
  const settings = () => `/api/organisations/${unit.id}/settings`;
  const setDays = (offlineDays: unknown) => app.call("PUT", settings(), { token: unit.token, body: { offlineDays } });

  test("is the unit's, 14 days at first, and told with the time to everybody who asks who they are", async () => {
    const asked = await get("/api/session", lan.token);
    expect(asked.body.offlineDays).toBe(14);
    expect(Math.abs(Date.parse(asked.body.time) - app.services.clock().getTime())).toBeLessThan(5_000);
    expect((await setDays(0)).body).toEqual({ offlineDays: 0 });
    expect((await get("/api/session", lan.token)).body.offlineDays).toBe(0);
    for (const wrong of [91, -1, 1.5, null]) expect((await setDays(wrong)).status, String(wrong)).toBe(400);
    expect((await get(settings(), unit.token)).body).toEqual({ offlineDays: 0 });
    await setDays(14);
  });

  test("of several units the strictest holds", async () => {
    const membership = { person_id: minh.id, organisation_id: stranger.id, roles_json: '["member"]' };
    await app.services.db.insertInto("memberships").values(membership).execute();
    const path = `/api/organisations/${stranger.id}/settings`;
    await app.call("PUT", path, { token: stranger.token, body: { offlineDays: 3 } });
    expect((await get("/api/session", minh.token)).body.offlineDays).toBe(3);
    expect((await get("/api/session", lan.token)).body.offlineDays).toBe(14);
    expect(codeOf(await get(path, minh.token))).toEqual([403, "forbidden"]);
  });
});
