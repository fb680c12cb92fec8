// All people of one room write once a second, durably.
import { actEvenly, comeToRest, heardBy, join } from "../crowd.ts";
import { ms, percentile, us, type Row, type RowMaker, type RowOptions } from "../row.ts";
import { startTarget, type TargetName } from "../target.ts";

const MAX_RATIO = 0.45;
const MAX_LATER_MS = 20;
const MAX_P95_OF_900_MS = 60;

/** What it costs a server, and how late a write is heard, when so many people write once a second. */
async function writing(name: TargetName, people: number, seconds: number) {
  const target = await startTarget(name);
  const guests = await join(target, "annotations:P1", people);
  for (const guest of guests) guest.open();
  await comeToRest(guests);
  for (const guest of guests) guest.heardMs.length = 0;
  const before = await target.measure();
  const writes = await actEvenly(guests, 1000, seconds, (guest) => guest.write());
  await comeToRest(guests);
  const { cpuMs } = await target.measure();
  for (const guest of guests) guest.end();
  await target.end();
  const heard = heardBy(guests);
  return {
    p50: percentile(heard, 0.5),
    p95: percentile(heard, 0.95),
    cpuUs: ((cpuMs - before.cpuMs) * 1000) / (writes * (people - 1)),
  };
}

export const writers300: RowMaker = async (options) => {
  const [people, seconds] = sizeOf(300, options);
  const ours = await writing("ours", people, seconds);
  const rows: Row[] = [];
  for (const name of ["hocuspocus", "y-websocket-server"] as const) {
    const other = await writing(name, people, seconds);
    const ratio = ours.cpuUs / other.cpuUs;
    rows.push({
      what: `${people} people write once a second, beside ${name}`,
      target: `CPU per delivery ≤ ${MAX_RATIO} × Hocuspocus, p95 at most ${MAX_LATER_MS} ms above`,
      ours: `${us(ours.cpuUs)}, p95 ${ms(ours.p95)}`,
      reference: `${us(other.cpuUs)}, p95 ${ms(other.p95)}`,
      ratio,
      met: name !== "hocuspocus" || (ratio <= MAX_RATIO && ours.p95 <= other.p95 + MAX_LATER_MS),
    });
  }
  return rows;
};

export const writers900: RowMaker = async (options) => {
  const [people, seconds] = sizeOf(900, options);
  const ours = await writing("ours", people, seconds);
  return [
    {
      what: `${people} people write once a second`,
      target: `p95 ≤ ${MAX_P95_OF_900_MS} ms`,
      ours: `p95 ${ms(ours.p95)}, ${us(ours.cpuUs)}`,
      reference: "–",
      ratio: null,
      met: ours.p95 <= MAX_P95_OF_900_MS,
    },
  ];
};

function sizeOf(people: number, { quick }: RowOptions): [people: number, seconds: number] {
  return quick ? [Math.round(people / 10), 2] : [people, 10];
}
