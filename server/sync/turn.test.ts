import { expect, test, vi } from "vitest";
import { messageType } from "../../shared/protocol/sync.ts";
import type { Connection } from "./connection.ts";
import { limits } from "./limits.ts";
import { inOrderOfServing, takeTurn, type Frame, type TurnParts } from "./turn.ts";

const frame = (connection: Connection, bytes: number): Frame => ({ connection, data: new Uint8Array(bytes) });
const [oldest, large, small] = ["oldest", "large", "small"].map(
  (personId) => ({ personId }) as unknown as Connection,
) as [Connection, Connection, Connection];

test("SY9: who has waited longest is served first, then those who send least, each in the order of their frames", () => {
  const batch = [frame(oldest, 900), frame(large, 500), frame(small, 30), frame(large, 1), frame(small, 20)];
  const served = inOrderOfServing(batch);
  expect(served.map(({ connection, data }) => `${connection.personId} ${data.length}`)).toEqual([
    "oldest 900",
    "small 30",
    "small 20",
    "large 500",
    "large 1",
  ]);
});

test("a turn ends when its time is over; who was not served comes first in the next, as they came", () => {
  const cost = limits.turnMs / 2 + 1;
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const served: string[] = [];
  const parts = {
    document: { doc: null, change: (work: () => void) => work() },
    presence: { tell: ({ personId }: Connection) => void ((now += cost), served.push(personId)) },
  } as unknown as TurnParts; // what a question for presence uses of them
  const batch = [["an", 0] as const, ["binh", 0] as const, ["chi", 9] as const, ["dung", 5] as const].map(
    ([personId, more]): Frame => {
      const connection = { personId, queue: () => undefined, spend: () => true } as unknown as Connection;
      return { connection, data: Uint8Array.of(messageType.queryAwareness, ...new Uint8Array(more)) };
    },
  );
  const turn = takeTurn(parts, batch, []);
  vi.restoreAllMocks();
  expect(served).toEqual(["an", "binh"]);
  expect(turn.later.map(({ connection }) => connection.personId)).toEqual(["chi", "dung"]);
});
