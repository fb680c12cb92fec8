// Two honest people in a thread of their own, one writing and one reading: how long does the reader wait? What a crowd
// costs the thread that plays it is then not counted against the server.
import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { actEvenly, comeToRest, join, type Guest } from "./crowd.ts";
import { placeOf, type Place } from "./target.ts";

interface Orders {
  name: Place["name"];
  port: number;
  room: string;
  /** Entries made before it begins. */
  entries: number;
  paceMs: number;
}

/** Starts them; resolves when they have written for a moment and begin to count. */
export async function startWitness(place: Place, room: string, paceMs: number, entries = 1) {
  const orders: Orders = { name: place.name, port: place.port, room, paceMs, entries };
  const worker = new Worker(new URL(import.meta.url), { workerData: orders });
  await once(worker, "message");
  return {
    /** Ends them; the longest that a write was on its way, in milliseconds. */
    async end(): Promise<number> {
      worker.postMessage("end");
      const [longestMs] = (await once(worker, "message")) as [number];
      await worker.terminate();
      return longestMs;
    },
  };
}

async function bearWitness({ name, port, room, entries, paceMs }: Orders): Promise<void> {
  const [writer, reader] = (await join(placeOf(name, port), room, 2, 1, "honest")) as [Guest, Guest];
  for (let n = 1; n <= entries; n++) writer.open(n);
  const act = () => actEvenly([writer], paceMs, 0.1, (guest) => guest.write());
  for (let n = 0; n < 10; n++) await act();
  await comeToRest([reader]);
  reader.heardMs.length = 0;
  const end = new AbortController();
  parentPort?.once("message", () => end.abort());
  parentPort?.postMessage("begun");
  while (!end.signal.aborted) await act();
  await comeToRest([reader]);
  parentPort?.postMessage(Math.max(...reader.heardMs));
}

if (!isMainThread) await bearWitness(workerData as Orders);
