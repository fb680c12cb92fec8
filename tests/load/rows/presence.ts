// Two hundred people move about at 2 Hz.
import { actEvenly, comeToRest, heardBy, join } from "../crowd.ts";
import { ms, percentile, us, type RowMaker } from "../row.ts";
import { startTarget, type TargetName } from "../target.ts";

const MAX_RATIO = 0.25;
const MAX_P95_MS = 60;

async function moving(name: TargetName, people: number, seconds: number) {
  const target = await startTarget(name);
  const guests = await join(target, "annotations:P1", people);
  for (const guest of guests) guest.announce();
  await comeToRest(guests);
  for (const guest of guests) guest.heardMs.length = 0;
  const before = await target.measure();
  const moves = await actEvenly(guests, 500, seconds, (guest) => guest.announce());
  await comeToRest(guests);
  const { cpuMs } = await target.measure();
  for (const guest of guests) guest.end();
  await target.end();
  return { p95: percentile(heardBy(guests), 0.95), cpuUs: ((cpuMs - before.cpuMs) * 1000) / (moves * (people - 1)) };
}

export const presence: RowMaker = async ({ quick }) => {
  const [people, seconds] = quick ? [30, 2] : [200, 8];
  const ours = await moving("ours", people, seconds);
  const relay = await moving("relay", people, seconds);
  const ratio = ours.cpuUs / relay.cpuUs;
  return [
    {
      what: `presence of ${people} people at 2 Hz`,
      target: `CPU ≤ ${MAX_RATIO} × the relay, p95 ≤ ${MAX_P95_MS} ms`,
      ours: `${us(ours.cpuUs)}, p95 ${ms(ours.p95)}`,
      reference: `${us(relay.cpuUs)}, p95 ${ms(relay.p95)}`,
      ratio,
      met: ratio <= MAX_RATIO && ours.p95 <= MAX_P95_MS,
    },
  ];
};
