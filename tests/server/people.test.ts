// People of a unit: added singly and by table, twice at once, changed while they are signed in, and what the audit keeps.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstBrokenAuditRow } from "../../server/storage/audit.ts";
import { openTestApp, PASSWORD, type TestApp, type Unit } from "../helpers/app.ts";

let app: TestApp;
let unit: Unit;
let people: string;

beforeAll(async () => {
  app = openTestApp();
  unit = await app.addUnit("mot");
  people = `/api/organisations/${unit.id}/people`;
});
afterAll(() => app.close());

const post = (path: string, body: unknown) => app.call("POST", path, { token: unit.token, body });
const importTable = (table: string, dryRun = false) => post(`${people}/import`, { table, dryRun });
const count = async () => (await app.services.db.selectFrom("people").select("id").execute()).length;
const newPerson = (userName: string) => ({ userName, fullName: "Người Thử", roles: ["member"], password: PASSWORD });

describe("a pasted table", () => {
  test("is told the errors of each row, and nobody is added", async () => {
    await post(people, newPerson("da.co"));
    const before = await count();
    const { status, body } = await importTable(
      [
        "Họ và tên\tTên đăng nhập\tChức danh\tVai trò",
        "Nguyễn Văn A\tvan.a\tỦy viên\tĐại biểu",
        "Trần Thị B\tVAN.A\t\tthư ký",
        "Lê C\tda.co\t\tkhách mời",
        "\tkhong.ten\t\t",
        "Phạm D\ttên có dấu\t\tthủ quỹ",
        "Vũ E\tvu.e\t\tđại biểu\tthừa",
      ].join("\r\n"),
    );
    expect(status).toBe(200);
    expect(body.imported).toBe(0);
    const errors = new Map<number, { code: string; value: string }[]>(
      body.rows.map((row: { line: number; errors: { code: string; value: string }[] }) => [row.line, row.errors]),
    );
    expect(errors.get(2)).toEqual([]);
    expect(errors.get(3)?.[0]).toEqual({ code: "sameAsLine", value: "2" });
    expect(errors.get(4)?.[0]?.code).toBe("taken");
    expect(errors.get(5)?.[0]?.code).toBe("noName");
    expect(errors.get(6)).toEqual([
      { code: "badUserName", value: "" },
      { code: "unknownRole", value: "thủ quỹ" },
    ]);
    expect(errors.get(7)?.[0]?.code).toBe("tooManyColumns");
    expect(await count()).toBe(before);
  });

  test("without errors adds everybody, each with a password of their own", async () => {
    const table = "Đỗ Thị Hạnh\tdo.hanh\tỦy viên\tChủ toạ, Thư ký\nĐinh Sự\tdinh.su\t\t";
    expect((await importTable(table, true)).body.imported).toBe(0);
    const { body } = await importTable(table);
    expect(body.imported).toBe(2);
    expect(body.rows[0].roles).toEqual(["chair", "secretary"]);
    const [first, second] = body.passwords as { userName: string; password: string }[];
    expect(first?.password).not.toBe(second?.password);
    await app.signIn("do.hanh", first?.password);
  });

  test("of two that come at once and share a name, one is refused whole", async () => {
    const before = await count();
    const answers = await Promise.all([
      importTable("Người Một\tcung.ten\nNgười Hai\trieng.mot"),
      importTable("Người Ba\trieng.hai\nNgười Bốn\tcung.ten"),
    ]);
    const added = answers.filter(({ status, body }) => status === 200 && body.imported === 2);
    expect(added).toHaveLength(1);
    expect(answers.find((one) => !added.includes(one))?.body.error?.code).toBe("userNameTaken");
    expect(await count()).toBe(before + 2);
  });

  test("that is larger than any unit is refused at once", async () => {
    const rows = Array.from({ length: 501 }, (_, at) => `Người ${at}\tnguoi.${at}`).join("\n");
    expect((await importTable(rows)).body.error).toMatchObject({
      code: "badRequest",
      details: { reason: "tooManyRows" },
    });
    expect((await importTable("x".repeat(400_001))).status).toBe(400);
    expect((await importTable("x".repeat(3_000_000))).status).toBe(413);
  });
});

