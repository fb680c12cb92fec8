// Sockets that never read, floods and absurd updates, beside two honest people.
import { Guest } from "../crowd.ts";
import { mb, ms, type RowMaker } from "../row.ts";
import { startTarget } from "../target.ts";
import { startWitness } from "../witness.ts";
import { until } from "../../helpers/until.ts";
import { randomFrom } from "../../helpers/random.ts";
import { rawUpdate } from "../../security/attacks/update-bytes.ts";
import { syncFrame } from "../../sync/raw-client.ts";

const MAX_CPU_MS = 5;
const MAX_BYTES = 60 << 20;
const MAX_HONEST_MS = 50;
const PACE_MS = 40;
const SEED = 7;

const absurd = syncFrame(
  2,
  rawUpdate(Array.from({ length: 20_000 }, (_, at) => ({ client: 1_000_000 + at, clock: 5, structs: [{ gc: 1 }] }))),
);

export const hostile: RowMaker = async ({ quick }) => {
  const sockets = quick ? 50 : 500;
  const target = await startTarget("ours");
  const room = "annotations:P1";
  const random = randomFrom(SEED);
  const crowd = Array.from({ length: sockets }, (_, at) => new Guest(target, room, `bad${at}`));
  await until(() => crowd.every((guest) => guest.isOpen || guest.code), "hostile sockets", 60_000);
  const witness = await startWitness(target, room, PACE_MS, 500);
  const before = await target.measure("measure");
  crowd.forEach((guest, at) => attack(guest, at, random));
  // Whoever never reads, or sends more than is read, is held up where it is; the others are cut off.
  const isCut = (guest: Guest, at: number) => guest.code !== 0 || at % 4 < 2;
  await until(() => crowd.every(isCut), "them to be cut off", 60_000);
  const during = await target.measure("measure");
  for (const guest of crowd) guest.end();
  const longest = await witness.end();
  const after = await target.measure("measure");
  await target.end();
  const cpuMs = (after.cpuMs - before.cpuMs) / sockets;
  const bytes = Math.max(during.residentBytes - before.residentBytes, 0);
  return [
    {
      what: `${sockets} hostile sockets`,
      target: `≤ ${MAX_CPU_MS} ms of CPU each, ≤ ${mb(MAX_BYTES)} in all, honest writes < ${MAX_HONEST_MS} ms`,
      ours: `${ms(cpuMs)} each, ${mb(bytes)}, afterwards ${mb(after.usedBytes - before.usedBytes)}, honest ${ms(longest)}`,
      reference: "–",
      ratio: null,
      met: cpuMs <= MAX_CPU_MS && bytes <= MAX_BYTES && longest < MAX_HONEST_MS,
    },
  ];
};

/** A quarter each: never reads and asks for the state, floods, absurd updates, noise. */
function attack(guest: Guest, at: number, random: () => number): void {
  const kind = at % 4;
  if (kind === 0) {
    guest.socket.pause();
    for (let n = 0; n < 20; n++) guest.send(Uint8Array.of(0, 0, 1, 0));
  } else if (kind === 1) for (let n = 0; n < 1100; n++) guest.send(Uint8Array.of(3));
  else if (kind === 2) guest.send(absurd);
  else guest.send(Uint8Array.from({ length: 30 }, () => 4 + Math.floor(random() * 250)));
}
