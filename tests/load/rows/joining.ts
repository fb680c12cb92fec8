// A hundred people open a paper with two thousand marks at once, while two others write in another room.
import { actEvenly, comeToRest, join } from "../crowd.ts";
import { ms, type RowMaker } from "../row.ts";
import { startTarget, type TargetName } from "../target.ts";

const MAX_RATIO = 0.1;
const MAX_DELAY_MS = 20;

async function opening(name: TargetName, people: number, marks: number) {
  const target = await startTarget(name);
  const [author] = await join(target, "annotations:P1", 1, 0, "author");
  const pair = await join(target, "annotations:P2", 2, 1, "pair");
  const [writer, reader] = pair;
  if (!author || !writer || !reader) throw new Error("nobody came");
  author.doc.transact(() => {
    for (let n = 0; n < marks; n++) author.open(n);
  });
  writer.open();
  await comeToRest(pair);
  await actEvenly([writer], 25, 1, (guest) => guest.write());
  await comeToRest(pair);
  reader.heardMs.length = 0;
  const writingOn = { until: Number.POSITIVE_INFINITY };
  const writing = (async () => {
    while (performance.now() < writingOn.until) await actEvenly([writer], 25, 0.1, (guest) => guest.write());
  })();
  const before = await target.measure();
  const guests = await join(target, "annotations:P1", people, 0, "late");
  const { cpuMs } = await target.measure();
  writingOn.until = 0;
  await writing;
  await comeToRest(pair);
  for (const guest of [author, ...pair, ...guests]) guest.end();
  await target.end();
  return { cpuMs: (cpuMs - before.cpuMs) / people, longestMs: Math.max(...reader.heardMs) };
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
