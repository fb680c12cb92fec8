// `npm run bench`: measures every row beside its reference in the same run and prints a table.
// `-- --only NAME` runs one row, `-- --quick` shows only that they run.
import { parseArgs } from "node:util";
import { printRow, type RowMaker } from "./row.ts";
import { followers } from "./rows/followers.ts";
import { hostile } from "./rows/hostile.ts";
import { joining } from "./rows/joining.ts";
import { firstScript } from "./rows/page.ts";
import { paper } from "./rows/paper.ts";
import { presence } from "./rows/presence.ts";
import { rooms } from "./rows/rooms.ts";
import { idleServer, restart } from "./rows/start.ts";
import { storage } from "./rows/storage.ts";
import { writers300, writers900 } from "./rows/writers.ts";

const makers: Readonly<Record<string, RowMaker>> = {
  writers300,
  writers900,
  followers,
  presence,
  joining,
  hostile,
  rooms,
  storage,
  restart,
  idleServer,
  firstScript,
  paper,
};

const { values } = parseArgs({ options: { only: { type: "string" }, quick: { type: "boolean", default: false } } });
const names = Object.keys(makers).filter((name) => values.only === undefined || name === values.only);
if (names.length === 0) {
  console.error(`no row is called ${values.only ?? ""}; there are ${Object.keys(makers).join(", ")}`);
  process.exit(2);
}

let missed = 0;
for (const name of names) {
  try {
    const rows = (await makers[name]?.({ quick: values.quick })) ?? [];
    for (const row of rows) {
      printRow(row);
      if (!row.met) missed++;
    }
  } catch (error) {
    missed++;
    console.log(`FAILED · ${name} · ${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(`${missed} rows missed or failed`);
process.exit(0);
