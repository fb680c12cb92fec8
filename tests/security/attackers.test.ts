// Who gets into which room of the real server at all: a stranger, another unit's secretary, an expired or ended ticket, a
// disabled person with an open socket; and what a member and a guest may do there.
import { afterAll, beforeAll, expect, test } from "vitest";
import { roomKinds } from "../../shared/protocol/sync.ts";
import { startServer, type RunningServer } from "../helpers/start-server.ts";
import { until } from "../helpers/until.ts";
import { memberOf, type Member } from "../sync/member.ts";
import { RawClient } from "../sync/raw-client.ts";
import { targets } from "./attacks/targets.ts";

let server: RunningServer;
let member: Member;
let rooms: Record<string, string>;

beforeAll(async () => {
  server = await startServer({ sample: true });
  member = await memberOf(server, "daibieu1");
  const annotations = await member.livePaperRoom();
  const paper = annotations.split(":")[1] ?? "";
  const meeting = await member.liveMeetingId();
  rooms = {
    meeting: `meeting:${meeting}`,
    floor: `floor:${meeting}`,
    annotations,
    notes: `notes:${paper}:${member.personId}`,
    draft: `draft:${paper}`,
    amendments: `amendments:${paper}`,
    inbox: `inbox:${member.personId}`,
  };
}, 60_000);
afterAll(() => server.stop());

/** The close code, or 0 when let in. */
async function enter(ticket: string, room: string): Promise<number> {
  const client = await new RawClient(member.syncUrl, room, ticket).ready();
  client.end();
  return client.code;
}

test("every kind of room is tried here", () => {
  expect(Object.keys(rooms).sort()).toEqual([...roomKinds].sort());
});

test("a stranger gets 4401 in every room, with no ticket, a made-up one, and one of an ended session", async () => {
  const left = await memberOf(server, "daibieu5");
  const ended = await left.ticket();
  expect((await left.call("DELETE", "/api/session")).status).toBe(200);
  for (const room of Object.values(rooms))
    for (const ticket of ["", "made-up", ended]) expect(await enter(ticket, room), room).toBe(4401);
});

test("another unit's secretary and members get 4403 in every room", async () => {
  for (const name of ["thuky.khac", "daibieu.khac", "quantri"]) {
    const ticket = await (await memberOf(server, name)).ticket();
    for (const room of Object.values(rooms)) expect(await enter(ticket, room), `${name} ${room}`).toBe(4403);
  }
});

test("nobody else enters a person's notes, and a guest only reads", async () => {
  const guest = await memberOf(server, "khach");
  const ticket = await guest.ticket();
  expect(await enter(ticket, rooms.notes ?? "")).toBe(4403);
  const client = await new RawClient(member.syncUrl, rooms.annotations ?? "", ticket).ready();
  targets.annotations.write(client.doc, guest.personId, 1);
  await until(() => client.code, "refusal");
  expect(client.code).toBe(4403);
});

test("a member writes neither the agenda nor the floor", async () => {
  for (const kind of ["meeting", "floor"] as const) {
    const client = await new RawClient(member.syncUrl, rooms[kind] ?? "", await member.ticket()).ready();
    if (kind === "floor") client.doc.getMap("floor").set("stage", "closed");
    else targets.meeting.write(client.doc, "forged", 1);
    await until(() => client.code, "refusal");
    expect(client.code, kind).toBe(4403);
  }
});

test("a disabled person loses the open socket within a second, leaves what was written, and does not return", async () => {
  const person = await memberOf(server, "daibieu6");
  const ticket = await person.ticket();
  const client = await new RawClient(member.syncUrl, rooms.annotations ?? "", ticket, { acknowledge: true }).ready();
  targets.annotations.write(client.doc, person.personId, 1);
  await until(() => client.acknowledged > 0, "acknowledgement");
  const administrator = await memberOf(server, "quantri");
  const answer = await administrator.call(
    "PATCH",
    `/api/organisations/${person.organisationId}/people/${person.personId}`,
    { disabled: true },
  );
  expect(answer.status).toBe(200);
  await until(() => client.code, "the socket to close", 1000);
  expect(client.code).toBe(4403);
  expect(await enter(ticket, rooms.annotations ?? "")).toBe(4401);
  const witness = await new RawClient(member.syncUrl, rooms.annotations ?? "", await member.ticket()).ready();
  expect(witness.doc.getMap(targets.annotations.root).has(targets.annotations.keyOf(person.personId, 1))).toBe(true);
  witness.end();
});
