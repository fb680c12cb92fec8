// How a room treats its document and its readers: unloading, slow readers, newcomers, batching.
import type { Duplex } from "node:stream";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, expect, test, vi } from "vitest";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { openUpdateLog, type UpdateLog } from "../../server/storage/update-log.ts";
import { AnswerQueue } from "../../server/sync/answer-queue.ts";
import { Connection } from "../../server/sync/connection.ts";
import { limits } from "../../server/sync/limits.ts";
import { Room } from "../../server/sync/room.ts";
import { WorkBudget } from "../../server/sync/work-budget.ts";
import { syncStep } from "../../shared/protocol/sync.ts";
import { until } from "../helpers/until.ts";
import { targets } from "../security/attacks/targets.ts";
import { RawClient, syncFrame } from "./raw-client.ts";
import { startSyncFixture } from "./sync-fixture.ts";

const marks = targets.annotations;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0).reverse()) await close();
});

function openLog(): UpdateLog {
  const log = openUpdateLog(join(mkdtempSync(join(tmpdir(), "banhop-room-")), "rooms.sqlite"));
  closing.push(() => log.close());
  return log;
}

async function openRoom(log: UpdateLog): Promise<Room> {
  const name = { kind: "annotations", id: "P1" } as const;
  const logger = pino({ level: "silent" });
  const room = new Room({ name, log, answers: new AnswerQueue(), logger, onRefusal: () => undefined });
  await room.ready;
  return room;
}

/** A connection whose frames are kept in a list. */
function fakeConnection(
  personId: string,
  work = new WorkBudget(performance.now()),
): { connection: Connection; frames: Uint8Array[] } {
  const frames: Uint8Array[] = [];
  const socket = {
    readyState: 1,
    OPEN: 1,
    on: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    close: () => undefined,
    terminate: () => undefined,
  };
  const stream = {
    writableLength: 0,
    write(message: Uint8Array, sent?: () => void) {
      frames.push(message);
      sent?.();
    },
  };
  const connection = new Connection({
    socket: socket as unknown as WebSocket, // what a connection uses of it, and of the next
    stream: stream as unknown as Duplex,
    personId,
    sessionId: personId,
    mayWrite: true,
    wantsAcknowledgement: true,
    work,
  });
  return { connection, frames };
}

const write = (n: number) => (doc: Y.Doc) => void marks.write(doc, "an", n);
const framesOf = (messages: Uint8Array[], step: number) =>
  messages.filter((message) => {
    const [type, kind] = message.subarray((message[1] ?? 0) < 126 ? 2 : message[1] === 126 ? 4 : 10); // its body
    return type === 0 && kind === step;
  });

test("SY4: a room is not idle while something of it is not stored, and unloading keeps everything", async () => {
  let release = (): void => undefined;
  const stored = openLog();
  const gate = new Promise<void>((resolve) => (release = resolve));
  const room = await openRoom({ ...stored, append: (record) => gate.then(() => stored.append(record)) });
  expect(room.isIdle).toBe(true);
  const edited = room.edit(write(1));
  await until(() => !room.isIdle, "the edit to be under way");
  await new Promise((resolve) => setImmediate(resolve));
  expect(room.isIdle).toBe(false);
  release();
  await edited;
  await until(() => room.isIdle, "rest");
  await room.unload();
  const again = await openRoom(stored);
  expect(await again.read((doc) => doc.getMap(marks.root).size)).toBe(1);
});

test("SY5: the state for newcomers is encoded once and the bytes are shared", async () => {
  const room = await openRoom(openLog());
  await room.edit(write(1));
  const newcomers = Array.from({ length: 5 }, (_, at) => fakeConnection(`p${at}`));
  for (const { connection } of newcomers) {
    room.join(connection);
    room.receive(connection, syncFrame(syncStep.stateRequest, Y.encodeStateVector(new Y.Doc())));
  }
  await until(() => newcomers.every(({ frames }) => framesOf(frames, syncStep.state).length === 1), "answers");
  const answers = new Set(newcomers.map(({ frames }) => framesOf(frames, syncStep.state)[0]));
  expect(answers.size).toBe(1);
});

test("SY5: whoever asks again and again for what must be encoded for them alone runs out of work", async () => {
  const room = await openRoom(openLog());
  await room.edit((doc) => Array.from({ length: 2000 }, (_, at) => write(at)(doc)));
  const work = new WorkBudget(performance.now());
  work.spend(limits.workMs - 20, performance.now());
  const greedy = fakeConnection("an", work);
  room.join(greedy.connection);
  for (let asked = 1; asked <= 500 && !greedy.connection.closed; asked++) {
    const stranger = Y.encodeStateVector(new Map([[asked, 1]]));
    room.receive(greedy.connection, syncFrame(syncStep.stateRequest, stranger));
    const isAnswered = () => framesOf(greedy.frames, syncStep.state).length === asked || greedy.connection.closed;
    await until(isAnswered, "an answer or the end");
  }
  expect(greedy.connection.closed).toBe(true);
});

test("SY6: at rest an update goes out at once; under load writes are merged into one frame", async () => {
  const room = await openRoom(openLog());
  const crowd = Array.from({ length: 400 }, (_, at) => fakeConnection(`p${at}`));
  for (const { connection } of crowd) room.join(connection);
  const witness = crowd[0]?.frames ?? [];
  const timers = vi.spyOn(globalThis, "setTimeout");
  await room.edit(write(1));
  expect(timers, "a pause before the first write").not.toHaveBeenCalled();
  expect(framesOf(witness, syncStep.update)).toHaveLength(1);
  await Promise.all(Array.from({ length: 30 }, (_, at) => room.edit(write(10 + at))));
  expect(timers, "a pause before the next").toHaveBeenCalled();
  expect(framesOf(witness, syncStep.update)).toHaveLength(2);
});

test("SY7: a reader that does not read is dropped, the others go on, and it recovers by asking again", async () => {
  const fixture = await startSyncFixture();
  closing.push(() => fixture.stop());
  const room = "annotations:P1";
  const writer = await new RawClient(fixture.url, room, "an").ready();
  const slow = await new RawClient(fixture.url, room, "binh").ready();
  slow.socket.pause();
  const entry = marks.write(writer.doc, "an", 1);
  const letters = "x".repeat(limits.bufferedBytes / 8);
  const text = entry.get(marks.textField) as Y.Text;
  for (let at = 0; at < 24; at++) {
    text.insert(0, letters);
    await writer.settled();
    if (at > 3) text.delete(0, letters.length);
  }
  slow.socket.resume();
  await until(() => slow.code, "the slow reader to be dropped");
  const again = await new RawClient(fixture.url, room, "binh", { doc: slow.doc }).ready();
  await until(() => again.doc.getMap(marks.root).size === 1, "recovery");
  await writer.settled();
  await again.settled();
  expect(Y.encodeStateVector(again.doc)).toEqual(Y.encodeStateVector(writer.doc));
  expect(writer.code).toBe(0);
  for (const client of [writer, again]) client.end();
});
