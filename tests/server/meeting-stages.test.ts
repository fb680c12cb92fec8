// Who knows of a meeting as it moves from stage to stage: its lists, its routes and its rooms say the same.
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrations } from "../../server/storage/migrations.ts";
import { roomAccess } from "../../server/policies/room.ts";
import { openTestApp, PASSWORD, type TestApp, type Unit } from "../helpers/app.ts";

let app: TestApp;
let unit: Unit;
let member: { id: string; token: string };

beforeAll(async () => {
  app = openTestApp();
  unit = await app.addUnit("mot");
  const body = { userName: "uy.vien", fullName: "Ủy Viên", roles: ["member"], password: PASSWORD };
  const added = await app.call("POST", `/api/organisations/${unit.id}/people`, { token: unit.token, body });
  await app.services.db.updateTable("people").set({ must_change_password: 0 }).execute();
  member = { id: added.body.person.id, token: await app.signIn("uy.vien") };
});
afterAll(() => app.close());

async function newMeeting(): Promise<string> {
  const made = await app.call("POST", "/api/meetings", { token: unit.token, body: { title: "Họp thường trực" } });
  const id = made.body.meeting.id as string;
  const participants = [
    { personId: unit.personId, role: "secretary" },
    { personId: member.id, role: "member" },
  ];
  await app.call("PUT", `/api/meetings/${id}/participants`, { token: unit.token, body: { participants } });
  return id;
}

async function move(id: string, action: string, reason = ""): Promise<number> {
  const { status } = await app.call("POST", `/api/meetings/${id}/stage`, {
    token: unit.token,
    body: { action, reason },
  });
  return status;
}

/** Whether the member knows of it; the list, the route and the rooms must agree. */
async function isKnown(id: string): Promise<boolean> {
  const list = await app.call("GET", "/api/meetings", { token: member.token });
  const inList = list.body.meetings.some((meeting: { id: string }) => meeting.id === id);
  const { status } = await app.call("GET", `/api/meetings/${id}`, { token: member.token });
  const rooms = (["meeting", "floor"] as const).map((kind) => roomAccess(app.services, member.id, { kind, id }));
  for (const access of rooms) expect(access !== null).toBe(inList);
  expect(status).toBe(inList ? 200 : 404);
  return inList;
}

describe("a participant", () => {
  test("learns of a meeting when it is convened, and no more of it when that is taken back", async () => {
    const id = await newMeeting();
    expect(await isKnown(id)).toBe(false);
    await move(id, "convene");
    expect(await isKnown(id)).toBe(true);
    await move(id, "withdraw");
    expect(await isKnown(id)).toBe(false);
  });

  test("reads why a meeting they were called to is postponed or cancelled", async () => {
    for (const action of ["postpone", "cancel"]) {
      const id = await newMeeting();
      await move(id, "convene");
      await move(id, action, "Trùng lịch họp cấp trên");
      expect(await isKnown(id)).toBe(true);
      const { body } = await app.call("GET", `/api/meetings/${id}`, { token: member.token });
      expect(body.meeting.stageReason).toBe("Trùng lịch họp cấp trên");
      await move(id, "reinstate");
      expect(await isKnown(id), `prepared again after ${action}`).toBe(false);
    }
  });

  test("never learns of one that was given up before anybody was called", async () => {
    for (const action of ["postpone", "cancel"]) {
      const id = await newMeeting();
      expect(await move(id, action)).toBe(200);
      expect(await isKnown(id)).toBe(false);
    }
  });
});

test("meetings of an older data folder stay known or hidden as they were", () => {
  const database = new DatabaseSync(":memory:");
  const steps = migrations.findIndex((step) => step.includes("convened_at"));
  for (const step of migrations.slice(0, steps)) database.exec(step);
  database.exec(`INSERT INTO organisations VALUES ('O', 'Đơn vị', 'Asia/Ho_Chi_Minh', '2026-01-01');
    INSERT INTO people (id, user_name, full_name, title, password_hash, created_at)
      VALUES ('P', 'p', 'P', '', '', '2026-01-01');`);
  for (const stage of ["preparing", "convened", "live", "closed", "postponed", "cancelled", "archived"]) {
    database
      .prepare(
        `INSERT INTO meetings (id, organisation_id, title, kind, place, stage, created_by, created_at)
         VALUES (?, 'O', '', 'other', '', ?, 'P', '2026-01-02')`,
      )
      .run(stage, stage);
  }
  for (const step of migrations.slice(steps)) database.exec(step);
  const hidden = database.prepare("SELECT id FROM meetings WHERE convened_at IS NULL ORDER BY id").all();
  expect(hidden.map(({ id }) => id)).toEqual(["postponed", "preparing"]);
});
