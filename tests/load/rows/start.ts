// How soon a killed server answers again with ten thousand documents, and what an idle one takes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as Y from "yjs";
import { openUpdateLog } from "../../../server/storage/update-log.ts";
import { startServer } from "../../helpers/start-server.ts";
import { targets } from "../../security/attacks/targets.ts";
import { mb, ms, percentile, type RowMaker } from "../row.ts";

const MAX_START_MS = 2000;
const MAX_READY_MS = 1000;
const MAX_BYTES = 120 << 20;
/** Memory is looked at when starting is over and done. */
const REST_MS = 3000;

export const restart: RowMaker = async ({ quick }) => {
  const documents = quick ? 500 : 10_000;
  let server = await startServer();
  const { dataFolder } = server;
  await server.kill();
  await fill(join(dataFolder, "rooms.sqlite"), documents);
  const times: number[] = [];
  for (let run = 0; run < (quick ? 1 : 5); run++) {
    const begun = performance.now();
    server = await startServer({ dataFolder });
    times.push(performance.now() - begun);
    await server.kill();
  }
  const slowest = Math.max(...times);
  return [
    {
      what: `start after kill -9 with ${documents.toLocaleString("en")} documents`,
      target: `≤ ${MAX_START_MS} ms`,
      ours: `median ${ms(percentile(times, 0.5))}, slowest ${ms(slowest)}`,
      reference: "–",
      ratio: null,
      met: slowest <= MAX_START_MS,
    },
  ];
};

export const idleServer: RowMaker = async () => {
  await (await startServer()).stop(); // what is compiled once stays compiled
  const begun = performance.now();
  const server = await startServer();
  const readyMs = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const bytes = residentBytes(server.process.pid ?? 0);
  await server.stop();
  return [
    {
      what: "a server with nobody in it",
      target: `ready ≤ ${MAX_READY_MS} ms, ≤ ${mb(MAX_BYTES)}`,
      ours: `ready ${ms(readyMs)}, ${mb(bytes)}`,
      reference: "–",
      ratio: null,
      met: readyMs <= MAX_READY_MS && bytes <= MAX_BYTES,
    },
  ];
};

async function fill(file: string, documents: number): Promise<void> {
  const log = openUpdateLog(file);
  const doc = new Y.Doc();
  for (let n = 0; n < 20; n++) targets.annotations.write(doc, "an", n);
  const update = Y.encodeStateAsUpdate(doc);
  const bindings: [number, string][] = [[doc.clientID, "an"]];
  const rooms = Array.from({ length: documents }, (_, at) => `annotations:P${at}`);
  await Promise.all(rooms.map((room) => log.append({ room, update, bindings })));
  await log.close();
}

function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}
