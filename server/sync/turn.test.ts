import { expect, test } from "vitest";
import type { Connection } from "./connection.ts";
import { inOrderOfServing, type Frame } from "./turn.ts";

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
