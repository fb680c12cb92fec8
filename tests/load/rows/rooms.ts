// Fifty rooms live at once on one machine, against one of them alone.
import { actEvenly, comeToRest, heardBy, join, type Guest } from "../crowd.ts";
import { ms, percentile, type RowMaker } from "../row.ts";
import { startTarget } from "../target.ts";

const MAX_RATIO = 2;
const PEOPLE = 6;

async function p95Of(rooms: number, seconds: number): Promise<number> {
  const target = await startTarget("ours");
  const all: Guest[] = [];
  for (let at = 0; at < rooms; at++) all.push(...(await join(target, `annotations:P${at}`, PEOPLE, 1, `r${at}p`)));
  for (const guest of all) guest.open();
  await comeToRest(all);
  for (const guest of all) guest.heardMs.length = 0;
  await actEvenly(all, 1000, seconds, (guest) => guest.write());
  await comeToRest(all);
  for (const guest of all) guest.end();
  await target.end();
  return percentile(heardBy(all), 0.95);
}

export const rooms: RowMaker = async ({ quick }) => {
  const [count, seconds] = quick ? [5, 2] : [50, 8];
  const alone = await p95Of(1, seconds);
  const together = await p95Of(count, seconds);
  const ratio = together / alone;
  return [
    {
      what: `${count} rooms live at once`,
      target: `p95 of each ≤ ${MAX_RATIO} × alone`,
      ours: `p95 ${ms(together)}`,
      reference: `alone ${ms(alone)}`,
      ratio,
      met: ratio <= MAX_RATIO,
    },
  ];
};
