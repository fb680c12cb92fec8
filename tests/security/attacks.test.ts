// Every attack of the table over real sockets, next to an honest pair: refused or held, no trace at anybody else nor on
// disk, nothing pending, and the honest ones write on. For members who may write and for guests who may only read.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RawClient } from "../sync/raw-client.ts";
import { startSyncFixture, type SyncFixture } from "../sync/sync-fixture.ts";
import { againstAuthors, againstEverybody, withoutEffect, type Attack } from "./attacks/attacks.ts";
import { expectClean, expectUnharmed, setStage, strike } from "./attacks/staging.ts";
import { closedTargets, targets, type Target } from "./attacks/targets.ts";

let fixture: SyncFixture;
/** What each attacked room held at the end, to be found again after a restart. */
const kept = new Map<string, { target: Target; content: string }>();
let count = 0;

beforeAll(async () => {
  fixture = await startSyncFixture();
});
afterAll(() => fixture.stop());

async function run(target: Target, attacker: string, attack: Attack) {
  const room = `${target.kind}:A${++count}`;
  const stage = await setStage(fixture, target, room);
  try {
    const fate = await strike(fixture, target, stage, attacker, attack);
    kept.set(room, { target, content: await expectUnharmed(fixture, target, stage) });
    return fate;
  } finally {
    stage.end();
  }
}

const harmless = Object.entries(withoutEffect);
const harmful = Object.entries(againstEverybody);

describe("a member in the shared layer of marks", () => {
  test.concurrent.each([...Object.entries(againstAuthors), ...harmful])("%s", async (_, attack) => {
    expect(["open", 4400, 4403, 4414, 4422]).toContain(await run(targets.annotations, "ban", attack));
  });
  test.concurrent.each(harmless)("%s does nothing", async (_, attack) => {
    expect(await run(targets.annotations, "ban", attack)).toBe("open");
  });
});

describe("a secretary in the meeting, who may edit others' words but not in their name", () => {
  test.concurrent.each(harmful)("%s", async (_, attack) => {
    expect(["open", 4400, 4403, 4414, 4422]).toContain(await run(targets.meeting, "ban", attack));
  });
});

describe("a guest, who may only read", () => {
  test.concurrent.each([...Object.entries(againstAuthors), ...harmful, ...harmless])("%s", async (name, attack) => {
    const fate = await run(targets.annotations, "reader-khach", attack);
    if (!(name in withoutEffect)) expect(["open", 4400, 4403, 4414, 4422]).toContain(fate);
    else expect(fate).toBe("open");
  });
});

describe.each(closedTargets.map((target) => [target.kind, target] as const))("a member in the room %s", (_, target) => {
  const victim = { client: 4711, clock: 9, reader: 4712, entry: [4711, 0], letters: [4711, 4] } as const;
  const stageless = Object.entries({ ...againstAuthors, ...againstEverybody });

  test("no attack leaves anything", async () => {
    const witness = await new RawClient(fixture.url, `${target.kind}:A0`, "an").ready();
    for (const [name, attack] of stageless) {
      const client = await new RawClient(fixture.url, `${target.kind}:A0`, `ban-${name.length}-${count++}`, {
        sendsEdits: false,
        answers: false,
      }).ready();
      const update = bytesOf(() => attack(target, client.doc, victim));
      if (update) client.update(update);
      await client.settled();
      client.end();
      await witness.settled();
      expect(witness.updates, name).toBe(0);
    }
    expect([witness.code, witness.updates, witness.doc.store.clients.size]).toEqual([0, 0, 0]);
    expect(await expectClean(fixture, target, `${target.kind}:A0`)).toBe("{}");
    witness.end();
  });
});

/** Some attacks aim at an entry that does not exist in an empty room. */
function bytesOf(make: () => Uint8Array): Uint8Array | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof Error && /no such entry|undefined/.test(error.message)) return null;
    throw error;
  }
}

test("after a restart every room holds what the honest ones wrote", async () => {
  await fixture.stop();
  fixture = await startSyncFixture({ folder: fixture.folder });
  expect(kept.size).toBeGreaterThan(0);
  for (const [room, { target, content }] of kept) {
    expect(await expectClean(fixture, target, room), room).toBe(content);
  }
});
