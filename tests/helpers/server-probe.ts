// Loaded into a measured process (`--import`): collects its garbage and tells its memory and processor time when asked.
import { isMainThread } from "node:worker_threads";

export interface Measured {
  /** Resident memory, and what of it is JavaScript's and buffers', after a forced collection. */
  residentBytes: number;
  usedBytes: number;
  /** Processor time of all threads since the start. */
  cpuMs: number;
}

if (isMainThread && process.send) {
  process.on("message", (question) => {
    if (question !== "measure" && question !== "cpu") return;
    if (question === "measure") globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const answer: Measured = { residentBytes: rss, usedBytes: heapUsed + external, cpuMs: (user + system) / 1000 };
    process.send?.(answer);
  });
  process.channel?.unref();
}
