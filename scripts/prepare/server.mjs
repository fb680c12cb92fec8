// The server as a child process, and its address once it is ready.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { watchOver } from "./children.mjs";
import { nodeBinary, pageFolder, root } from "./house.mjs";

/** What Node.js says with --watch when the program has ended: it then waits for a change instead of ending too. */
const FAILED = /^Failed running /m;
/** The line with which the server says that it is ready. */
const READY = /^Bàn Họp: (https?:\/\/\S+)$/m;
/** Enough to find that line when it comes in pieces; what a server writes in a month is not kept. */
const KEPT_CHARACTERS = 4_096;

/**
 * Starts the server; what it writes goes to the terminal.
 * @param {string[]} [nodeOptions] options of Node.js itself
 * @returns {{ ready: Promise<string>, ended: Promise<number> }} its address when it is ready (never, if it ends before);
 *   its exit code when it ends
 */
export function startServer(nodeOptions = []) {
  const child = watchOver(
    spawn(nodeBinary(), [...nodeOptions, join(root, "server/index.ts")], {
      cwd: root,
      env: { BANHOP_WEB: pageFolder, ...process.env },
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  let text = "";
  /** @type {string | undefined} */
  let address;
  child.stdout.on("data", (/** @type {Buffer} */ chunk) => {
    process.stdout.write(chunk);
    text = (text + chunk.toString()).slice(-KEPT_CHARACTERS);
    address ??= READY.exec(text)?.[1];
  });
  /** @type {Promise<string>} */
  const ready = new Promise((resolve) => child.stdout.on("data", () => address && resolve(address)));
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once("exit", (code) => resolve(code ?? 1));
    child.stdout.on("data", () => !address && FAILED.test(text) && resolve(1));
  });
  return { ready, ended };
}
