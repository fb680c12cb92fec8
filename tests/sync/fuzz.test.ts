// Random and mutated updates against the gate. Whatever comes: nothing of the others changes, nothing is left pending, a
// refusal changes no byte, and what was taken in reads the same live, copied and loaded again. BANHOP_SEED repeats a run,
// BANHOP_FUZZ=20000 makes a long one.
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { isInOrder } from "../../server/sync/gate-order.ts";
import { judge } from "../../server/sync/gate.ts";
import { Refused } from "../../server/sync/refused.ts";
import { defineRoots, layoutOf } from "../../shared/ydoc/layouts.ts";
import { randomFrom, seedOf } from "../helpers/random.ts";
import { againstAuthors, againstEverybody } from "../security/attacks/attacks.ts";
import { targets, victimIn, type Target } from "../security/attacks/targets.ts";
import { contentRef } from "../security/attacks/update-bytes.ts";

const RUNS = Number(process.env["BANHOP_FUZZ"] ?? 400);
/** A new world after so many updates, so that each one meets documents young and old. */
const RUNS_PER_WORLD = 40;
const AN = 1001;
const BAN = 2002;
const READER = 3003;

const seed = seedOf();
const random = randomFrom(seed);
const below = (limit: number) => Math.floor(random() * limit);
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;

interface World {
  target: Target;
  doc: Y.Doc;
  owners: Map<number, string>;
  /** Bytes to begin with: honest updates, known ones, attacks. */
  pool: Uint8Array[];
}

function makeWorld(target: Target): World {
  const [an, ban] = [AN, BAN].map((clientID) => Object.assign(new Y.Doc({ gc: false }), { clientID })) as [
    Y.Doc,
    Y.Doc,
  ];
  const doc = new Y.Doc();
  defineRoots(doc, layoutOf(target.kind));
  const made: Uint8Array[] = [];
  for (const [one, person] of [
    [an, "an"],
    [ban, "ban"],
  ] as const) {
    one.on("update", (update: Uint8Array) => made.push(update));
    for (let n = 1; n < 4; n++) target.write(one, person, n).set(...target.valueField);
    one.getMap(target.root).delete(target.keyOf(person, 3));
  }
  for (const update of made) Y.applyUpdate(doc, update);
  const old = [...made];
  made.length = 0;
  target.write(ban, "ban", 7).set(...target.valueField);
  target.write(an, "an", 7);
  const victim = victimIn(target, doc, "an", READER);
  const hostile = Object.entries({ ...againstAuthors, ...againstEverybody })
    .filter(([name]) => !/000/.test(name))
    .map(([, attack]) => attack(target, doc, victim));
  const whole = [an, ban].map((one) => Y.encodeStateAsUpdate(one));
  const owners = new Map([
    [AN, "an"],
    [BAN, "ban"],
    [READER, "binh"],
  ]);
  return {
    target,
    doc,
    owners,
    pool: [...made, ...made, ...old.slice(0, 6), ...whole, Y.mergeUpdates(made), ...hostile],
  };
}

function mutate({ pool, doc, target }: World): Uint8Array {
  if (random() < 0.5) return build(doc, target);
  let bytes = Uint8Array.from(pick(pool));
  for (let left = 1 + below(3); left > 0; left--) bytes = Uint8Array.from(mutateOnce(bytes, pool));
  return bytes;
}

function mutateOnce(bytes: Uint8Array, pool: Uint8Array[]): Uint8Array {
  const at = below(bytes.length + 1);
  switch (below(5)) {
    case 0:
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << below(8)) : byte));
    case 1:
      return bytes.slice(0, at);
    case 2:
      return Uint8Array.from([...bytes.slice(0, at), ...pick(pool).slice(below(50))]);
    case 3:
      return Uint8Array.from([...bytes.slice(0, at), below(256), ...bytes.slice(at)]);
    default:
      return merged(bytes, pick(pool));
  }
}

function merged(a: Uint8Array, b: Uint8Array): Uint8Array {
  try {
    return Y.mergeUpdates([a, b]);
  } catch {
    return a; // what cannot be read cannot be merged
  }
}

/** A well-formed update whose ids, clocks and keys are drawn from what exists. */
function build(doc: Y.Doc, target: Target): Uint8Array {
  const someId = () => {
    const client = pick([AN, BAN, BAN, READER, 8_000_001]);
    return [client, below(Y.getState(doc.store, client) + 2)];
  };
  const clients = [...new Set([pick([BAN, BAN, 8_000_001, AN]), pick([BAN, 8_000_002])])];
  return encoding.encode((encoder) => {
    const write = (...numbers: number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder, number));
    write(clients.length);
    for (const client of clients) {
      const count = 1 + below(5);
      const known = Y.getState(doc.store, client);
      write(count, client, random() < 0.75 ? known : Math.max(0, known - below(4)));
      for (let at = 0; at < count; at++) writeStruct(encoder, target, someId);
    }
    if (random() < 0.4) write(1, ...someId().slice(0, 1), 1, below(30), 1 + below(4));
    else write(0);
  });
}

