// The real server, killed at random moments while people write: what was acknowledged is there after every restart.
import * as encoding from "lib0/encoding";
import * as decoding from "lib0/decoding";
import { afterAll, expect, test } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";
import { addHighlight, markKey, readMarks } from "../../shared/ydoc/marks.ts";
import { randomFrom, seedOf } from "../helpers/random.ts";
import { startServer, type RunningServer } from "../helpers/start-server.ts";
import { until } from "../helpers/until.ts";
import { stockClient } from "./sync-fixture.ts";

/** Enough to hit a kill between append and acknowledgement now and then; BANHOP_KILLS=100 for the long run. */
const KILLS = Number(process.env["BANHOP_KILLS"] ?? 4);
const seed = seedOf();

let server: RunningServer | undefined;
afterAll(() => server?.kill());

async function post(origin: string, path: string, token: string | null, body: unknown): Promise<any> {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(origin + path, { method: "POST", headers, body: JSON.stringify(body) });
  return answer.json();
}

async function get(origin: string, path: string, token: string): Promise<any> {
  return (await fetch(origin + path, { headers: { authorization: `Bearer ${token}` } })).json();
}

function ulid(n: number): string {
  return `01ARZ3NDEKTSV4RRFF${String(n).padStart(8, "0")}`;
}

/** Writes one mark after another and counts how many are acknowledged, until the socket breaks. */
async function writeUntilKilled(
  url: string,
  personId: string,
  first: number,
): Promise<{ sent: number[]; acknowledged: number }> {
  const socket = new WebSocket(url);
  const doc = new Y.Doc();
  const sent: number[] = [];
  let acknowledged = 0;
  socket.on("error", () => socket.terminate()); // the kill is expected
  socket.on("message", (data) => {
    const decoder = decoding.createDecoder(data as Buffer);
    if (decoding.readVarUint(decoder) === 100) acknowledged += decoding.readVarUint(decoder);
  });
  await until(() => socket.readyState !== WebSocket.CONNECTING, "socket");
  doc.on("update", (update: Uint8Array) => {
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint8Array(encoder, update);
    });
    socket.send(frame);
  });
  for (let n = first; socket.readyState === WebSocket.OPEN; n++) {
    const quote = { exact: "a", prefix: "", suffix: "" };
    const place = { version: 1, pageIndex: 0, quads: [0, 0, 1, 0, 0, 1, 1, 1], quote };
    const created = "2026-06-18T01:00:00.000Z";
    doc.transact(() =>
      addHighlight(doc, markKey(personId, ulid(n)), { ...place, colour: "#ffd54f", text: "ý kiến", created }),
    );
    sent.push(n);
    await new Promise((resolve) => setTimeout(resolve, 4)); // the pace of a very busy room
  }
  return { sent, acknowledged };
}

test(`nothing acknowledged is lost in ${KILLS} kills, seed ${seed}`, { timeout: 40_000 + KILLS * 6000 }, async () => {
  const random = randomFrom(seed);
  server = await startServer({ sample: true });
  const { dataFolder } = server;
  const { token, person } = await post(server.origin, "/api/session", null, {
    userName: "daibieu3",
    password: "banhop-dung-thu",
  });
  const { meetings } = await get(server.origin, "/api/meetings", token);
  const live = meetings.find((meeting: { stage: string }) => meeting.stage === "live");
  const { papers } = await get(server.origin, `/api/meetings/${live.id}`, token);
  const room = `annotations:${papers[0].id}`;
  const url = (running: RunningServer) => running.origin.replace("http", "ws") + "/sync";
  const ticketOf = async (running: RunningServer) =>
    (await post(running.origin, "/api/sync/ticket", token, {})).ticket as string;
  const wanted: string[] = [];
  const restartsMs: number[] = []; // printed, not judged: the machine may be busy with something else
  let next = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const writing = writeUntilKilled(`${url(server)}/${room}?ticket=${await ticketOf(server)}&ack=1`, person.id, next);
    await new Promise((resolve) => setTimeout(resolve, 100 + random() * 700));
    await server.kill();
    const { sent, acknowledged } = await writing;
    expect(acknowledged).toBeGreaterThan(0);
    wanted.push(...sent.slice(0, acknowledged).map((n) => markKey(person.id, ulid(n))));
    next += sent.length;
    const begun = performance.now();
    server = await startServer({ dataFolder });
    restartsMs.push(Math.round(performance.now() - begun));
    const provider = stockClient(url(server), room, await ticketOf(server));
    await until(() => provider.synced, "state after restart");
    const found = new Set(readMarks(provider.doc).map(({ key }) => key));
    provider.destroy();
    expect(
      wanted.filter((key) => !found.has(key)),
      `lost after kill ${kill + 1}`,
    ).toEqual([]);
  }
  const [slowest, median] = [Math.max(...restartsMs), restartsMs.sort((a, b) => a - b)[KILLS >> 1]];
  console.log(`${wanted.length} acknowledged in ${KILLS} kills, none lost, seed ${seed}`);
  console.log(`restart: median ${median} ms, slowest ${slowest} ms`);
});