test("of two people added at once under one user name, one gets a clear conflict", async () => {
  const answers = await Promise.all([1, 2, 3].map(() => post(people, newPerson("tranh.nhau"))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.error.code)).toEqual([
    "userNameTaken",
    "userNameTaken",
  ]);
});

test("a new person has to change the initial password, and the old one is worth nothing then", async () => {
  const { body } = await post(people, { userName: "moi.den", fullName: "Mới Đến", roles: ["member"] });
  const initial = body.initialPassword as string;
  const token = await app.signIn("moi.den", initial);
  expect((await app.call("GET", "/api/session", { token })).body.person.mustChangePassword).toBe(true);
  for (const [method, path] of [
    ["GET", "/api/meetings"],
    ["GET", "/api/sessions"],
    ["POST", "/api/sync/ticket"],
    ["GET", "/api/papers/none/content"],
  ] as const) {
    const refused = await app.call(method, path, { token });
    expect([refused.status, refused.body.error.code], path).toEqual([403, "passwordNotOwn"]);
  }
  const change = { current: initial, next: "một mật khẩu dài" };
  expect((await app.call("PUT", "/api/session/password", { token, body: change })).status).toBe(200);
  expect((await app.call("GET", "/api/session", { token })).body.person.mustChangePassword).toBe(false);
  await expect(app.signIn("moi.den", initial)).rejects.toThrow("401");
  // The same letters, decomposed as a Mac types them.
  await app.signIn("moi.den", change.next.normalize("NFD"));
});

test("a disabled person is out at once, and back with a new sign-in only", async () => {
  const { body } = await post(people, newPerson("bi.khoa"));
  const token = await app.signIn("bi.khoa");
  const { ticket } = (await app.call("POST", "/api/sync/ticket", { token })).body as { ticket: string };
  expect(app.services.tickets.ownerOf(ticket)).not.toBeNull();
  const path = `${people}/${(body as { person: { id: string } }).person.id}`;
  await app.call("PATCH", path, { token: unit.token, body: { disabled: true } });
  expect((await app.call("GET", "/api/session", { token })).status).toBe(401);
  expect(app.services.tickets.ownerOf(ticket)).toBeNull();
  await expect(app.signIn("bi.khoa")).rejects.toThrow("401");
  await app.call("PATCH", path, { token: unit.token, body: { disabled: false } });
  expect((await app.call("GET", "/api/session", { token })).status).toBe(401);
  await app.signIn("bi.khoa");
});

test("roles that are taken away in the middle of a session are gone with the next request", async () => {
  const { body } = await post(people, { ...newPerson("giang.chuc"), roles: ["administrator"] });
  const token = await app.signIn("giang.chuc");
  expect((await app.call("GET", people, { token })).status).toBe(200);
  const path = `${people}/${(body as { person: { id: string } }).person.id}`;
  await app.call("PATCH", path, { token: unit.token, body: { roles: ["member"] } });
  expect((await app.call("GET", people, { token })).status).toBe(403);
  expect((await app.call("PATCH", path, { token, body: { roles: ["administrator"] } })).status).toBe(403);
});

test("a unit keeps an administrator", async () => {
  const others = (await app.call("GET", people, { token: unit.token })).body.people as {
    id: string;
    roles: string[];
  }[];
  const path = `${people}/${others.find(({ id }) => id === unit.personId)?.id ?? ""}`;
  const { status, body } = await app.call("PATCH", path, { token: unit.token, body: { disabled: true } });
  expect([status, body.error?.details.reason]).toEqual([409, "lastAdministrator"]);
});

test("every change is in the audit, chained; a row changed on the disk is found", async () => {
  const rows = await app.services.db.selectFrom("audit").selectAll().execute();
  const actions = new Set(rows.map(({ action }) => action));
  for (const action of ["personAdded", "personEdited", "passwordChanged"]) expect(actions).toContain(action);
  expect(JSON.stringify(rows)).not.toContain("Người Thử");
  expect(await firstBrokenAuditRow(app.services.db)).toBeNull();
  const change = app.services.db.updateTable("audit").set({ subject: "other" }).where("sequence", "=", 2);
  await expect(change.execute()).rejects.toThrow("append-only");
});
