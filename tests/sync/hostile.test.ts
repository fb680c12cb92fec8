// Hostile sockets and requests beside an honest pair, against the real server: no crash, memory returns, nobody waits.
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { randomFrom, seedOf } from "../helpers/random.ts";
import { startServer } from "../helpers/start-server.ts";
import { startTarget, type Target } from "../load/target.ts";
import { until } from "../helpers/until.ts";
import { Metronome } from "./metronome.ts";

const FRAMES = Number(process.env["BANHOP_HOSTILE"] ?? 1500);
const MEMORY_BYTES = 50 << 20;
/** Bytes that a flooding client may have waiting in its own memory. */
const MOST_UNSENT = 1 << 20;
/** On a quiet machine; where this process is held up itself, the pair may be as well. */
const PAUSE_MS = 200;
const seed = seedOf();

const ROOM = "annotations:P1";

let target: Target;
let url: string;
beforeAll(async () => {
  target = await startTarget("ours");
  url = `ws://127.0.0.1:${target.port}/sync`;
}, 60_000);
afterAll(() => target.end());

/** Runs the attack while two honest people write to each other; expects no pause and no memory left behind. */
async function beside(attack: () => Promise<void>): Promise<void> {
  const pair = await Metronome.start(url, ROOM, "an", "binh");
  await pair.beats(5);
  const before = await target.measure("measure");
  pair.reset();
  await attack();
  await pair.beats(5);
  const { longestMs, lagMs } = pair;
  pair.end();
  const returned = async () => (await target.measure("measure")).usedBytes < before.usedBytes + MEMORY_BYTES;
  await until(returned, "memory to return");
  expect(longestMs).toBeLessThan(PAUSE_MS + 4 * lagMs);
}

async function socketOf(person: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url}/${ROOM}?ticket=${person}`);
  socket.on("error", () => socket.terminate());
  await until(() => socket.readyState !== WebSocket.CONNECTING, "socket");
  return socket;
}

test(`${FRAMES} malformed frames, seed ${seed}`, { timeout: 60_000 }, () =>
  beside(async () => {
    const random = randomFrom(seed);
    // Ever new people, since the door stays shut for whoever is refused too often.
    const attacker = (sent: number) => socketOf(`ban${Math.floor(sent / 20)}`);
    let socket = await attacker(0);
    for (let sent = 0; sent < FRAMES; sent++) {
      if (socket.readyState !== WebSocket.OPEN) socket = await attacker(sent);
      socket.send(Uint8Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 256)));
      if (sent % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    socket.terminate();
  }),
);

test("malformed HTTP and upgrade requests", { timeout: 60_000 }, () =>
  beside(async () => {
    const server = await startServer();
    const ticket = "none";
    const requests = [
      "GARBAGE\r\n\r\n",
      "GET /sync/ HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
      `GET /sync/%ff%zz?ticket=${ticket} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
      "GET //[ HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
      "POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{{{{{",
      "POST /api/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
      `GET /api/health HTTP/1.1\r\nHost: x\r\nX: ${"y".repeat(100_000)}\r\n\r\n`,
    ];
    for (let at = 0; at < FRAMES / 10; at++) await shout(server.port, requests[at % requests.length] ?? "");
    expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
    await server.stop();
  }),
);

test("a hundred sockets that ask for everything and never read", { timeout: 60_000 }, () =>
  beside(async () => {
    const sockets = await Promise.all(Array.from({ length: 100 }, () => socketOf("ban")));
    const ask = Uint8Array.of(0, 0, 1, 0);
    const askPresence = Uint8Array.of(3);
    for (const socket of sockets) socket.pause();
    for (let at = 0; at < 100; at++) {
      for (const socket of sockets) if (socket.readyState === WebSocket.OPEN) socket.send(at % 2 ? ask : askPresence);
      if (at % 10 === 0)
        for (const socket of sockets) if (socket.readyState === WebSocket.OPEN) socket.ping("x".repeat(125));
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const socket of sockets) socket.terminate();
  }),
);

test("a flood of frames and of pings ends the socket", { timeout: 60_000 }, () =>
  beside(async () => {
    for (const flood of ["frames", "pings"] as const) {
      const socket = await socketOf("ban");
      let code = 0;
      socket.on("close", (closed) => (code = closed));
      while (!code) {
        for (let at = 0; at < 100 && socket.readyState === WebSocket.OPEN; at++) {
          if (flood === "frames") socket.send(Uint8Array.of(0, 0, 1, 0));
          else socket.ping();
        }
        // As fast as the server reads: a sender that fills its own memory tests nothing but itself.
        await until(() => code || socket.bufferedAmount < MOST_UNSENT, "the server to read or to refuse");
      }
      expect([4429, 1006], flood).toContain(code); // 1006 when it was cut before it could say goodbye
    }
  }),
);

test("giant frames are refused", { timeout: 60_000 }, () =>
  beside(async () => {
    for (const bytes of [9 << 20, 40 << 20]) {
      const socket = await socketOf("ban");
      let code = 0;
      socket.on("close", (closed) => (code = closed));
      socket.send(Buffer.alloc(bytes));
      await until(() => code, "refusal");
      expect([4413, 1009, 1006]).toContain(code);
    }
  }),
);

/** Sends raw bytes to the port and waits until the other side has had enough, or has answered. */
function shout(port: number, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.setTimeout(2000, () => socket.destroy());
    socket.once("data", () => socket.destroy());
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve());
  });
}