function writeStruct(encoder: encoding.Encoder, target: Target, someId: () => number[]): void {
  const write = (...numbers: number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder, number));
  if (random() < 0.06) {
    encoding.writeUint8(encoder, pick([contentRef.gc, contentRef.skip]));
    return write(1 + below(3));
  }
  const [origin, right] = [random() < 0.35, random() < 0.25];
  const ref = pick([
    contentRef.any,
    contentRef.any,
    contentRef.string,
    contentRef.type,
    contentRef.deleted,
    contentRef.format,
  ]);
  const keyed = !origin && !right && random() < 0.75;
  encoding.writeUint8(encoder, ref | (origin ? 128 : 0) | (right ? 64 : 0) | (keyed ? 32 : 0));
  if (origin) write(...someId());
  if (right) write(...someId());
  if (!origin && !right) writeParent(encoder, target, keyed, someId);
  if (ref === contentRef.any) {
    write(1);
    encoding.writeAny(encoder, pick([3, 15, "x"]));
  } else if (ref === contentRef.string) encoding.writeVarString(encoder, "xyz");
  else if (ref === contentRef.type) write(pick([1, 1, 2, 0]));
  else if (ref === contentRef.deleted) write(1);
  else for (const text of ["bold", "true"]) encoding.writeVarString(encoder, text);
}

function writeParent(encoder: encoding.Encoder, target: Target, keyed: boolean, someId: () => number[]): void {
  const atRoot = random() < 0.5;
  encoding.writeVarUint(encoder, atRoot ? 1 : 0);
  if (atRoot) encoding.writeVarString(encoder, random() < 0.97 ? target.root : "notes");
  else for (const number of someId()) encoding.writeVarUint(encoder, number);
  if (!keyed) return;
  const field = pick([target.valueField[0], target.textField, "kind"]);
  encoding.writeVarString(encoder, atRoot ? target.keyOf(pick(["an", "ban", "ban"]), pick([1, 2, 3, 9])) : field);
}

const bytesOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");

/** Everything that is read from the document, in an order of its own. */
function contentOf(doc: Y.Doc, root: string, whose: (key: string) => boolean = () => true): string {
  const entries = Object.entries(doc.getMap(root).toJSON()).filter(([key]) => whose(key));
  const inOrder = (value: unknown) =>
    typeof value === "object" && value !== null ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, inOrder(value)]));
}

/** Gives one update to the gate as the server does. */
function offerTo(
  { doc, owners, target }: World,
  update: Uint8Array,
  whole: boolean,
): "ok" | "refused" | "broken" | "other" {
  try {
    const verdict = judge(doc, update, { personId: "ban", layout: layoutOf(target.kind), owners, whole });
    if (verdict.is !== "ok") return "other";
    const order = { kept: true };
    doc.transact(() => {
      Y.applyUpdate(doc, verdict.update);
      order.kept = isInOrder(doc, verdict.between);
    });
    for (const client of verdict.clients) {
      expect(client).not.toBe(AN);
      owners.set(client, owners.get(client) ?? "ban");
    }
    return order.kept ? "ok" : "broken";
  } catch (error) {
    if (error instanceof Refused) return "refused";
    throw error;
  }
}

test.each([targets.annotations, targets.meeting])(
  `${RUNS} random updates in a room like $kind, seed ${seed}`,
  { timeout: 60_000 + RUNS * 20 },
  (target) => {
    const fates = { ok: 0, refused: 0, broken: 0, other: 0 };
    const ofOthers = (key: string) => !key.startsWith("ban/");
    let world = makeWorld(target);
    for (let run = 0; run < RUNS; run++) {
      if (run % RUNS_PER_WORLD === 0) world = makeWorld(target);
      const update = mutate(world);
      const hint = `run ${run}, seed ${seed}, ${Buffer.from(update).toString("base64").slice(0, 400)}`;
      const before = {
        bytes: bytesOf(world.doc),
        others: contentOf(world.doc, target.root, ofOthers),
        clock: Y.getState(world.doc.store, AN),
      };
      const fate = offerTo(world, update, random() < 0.3);
      fates[fate]++;
      if (fate === "broken") {
        world = makeWorld(target); // the server loads again
        continue;
      }
      const { doc } = world;
      if (fate !== "ok") expect(bytesOf(doc), hint).toBe(before.bytes);
      if (target.authored) expect(contentOf(doc, target.root, ofOthers), hint).toBe(before.others);
      expect(Y.getState(doc.store, AN), hint).toBe(before.clock);
      expect([doc.store.pendingStructs, doc.store.pendingDs], hint).toEqual([null, null]);
      expect([...doc.share.keys()].sort(), hint).toEqual(Object.keys(layoutOf(target.kind).roots).sort());
      const again = new Y.Doc();
      Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
      expect(contentOf(again, target.root), hint).toBe(contentOf(doc, target.root));
    }
    console.log(`fuzz ${target.kind}, seed ${seed}: ${JSON.stringify(fates)}`);
    expect(fates.ok).toBeGreaterThan(0);
    expect(fates.refused).toBeGreaterThan(0);
  },
);
