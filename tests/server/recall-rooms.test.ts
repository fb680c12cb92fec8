// Recall on the sync endpoint of the real server (RE4–RE6, RE8, RE9): rooms close within a second and say why, lifting
// opens them again with all that was written, and the inbox of each person tells of it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { contract } from "../../shared/protocol/http/contract.ts";
import { readInbox } from "../../shared/ydoc/inbox.ts";
import { startServer, type RunningServer } from "../helpers/start-server.ts";
import { until } from "../helpers/until.ts";
import { targets } from "../security/attacks/targets.ts";
import { memberOf, type Member } from "../sync/member.ts";
import { RawClient } from "../sync/raw-client.ts";
import { stockClient } from "../sync/sync-fixture.ts";

let server: RunningServer;
let secretary: Member;
let member: Member;
let meetingId: string;
let annotations: string;
let notes: string;
let paperId: string;
/** Recalls and liftings until now. */
let changes = 0;

beforeAll(async () => {
  server = await startServer({ sample: true });
  secretary = await memberOf(server, "thuky");
  member = await memberOf(server, "daibieu1");
  meetingId = await member.liveMeetingId();
  annotations = await member.livePaperRoom();
  paperId = annotations.split(":")[1] ?? "";
  notes = `notes:${paperId}:${member.personId}`;
}, 60_000);
afterAll(() => server.stop());

const open = async (who: Member, room: string): Promise<RawClient> =>
  new RawClient(who.syncUrl, room, await who.ticket(), { acknowledge: true }).ready();

async function codeOf(who: Member, room: string): Promise<number> {
  const client = await open(who, room);
  client.end();
  return client.code;
}

async function recall(subject: string): Promise<void> {
  const answer = await secretary.call("POST", `/api/${subject}/recall`, { reason: "Thử thu hồi" });
  expect(answer.status).toBe(200);
  changes += 1;
}

async function lift(subject: string): Promise<void> {
  expect((await secretary.call("DELETE", `/api/${subject}/recall`)).status).toBe(200);
  changes += 1;
}

test("the rooms of a recalled paper close within a second for everybody, with their own reason, and come back whole", async () => {
  const shared = await open(member, annotations);
  const own = await open(member, notes);
  const clients = [
    shared,
    own,
    await open(secretary, annotations),
    await open(secretary, `notes:${paperId}:${secretary.personId}`),
  ];
  for (const client of [shared, own]) {
    targets.annotations.write(client.doc, member.personId, 1);
    await until(() => client.acknowledged > 0, "acknowledgement");
  }
  const elsewhere = await open(member, `meeting:${meetingId}`);
  await recall(`papers/${paperId}`);
  await until(() => clients.every(({ code }) => code !== 0), "the rooms to close", 1000);
  expect(clients.map(({ code }) => code)).toEqual([4410, 4410, 4410, 4410]);
  expect(elsewhere.code, "the meeting goes on").toBe(0);
  expect([await codeOf(member, annotations), await codeOf(member, notes)]).toEqual([4410, 4410]);
  const stranger = await memberOf(server, "thuky.khac");
  expect(await codeOf(stranger, annotations)).toBe(4403);
  expect(await codeOf(stranger, notes)).toBe(4403);
  await lift(`papers/${paperId}`);
  for (const room of [annotations, notes]) {
    const again = await open(member, room);
    const key = targets.annotations.keyOf(member.personId, 1);
    expect(again.doc.getMap(targets.annotations.root).has(key), room).toBe(true);
    again.end();
  }
  elsewhere.end();
});

test("the rooms of a recalled meeting close for its members; who leads reads on and writes nothing", async () => {
  const agenda = `meeting:${meetingId}`;
  const floor = `floor:${meetingId}`;
  const members = [await open(member, agenda), await open(member, floor), await open(member, annotations)];
  const leading = [await open(secretary, agenda), await open(secretary, floor)];
  await recall(`meetings/${meetingId}`);
  await until(() => members.every(({ code }) => code !== 0), "the rooms to close", 1000);
  expect(members.map(({ code }) => code)).toEqual([4410, 4410, 4410]);
  expect(leading.map(({ code }) => code)).toEqual([0, 0]);
  const [writer] = leading;
  if (!writer) throw new Error("nobody leads");
  targets.meeting.write(writer.doc, "giua-luc-thu-hoi", 1);
  await until(() => writer.code, "refusal");
  expect(writer.code).toBe(4403);
  for (const who of [member, secretary]) expect(await codeOf(who, annotations)).toBe(4410);
  expect(await codeOf(await memberOf(server, "quantri"), agenda)).toBe(4403);
  await lift(`meetings/${meetingId}`);
  for (const room of [agenda, floor, annotations]) expect(await codeOf(member, room), room).toBe(0);
  leading.forEach((client) => client.end());
});

test("the inbox grows at once for everybody concerned, and a stock client reads it (RE9)", async () => {
  const mine = await open(member, `inbox:${member.personId}`);
  const before = readInbox(mine.doc).recalls;
  const stock = stockClient(member.syncUrl, `inbox:${member.personId}`, await member.ticket());
  await until(() => stock.synced, "the stock client");
  const stranger = await memberOf(server, "daibieu.khac");
  const theirs = await open(stranger, `inbox:${stranger.personId}`);
  await recall(`papers/${paperId}`);
  await until(() => readInbox(mine.doc).recalls === before + 1, "the recall", 1000);
  await lift(`papers/${paperId}`);
  await until(() => readInbox(stock.doc).recalls === before + 2, "the lifting", 1000);
  expect(readInbox(theirs.doc).recalls).toBe(0);
  stock.destroy();
  [mine, theirs].forEach((client) => client.end());
});

test("nobody reads another's inbox or writes in their own", async () => {
  expect(await codeOf(secretary, `inbox:${member.personId}`)).toBe(4403);
  expect(await codeOf(await memberOf(server, "quantri"), `inbox:${member.personId}`)).toBe(4403);
  const mine = await open(member, `inbox:${member.personId}`);
  mine.doc.getMap("inbox").set("recalls", 0);
  await until(() => mine.code, "refusal");
  expect(mine.code).toBe(4403);
});

test("a recall whose inboxes were not written before the server was killed is told after the start (RE9)", async () => {
  await recall(`papers/${paperId}`);
  await server.kill();
  server = await startServer({ dataFolder: server.dataFolder });
  const other = await memberOf(server, "daibieu2"); // whose inbox nobody has entered yet: its room was never written
  const inbox = await open(other, `inbox:${other.personId}`);
  await until(() => readInbox(inbox.doc).recalls === changes, "every recall and lifting so far", 1000);
  inbox.end();
  const { recalls } = contract.recalls.answer.parse(await (await other.call("GET", "/api/recalls")).json());
  expect(recalls.map(({ subjectId }) => subjectId)).toEqual([paperId]);
  expect((await other.call("GET", `/api/papers/${paperId}/content`)).status).toBe(410);
}, 60_000);
