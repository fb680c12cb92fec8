// The stage of one attack: an honest pair and a silent reader in a room of their own, the attacker beside them, and what
// must be true afterwards whatever was sent.
import { expect } from "vitest";
import * as Y from "yjs";
import type { SyncFixture } from "../../sync/sync-fixture.ts";
import { RawClient } from "../../sync/raw-client.ts";
import { until } from "../../helpers/until.ts";
import type { Attack } from "./attacks.ts";
import { entryOf, textOf, victimIn, type Target } from "./targets.ts";

/** How an attack ended for the attacker: the close code, or still open and nothing taken in. */
export type Fate = number | "open";

export interface Stage {
  room: string;
  /** Two devices of the honest writer, and somebody who has only been seen. */
  honest: RawClient;
  second: RawClient;
  reader: RawClient;
  end(): void;
}

/** Opens a room with one honest entry that everybody has. */
export async function setStage(fixture: SyncFixture, target: Target, room: string): Promise<Stage> {
  const [honest, second, reader] = await Promise.all(
    ["an", "an", "binh"].map((person) => new RawClient(fixture.url, room, person).ready()),
  );
  if (!honest || !second || !reader) throw new Error("nobody came");
  reader.announce({ page: 1 });
  target.write(honest.doc, "an", 1);
  await reader.settled();
  await until(() => [second, reader].every(({ doc }) => doc.getMap(target.root).size === 1), "the first entry");
  const end = () => [honest, second, reader].forEach((client) => client.end());
  return { room, honest, second, reader, end };
}

/** Sends what the attack makes, and expects that nobody sees anything of it. */
export async function strike(fixture: SyncFixture, target: Target, stage: Stage, attacker: string, attack: Attack) {
  const { honest, reader } = stage;
  const before = { state: stateOf(reader.doc), updates: reader.updates };
  const client = await new RawClient(fixture.url, stage.room, attacker, { sendsEdits: false, answers: false }).ready();
  client.update(attack(target, client.doc, victimIn(target, honest.doc, "an", reader.doc.clientID)));
  await client.settled();
  await reader.settled();
  const fate: Fate = client.code || "open";
  expect({ state: stateOf(reader.doc), updates: reader.updates }, "seen by others").toEqual(before);
  client.end();
  return fate;
}

/** The honest ones write on, all of it arrives, and a newcomer finds exactly that. Returns what the room now holds. */
export async function expectUnharmed(fixture: SyncFixture, target: Target, stage: Stage): Promise<string> {
  const { honest, second, reader } = stage;
  target.write(honest.doc, "an", 2);
  entryOf(target, honest.doc, "an", 1).set(...target.valueField);
  textOf(target, honest.doc, "an", 1).insert(0, "thêm ");
  target.write(reader.doc, "binh", 3);
  await until(
    () =>
      [honest, second, reader].every(
        ({ doc }) => doc.getMap(target.root).size === 3 && contentOf(doc) === contentOf(honest.doc),
      ),
    "the honest words everywhere",
    3000,
  );
  const content = await expectClean(fixture, target, stage.room);
  expect(content, "what a newcomer gets").toBe(contentOf(honest.doc));
  expect([honest.code, second.code, reader.code], "the honest stay connected").toEqual([0, 0, 0]);
  return content;
}

/** A newcomer finds nothing pending and no foreign root. Returns the content. */
export async function expectClean(fixture: SyncFixture, target: Target, room: string): Promise<string> {
  const newcomer = await new RawClient(fixture.url, room, "moi", { sendsEdits: false }).ready();
  const { store, share } = newcomer.doc;
  expect([store.pendingStructs, store.pendingDs], "pending").toEqual([null, null]);
  const content = contentOf(newcomer.doc);
  expect(
    [...share.keys()].filter((name) => name !== target.root),
    "roots",
  ).toEqual([]);
  newcomer.end();
  return content;
}

function contentOf(doc: Y.Doc): string {
  const roots = [...doc.share].map(([name, type]) => [
    name,
    type instanceof Y.Map ? type.toJSON() : doc.getMap(name).toJSON(),
  ]);
  return JSON.stringify(sorted(Object.fromEntries(roots)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

function stateOf(doc: Y.Doc): string {
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");
}
