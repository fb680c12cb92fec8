// The command line on a running server: backup, restore with clients connected, check of a damaged folder, reset of a
// password; and what keeps a server from starting.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { addItem, readAgendaTree } from "../../shared/ydoc/agenda.ts";
import { backUp } from "../../server/storage/backup.ts";
import { checkFolder } from "../../server/storage/check-folder.ts";
import { placesIn } from "../../server/storage/folder.ts";
import { finishRestore, isRestoreReady, prepareRestore, withdrawRestore } from "../../server/storage/restore.ts";
import { PASSWORD, type Body } from "../helpers/app.ts";
import { startServer, type RunningServer } from "../helpers/start-server.ts";
import { until } from "../helpers/until.ts";
import { stockClient } from "../sync/sync-fixture.ts";

/** Each command is a process of its own; on a busy machine its start alone takes seconds. */
vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, "../..");
let server: RunningServer;
let meetingId: string;
const clients: WebsocketProvider[] = [];

interface Outcome {
  code: number;
  out: string;
  err: string;
}

function run(script: string, args: string[], env: Record<string, string>): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, script), ...args], { env: { ...process.env, ...env } }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const banhop = (dataFolder: string, ...args: string[]) => run("server/cli/index.ts", args, { BANHOP_DATA: dataFolder });

