// The sync endpoint as an outside client sees it: stock providers, acknowledgements, faults and limits.
import * as encoding from "lib0/encoding";
import { afterEach, describe, expect, test } from "vitest";
import WebSocket from "ws";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { UpdateLog } from "../../server/storage/update-log.ts";
import { addHighlight, markKey, readMarks } from "../../shared/ydoc/marks.ts";
import { until } from "../helpers/until.ts";
import { startSyncFixture, stockClient, type FixtureOptions, type SyncFixture } from "./sync-fixture.ts";

const ROOM = "annotations:P1";
const ulid = (n: number) => `01ARZ3NDEKTSV4RRFFQ69G${String(n).padStart(4, "0")}`;
const place = {
  version: 1,
  pageIndex: 0,
  quads: [0, 0, 1, 0, 0, 1, 1, 1],
  quote: { exact: "a", prefix: "", suffix: "" },
};

function mark(doc: Y.Doc, person: string, n: number, text = "ý kiến"): void {
  const created = "2026-06-18T01:00:00.000Z";
  addHighlight(doc, markKey(person, ulid(n)), { ...place, colour: "#ffd54f", text, created });
}

let open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.reverse()) await close();
  open = [];
});

async function start(options?: FixtureOptions): Promise<SyncFixture> {
  const fixture = await startSyncFixture(options);
  open.push(() => fixture.stop());
  return fixture;
}

async function join(fixture: SyncFixture, person: string, room = ROOM): Promise<WebsocketProvider> {
  const provider = stockClient(fixture.url, room, person);
  open.push(() => provider.destroy());
  await until(() => provider.synced, `${person} in ${room}`);
  return provider;
}

/** A bare socket that sends what it is told and remembers how it ended. */
async function bare(fixture: SyncFixture, person: string, room = ROOM, query = "") {
  const socket = new WebSocket(`${fixture.url}/${room}?ticket=${person}${query}`);
  const seen = { code: 0, frames: [] as Buffer[] };
  socket.on("message", (data) => seen.frames.push(data as Buffer));
  socket.on("close", (code) => (seen.code = code));
  open.push(() => socket.terminate());
  await until(() => socket.readyState !== WebSocket.CONNECTING, "socket");
  return { socket, seen };
}

function updateFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
  });
}

describe("stock providers", () => {
  test.each(["meeting:M1", ROOM, "notes:P1:an"])("converge and see each other in %s", async (room) => {
    const fixture = await start();
    const [a, b] = [await join(fixture, "an", room), await join(fixture, "an", room)];
    if (room === "meeting:M1") a.doc.getText("notes").insert(0, "Khai mạc");
    else mark(a.doc, "an", 1);
    a.awareness.setLocalStateField("pageIndex", 3);
    await until(
      () => Buffer.compare(Buffer.from(Y.encodeStateVector(a.doc)), Buffer.from(Y.encodeStateVector(b.doc))) === 0,
      "same state",
    );
    const seen = await until(() => b.awareness.getStates().get(a.doc.clientID), "presence");
    expect(seen).toEqual({ pageIndex: 3, person: "an" });
    const late = await join(fixture, "binh", room);
    expect(Y.encodeStateAsUpdate(late.doc)).toEqual(Y.encodeStateAsUpdate(b.doc));
  });

  test("words survive a restart of the server", async () => {
    const first = await startSyncFixture();
    const a = stockClient(first.url, ROOM, "an");
    await until(() => a.synced);
    mark(a.doc, "an", 1);
    const b = stockClient(first.url, ROOM, "binh");
    await until(() => readMarks(b.doc).length === 1, "mark at the other");
    a.destroy();
    b.destroy();
    await first.stop();
    const second = await start({ folder: first.folder });
    expect(readMarks((await join(second, "chi")).doc)).toHaveLength(1);
  });
});

describe("attacks", () => {
  test("another person's clientID, seen in awareness only, is refused", async () => {
    const fixture = await start();
    const victim = await join(fixture, "an");
    const forged = new Y.Doc();
    forged.clientID = victim.doc.clientID;
    mark(forged, "ban", 1);
    const { socket, seen } = await bare(fixture, "ban");
    socket.send(updateFrame(Y.encodeStateAsUpdate(forged)));
    await until(() => seen.code === 4403, "refusal");
  });

  test("a delete range into the future and a GC struct in somebody's name are refused", async () => {
    const fixture = await start();
    const victim = await join(fixture, "an");
    mark(victim.doc, "an", 1);
    const clock = Y.getState(victim.doc.store, victim.doc.clientID);
    const frames = [
      [0, 1, victim.doc.clientID, 1, 0, 2 ** 31 - 1],
      [1, 1, victim.doc.clientID, clock, 0, 1e9, 0],
    ];
    for (const numbers of frames) {
      const { socket, seen } = await bare(fixture, "ban");
      socket.send(updateFrame(encoding.encode((encoder) => numbers.forEach((n) => encoding.writeVarUint(encoder, n)))));
      await until(() => seen.code === 4403 || seen.code === 4400, `refusal of ${numbers.join(" ")}`);
    }
    mark(victim.doc, "an", 2);
    const fresh = await join(fixture, "chi");
    await until(() => readMarks(fresh.doc).length === 2, "the victim still writes");
  });

  test("a reader's words and everybody's writing to the floor are refused; reading goes on", async () => {
    const fixture = await start();
    const reader = await bare(fixture, "reader1");
    const own = new Y.Doc();
    mark(own, "reader1", 1);
    reader.socket.send(updateFrame(Y.encodeStateAsUpdate(own)));
    await until(() => reader.seen.code === 4403, "reader refused");
    const floor = new Y.Doc();
    floor.getMap("floor").set("stage", "live");
    const { socket, seen } = await bare(fixture, "an", "floor:M1");
    socket.send(updateFrame(Y.encodeStateAsUpdate(floor)));
    await until(() => seen.code === 4403, "floor refused");
    await fixture.sync.edit({ kind: "floor", id: "M1" }, (doc) => doc.getMap("floor").set("stage", "live"));
    expect((await join(fixture, "an", "floor:M1")).doc.getMap("floor").get("stage")).toBe("live");
  });

  test("an expired ticket gets 4401, an unknown room 4403, a removed person loses the socket at once", async () => {
    const fixture = await start();
    const expired = await bare(fixture, "expired");
    await until(() => expired.seen.code === 4401, "4401");
    const unknown = await bare(fixture, "an", "nowhere");
    await until(() => unknown.seen.code === 4403, "4403");
    const removed = await bare(fixture, "ban");
    fixture.banned.add("ban");
    fixture.sync.recheck({ personId: "ban" });
    await until(() => removed.seen.code === 4403, "removed", 1000);
  });
});

