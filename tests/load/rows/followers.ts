// One presenter turns pages, five hundred people follow.
import { actEvenly, comeToRest, heardBy, join } from "../crowd.ts";
import { ms, percentile, us, type RowMaker } from "../row.ts";
import { startTarget, type TargetName } from "../target.ts";

const MAX_RATIO = 1.2;
const PACE_MS = 100;

async function presenting(name: TargetName, followers: number, seconds: number) {
  const target = await startTarget(name);
  const [presenter, ...crowd] = await join(target, "annotations:P1", followers + 1);
  if (!presenter) throw new Error("nobody came");
  presenter.open();
  await comeToRest(crowd);
  for (const guest of crowd) guest.heardMs.length = 0;
  const before = await target.measure();
  const turns = await actEvenly([presenter], PACE_MS, seconds, (guest) => guest.write());
  await comeToRest(crowd);
  const { cpuMs } = await target.measure();
  for (const guest of [presenter, ...crowd]) guest.end();
  await target.end();
  return { p95: percentile(heardBy(crowd), 0.95), cpuUs: ((cpuMs - before.cpuMs) * 1000) / (turns * followers) };
}

export const followers: RowMaker = async ({ quick }) => {
  const [people, seconds] = quick ? [50, 2] : [500, 10];
  const ours = await presenting("ours", people, seconds);
  const relay = await presenting("relay", people, seconds);
  const ratio = ours.cpuUs / relay.cpuUs;
  return [
    {
      what: `one presenter, ${people} followers`,
      target: `p95 and CPU ≤ ${MAX_RATIO} × a plain relay`,
      ours: `${us(ours.cpuUs)}, p95 ${ms(ours.p95)}`,
      reference: `${us(relay.cpuUs)}, p95 ${ms(relay.p95)}`,
      ratio,
      met: ratio <= MAX_RATIO && ours.p95 <= relay.p95 * MAX_RATIO,
    },
  ];
};