async function call(method: string, path: string, token: string | null, body?: unknown): Promise<Body> {
  const answer = await fetch(server.origin + path, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}

async function signIn(userName: string, password = PASSWORD): Promise<string> {
  return (await call("POST", "/api/session", null, { userName, password })).token as string;
}

/** A stock client in the room of the meeting, synced. */
async function joinRoom(token: string, doc?: Y.Doc): Promise<WebsocketProvider> {
  const { ticket } = (await call("POST", "/api/sync/ticket", token)) as { ticket: string };
  const client = stockClient(`ws://127.0.0.1:${server.port}/sync`, `meeting:${meetingId}`, ticket, doc);
  clients.push(client);
  await until(() => client.synced, "the client to be synced");
  return client;
}

function addTo(client: WebsocketProvider, title: string): void {
  const place = { parent: null, after: null };
  const id = title.replace(/\W/g, "");
  addItem(client.doc, { id, title, description: "", presenter: "", durationMinutes: 5 }, place);
}

function titlesIn(client: WebsocketProvider): string[] {
  return readAgendaTree(client.doc, new Date(0).toISOString()).map(({ title }) => title);
}

const titlesAtServer = async (token: string) =>
  ((await call("GET", `/api/meetings/${meetingId}`, token)).agenda as { title: string }[]).map(({ title }) => title);

beforeAll(async () => {
  server = await startServer();
  const administrator = { fullName: "Quản Trị", userName: "quantri", password: PASSWORD };
  const { token, person } = await call("POST", "/api/setup/organisation", null, {
    organisationName: "Đơn vị thử",
    administrator,
  });
  const people = `/api/organisations/${person.memberships[0].organisationId as string}/people`;
  const facts = { fullName: "Người Thử", roles: ["secretary"], password: PASSWORD };
  await call("POST", people, token, { userName: "thuky", ...facts });
  const made = await call("POST", "/api/meetings", await signIn("thuky"), { title: "Họp thử" });
  meetingId = made.meeting.id as string;
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await server.kill();
});

test("a reset password ends the sessions and the open sockets of the running server", async () => {
  const token = await signIn("thuky");
  const client = await joinRoom(token);
  client.shouldConnect = false; // it would try again for ever
  const { code, out } = await banhop(server.dataFolder, "users", "reset-password", "ThuKy");
  expect(code).toBe(0);
  await until(() => !client.wsconnected, "the socket to be cut");
  expect((await call("GET", "/api/session", token)).status).toBe(401);
  const password = /: (\S+)/.exec(out)?.[1] ?? "";
  const again = await signIn("thuky", password);
  expect((await call("GET", "/api/session", again)).person.mustChangePassword).toBe(true);
  await call("PUT", "/api/session/password", again, { current: password, next: PASSWORD });
});

test("a backup of the running server is put back while people are in the room, and nothing is mixed", async () => {
  const token = await signIn("thuky");
  const client = await joinRoom(token);
  addTo(client, "Truoc khi sao luu");
  await until(async () => (await titlesAtServer(token)).length === 1, "the first item to arrive");
  const backup = join(mkdtempSync(join(tmpdir(), "banhop-backup-")), "ban-sao");
  expect(await banhop(server.dataFolder, "backup", backup)).toMatchObject({ code: 0 });
  expect(() => backUp(server.dataFolder, backup)).toThrow("không trống");
  expect((await checkFolder(backup)).problems).toEqual([]);

  addTo(client, "Sau khi sao luu");
  await until(async () => (await titlesAtServer(token)).length === 2, "the second item to arrive");
  // Requests that are under way while the folders change places are answered by one side or the other.
  const asking = new AbortController();
  const answers: number[] = [];
  const crowd = (async () => {
    while (!asking.signal.aborted) answers.push((await call("GET", "/api/setup", null)).status as number);
  })();
  const restored = await banhop(server.dataFolder, "restore", backup);
  asking.abort();
  await crowd;
  expect([restored.code, restored.err]).toEqual([0, ""]);
  expect(new Set(answers)).toEqual(new Set([200]));

  // The client comes back by itself with what it knows, and is not let in: it has to sign in and begin anew.
  await until(() => !client.wsconnected && !client.shouldConnect, "the client to be sent away for good");
  expect(titlesIn(client)).toHaveLength(2);
  expect((await call("GET", "/api/session", token)).status).toBe(401);
  const again = await signIn("thuky");
  expect(await titlesAtServer(again)).toEqual(["Truoc khi sao luu"]);
  const fresh = await joinRoom(again);
  expect(titlesIn(fresh)).toEqual(["Truoc khi sao luu"]);
  addTo(fresh, "Sau khi khoi phuc");
  await until(async () => (await titlesAtServer(again)).length === 2, "an item after the restore");
  expect((await checkFolder(server.dataFolder)).problems).toEqual([]);
  const aside = readdirSync(server.dataFolder).find((name) => name.startsWith("truoc-khoi-phuc-")) ?? "";
  expect(readdirSync(join(server.dataFolder, aside)).sort()).toEqual(["banhop.sqlite", "blobs", "rooms.sqlite"]);
});

describe("of a damaged copy", () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), "banhop-check-")), "data");
    backUp(server.dataFolder, folder);
  });

  test("check finds a changed byte in a stored update", async () => {
    const db = new DatabaseSync(placesIn(folder).rooms);
    for (const table of ["log", "snapshot"]) {
      for (const row of db.prepare(`SELECT rowid AS rowid, data FROM ${table}`).all()) {
        const data = Buffer.from(row["data"] as Uint8Array);
        data[data.length - 1] = (data.at(-1) ?? 0) ^ 1;
        db.prepare(`UPDATE ${table} SET data = ? WHERE rowid = ?`).run(data, row["rowid"] as number);
      }
    }
    db.close();
    expect((await checkFolder(folder)).problems.join()).toContain(`phòng meeting:${meetingId}: dữ liệu không khớp`);
  });

  test("check finds a log that is torn off; it is not put back, and the data stays as it was", async () => {
    truncateSync(placesIn(folder).rooms, 6_000);
    expect((await checkFolder(folder)).problems).not.toEqual([]);
    await expect(prepareRestore(folder, server.dataFolder, new Date())).rejects.toThrow("Bản sao lưu có lỗi");
    expect(isRestoreReady(server.dataFolder)).toBe(false);
    const outcome = await banhop(folder, "check");
    expect([outcome.code, outcome.out]).toEqual([1, expect.stringContaining("lỗi")]);
  });

  test("check finds a page of the database that is none", async () => {
    const bytes = readFileSync(placesIn(folder).database);
    bytes.fill(0x5a, 4096, 8192);
    writeFileSync(placesIn(folder).database, bytes);
    expect((await checkFolder(folder)).problems).not.toEqual([]);
  });

  test("check finds a changed byte in a file", async () => {
    const place = join(placesIn(folder).blobs, "unit", "00");
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "0".repeat(64)), "khác");
    expect((await checkFolder(folder)).problems.join()).toContain("nội dung không khớp mã băm");
  });

  test("a restore that is broken off at any step is finished by whoever opens the folder next", async () => {
    const data = mkdtempSync(join(tmpdir(), "banhop-data-"));
    backUp(server.dataFolder, data);
    const aside = await prepareRestore(folder, data, new Date());
    const ready = readdirSync(data).find((name) => name.startsWith("restore-ready-")) ?? "";
    // As a crash leaves it: claimed, the old log moved aside, the new one not yet in its place.
    renameSync(join(data, ready), join(data, ready.replace("ready", "taken")));
    mkdirSync(aside);
    renameSync(placesIn(data).rooms, placesIn(aside).rooms);
    finishRestore(data);
    expect((await checkFolder(data)).problems).toEqual([]);
    expect(readdirSync(data).filter((name) => name.startsWith("restore-"))).toEqual([]);
    expect(readdirSync(aside).sort()).toEqual(["banhop.sqlite", "blobs", "rooms.sqlite"]);
  });

  test("a restore that nobody takes up is withdrawn", async () => {
    const data = mkdtempSync(join(tmpdir(), "banhop-data-"));
    backUp(server.dataFolder, data);
    await prepareRestore(folder, data, new Date());
    expect([withdrawRestore(data), isRestoreReady(data)]).toEqual([true, false]);
    finishRestore(data);
    expect(withdrawRestore(data)).toBe(false);
  });
});