describe("acknowledgement and faults", () => {
  test("SY2: the acknowledgement leaves only after the flush", async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const slow = (log: UpdateLog): UpdateLog => ({
      ...log,
      append: async (record) => {
        if (record.update) await gate;
        await log.append(record);
      },
    });
    const fixture = await start({ wrapLog: slow });
    const witness = await join(fixture, "binh");
    const { socket, seen } = await bare(fixture, "an", ROOM, "&ack=1");
    const doc = new Y.Doc();
    mark(doc, "an", 1);
    socket.send(updateFrame(Y.encodeStateAsUpdate(doc)));
    await new Promise((resolve) => setTimeout(resolve, 150)); // time enough for an early acknowledgement to show
    const acknowledged = () => seen.frames.some((frame) => frame[0] === 100);
    expect(acknowledged()).toBe(false);
    expect(readMarks(witness.doc)).toHaveLength(0);
    release();
    await until(acknowledged, "acknowledgement");
    await until(() => readMarks(witness.doc).length === 1, "broadcast");
  });

  test("SY8: what came before its past is acknowledged together with it, not before", async () => {
    const fixture = await start();
    const { socket, seen } = await bare(fixture, "an", ROOM, "&ack=1");
    const doc = new Y.Doc();
    mark(doc, "an", 1);
    const past = Y.encodeStateAsUpdate(doc);
    const before = Y.encodeStateVector(doc);
    mark(doc, "an", 2);
    socket.send(updateFrame(Y.encodeStateAsUpdate(doc, before)));
    // This one is stored at once; acknowledging it alone would tell the client that the first frame has been.
    const other = new Y.Doc();
    mark(other, "an", 3);
    socket.send(updateFrame(Y.encodeStateAsUpdate(other)));
    // A question is answered after the acknowledgements of its turn, so the answer shows that there was none.
    socket.send(Uint8Array.from([0, 0, 1, 0]));
    await until(() => seen.frames.some((frame) => frame[0] === 0 && frame[1] === 1), "the answer");
    const acknowledged = () => seen.frames.some((frame) => frame[0] === 100);
    expect(acknowledged()).toBe(false);
    socket.send(updateFrame(past));
    await until(acknowledged, "acknowledgement");
    const witness = await join(fixture, "binh");
    expect(readMarks(witness.doc)).toHaveLength(3);
  });

  test("a full disk: nothing acknowledged, everybody comes again, the words arrive afterwards", async () => {
    let full = true;
    const failing = (log: UpdateLog): UpdateLog => ({
      ...log,
      append: (record) => (full && record.update ? Promise.reject(new Error("disk full")) : log.append(record)),
    });
    const fixture = await start({ wrapLog: failing });
    const { socket, seen } = await bare(fixture, "binh", ROOM, "&ack=1");
    const doc = new Y.Doc();
    mark(doc, "binh", 1);
    socket.send(updateFrame(Y.encodeStateAsUpdate(doc)));
    await until(() => seen.code === 4507, "4507");
    expect(seen.frames.some((frame) => frame[0] === 100)).toBe(false);
    full = false;
    const again = stockClient(fixture.url, ROOM, "binh", doc);
    open.push(() => again.destroy());
    const witness = await join(fixture, "an");
    await until(() => readMarks(witness.doc).length === 1, "the words of before");
  });

  test("malformed frames close their own socket only", async () => {
    const fixture = await start();
    const honest = await join(fixture, "an");
    for (const bytes of [[0], [9], [0, 7, 0], [0, 2, 200], [1, 255], [0, 2, 3, 1, 1, 1]]) {
      const { socket, seen } = await bare(fixture, "ban");
      socket.send(Uint8Array.from(bytes));
      await until(() => seen.code === 4400, `refusal of ${bytes.join(" ")}`);
    }
    mark(honest.doc, "an", 1);
    await until(
      async () => readMarks(await fixture.sync.read({ kind: "annotations", id: "P1" }, (doc) => doc)).length === 1,
      "honest",
    );
  });
});
