// A hundred people open a paper with two thousand marks at once, while two others write in another room.
import { comeToRest, join } from "../crowd.ts";
import { ms, type RowMaker } from "../row.ts";
import { startTarget, type TargetName } from "../target.ts";
import { startWitness } from "../witness.ts";

const MAX_RATIO = 0.1;
const MAX_DELAY_MS = 20;
const PACE_MS = 25;

async function opening(name: TargetName, people: number, marks: number) {
  const target = await startTarget(name);
  const [author] = await join(target, "annotations:P1", 1, 0, "author");
  if (!author) throw new Error("nobody came");
  author.doc.transact(() => {
    for (let n = 0; n < marks; n++) author.open(n);
  });
  await comeToRest([author]);
  const witness = await startWitness(target, "annotations:P2", PACE_MS);
  const before = await target.measure();
  const guests = await join(target, "annotations:P1", people, 0, "late");
  const { cpuMs } = await target.measure();
  const longestMs = await witness.end();
  for (const guest of [author, ...guests]) guest.end();
  await target.end();
  return { cpuMs: (cpuMs - before.cpuMs) / people, longestMs };
}

export const joining: RowMaker = async ({ quick }) => {
  const [people, marks] = quick ? [20, 300] : [100, 2000];
  const ours = await opening("ours", people, marks);
  const other = await opening("hocuspocus", people, marks);
  const ratio = ours.cpuMs / other.cpuMs;
  return [
    {
      what: `${people} people open a paper with ${marks} marks at once`,
      target: `CPU per join ≤ ${MAX_RATIO} × Hocuspocus, another room delayed by ≤ ${MAX_DELAY_MS} ms`,
      ours: `${ms(ours.cpuMs)}, other room ${ms(ours.longestMs)}`,
      reference: `${ms(other.cpuMs)}, other room ${ms(other.longestMs)}`,
      ratio,
      met: ratio <= MAX_RATIO && ours.longestMs <= MAX_DELAY_MS,
    },
  ];
};