describe("a server that cannot start says why in one line and ends", () => {
  const start = (env: Record<string, string>) => run("server/index.ts", [], { BANHOP_PORT: "0", ...env });

  async function expectOneLine(outcome: Promise<Outcome>, words: string): Promise<void> {
    const { code, err } = await outcome;
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(words);
  }

  test("a data folder of a newer version, which stays as it was", async () => {
    const folder = mkdtempSync(join(tmpdir(), "banhop-newer-"));
    const db = new DatabaseSync(placesIn(folder).database);
    db.exec("PRAGMA user_version = 999");
    db.close();
    const before = readFileSync(placesIn(folder).database);
    await expectOneLine(start({ BANHOP_DATA: folder }), "mới hơn");
    expect(readFileSync(placesIn(folder).database).equals(before)).toBe(true);
    await expect(prepareRestore(folder, `${folder}-data`, new Date())).rejects.toThrow();
  });

  test("a folder that cannot be written", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "banhop-file-")), "tep");
    writeFileSync(file, "");
    await Promise.all([
      expectOneLine(start({ BANHOP_DATA: join(file, "data") }), "Không ghi được"),
      expectOneLine(start({ BANHOP_DATA: file }), "Không ghi được"),
    ]);
  });

  test("a taken port, a wrong port, a sample for the whole network", async () => {
    const BANHOP_DATA = mkdtempSync(join(tmpdir(), "banhop-data-"));
    await Promise.all([
      expectOneLine(start({ BANHOP_DATA, BANHOP_PORT: String(server.port) }), "đang có chương trình khác dùng"),
      expectOneLine(start({ BANHOP_DATA, BANHOP_PORT: "mot" }), "BANHOP_PORT"),
      expectOneLine(start({ BANHOP_DATA, BANHOP_HOST: "0.0.0.0", BANHOP_SAMPLE: "1" }), "BANHOP_SAMPLE"),
      expectOneLine(start({ BANHOP_DATA, BANHOP_ADDRESS: "hop.tinh.vn" }), "BANHOP_ADDRESS"),
    ]);
  });
});
