// Attacks through presence: nobody speaks for another, and nothing of it grows.
import { afterAll, beforeAll, expect, test } from "vitest";
import * as encoding from "lib0/encoding";
import { limits } from "../../server/sync/limits.ts";
import { messageType } from "../../shared/protocol/sync.ts";
import { awarenessFrame, RawClient } from "../sync/raw-client.ts";
import { startSyncFixture, type SyncFixture } from "../sync/sync-fixture.ts";
import { until } from "../helpers/until.ts";

let fixture: SyncFixture;
let rooms = 0;
beforeAll(async () => {
  fixture = await startSyncFixture();
});
afterAll(() => fixture.stop());

async function pair() {
  const room = `annotations:P${++rooms}`;
  const [honest, witness] = await Promise.all(
    ["an", "binh"].map((person) => new RawClient(fixture.url, room, person).ready()),
  );
  if (!honest || !witness) throw new Error("nobody came");
  honest.announce({ page: 1 });
  witness.announce({ page: 9 });
  await until(() => witness.presence.has(honest.doc.clientID), "presence");
  const end = () => [honest, witness].forEach((client) => client.end());
  return { room, honest, witness, end };
}

async function seenOf(
  { honest, witness, room }: Awaited<ReturnType<typeof pair>>,
  frame: (victim: number) => Uint8Array,
) {
  const ban = await new RawClient(fixture.url, room, "ban").ready();
  ban.send(frame(honest.doc.clientID));
  await ban.settled();
  honest.announce({ page: 2 }, 2);
  await until(() => witness.presence.get(honest.doc.clientID)?.includes('"page":2'), "the honest state afterwards");
  const foreign = [...witness.presence].filter(
    ([client]) => ![honest, witness].some(({ doc }) => doc.clientID === client),
  );
  ban.end();
  return { code: ban.code, foreign, states: [...witness.presence.values()].join() };
}

const forged: Record<string, (victim: number) => Uint8Array> = {
  "another's clientID with a state of one's own": (victim) => awarenessFrame([[victim, 50, '{"page":66}']]),
  "another's clientID said to be gone": (victim) => awarenessFrame([[victim, 50, "null"]]),
  "another's clientID after one's own": (victim) =>
    awarenessFrame([
      [77, 1, "null"],
      [victim, 99, '{"page":66}'],
    ]),
  "a giant state": () => awarenessFrame([[78, 1, JSON.stringify({ text: "x".repeat(1 << 20) })]]),
  "a state that is no object": () => awarenessFrame([[78, 1, "[1]"]]),
  "a state that is no JSON": () => awarenessFrame([[78, 1, "{"]]),
  "a clock beyond all": () => awarenessFrame([[78, Number.MAX_SAFE_INTEGER, "{}"]]),
  "a count that is not there": () =>
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, messageType.awareness);
      encoding.writeVarUint8Array(encoder, Uint8Array.of(255, 255, 255, 127));
    }),
};

test.each(Object.entries(forged))("%s is seen by nobody", async (_, frame) => {
  const stage = await pair();
  const { foreign, states } = await seenOf(stage, frame);
  expect(foreign).toEqual([]);
  expect(states).not.toContain("66");
  expect([stage.honest.code, stage.witness.code]).toEqual([0, 0]);
  stage.end();
});

test("of thousands of clients in one message only the first is taken, as the sender's own", async () => {
  const stage = await pair();
  const { code, foreign } = await seenOf(stage, () =>
    awarenessFrame(Array.from({ length: 5000 }, (_, at) => [1000 + at, 1, '{"page":5}'] as const)),
  );
  expect(code).toBe(0);
  expect(foreign.map(([client]) => client).filter((client) => client !== 1000)).toEqual([]);
  stage.end();
});

test("a forged person in a state is overwritten by the real one", async () => {
  const stage = await pair();
  const ban = await new RawClient(fixture.url, stage.room, "ban").ready();
  ban.announce({ person: "an", page: 4 });
  const seen = await until(() => stage.witness.presence.get(ban.doc.clientID), "presence");
  expect(JSON.parse(seen)).toEqual({ page: 4, person: "ban" });
  ban.end();
  stage.end();
});

test("the same person may hold the same clientID in two sessions; who stays is still seen", async () => {
  const stage = await pair();
  const second = await new RawClient(fixture.url, stage.room, "an").ready();
  second.announce({ page: 3 }, 7, stage.honest.doc.clientID);
  await until(() => stage.witness.presence.get(stage.honest.doc.clientID)?.includes('"page":3'), "the second session");
  stage.honest.end();
  await stage.witness.settled();
  expect(stage.witness.presence.get(stage.honest.doc.clientID)).toContain('"page":3');
  second.end();
  stage.end();
});

test("a state as large as allowed is passed on", async () => {
  const stage = await pair();
  const text = "x".repeat(limits.awarenessBytes - 20);
  stage.honest.announce({ text }, 5);
  await until(() => stage.witness.presence.get(stage.honest.doc.clientID)?.includes(text), "the large state");
  stage.end();
});
