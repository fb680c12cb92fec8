// The processes that a launcher started: all of them end with it, however it ends.

/** A process that has not stopped by itself within this time is killed. */
const STOP_MS = 8_000;

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();

/**
 * Remembers a process until it ends.
 * @template {import("node:child_process").ChildProcess} T
 * @param {T} child
 * @returns {T}
 */
export function watchOver(child) {
  children.add(child);
  child.once("exit", () => children.delete(child));
  child.once("error", () => children.delete(child));
  return child;
}

/** Asks every process to stop, waits for them, and kills those that do not. */
export async function stopChildren() {
  await Promise.all([...children].map(stop));
}

/** Ctrl-C, a closed terminal or a polite kill: stop the processes, then leave with the given code. */
export function stopOnSignals(code = 0) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => void stopChildren().then(() => process.exit(code)));
  }
}

/** @param {import("node:child_process").ChildProcess} child */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await exited;
  clearTimeout(timer);
}
