// Runs a program to its end.
import { spawn } from "node:child_process";
import { root, toolEnvironment } from "./house.mjs";
import { watchOver } from "./children.mjs";

/**
 * Runs a program and gives its exit code; its output goes to the terminal.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment of the tools
 * @returns {Promise<number>}
 */
export async function run(program, args, env = {}) {
  const options = { cwd: root, env: { ...toolEnvironment(), ...env } };
  const child = watchOver(spawn(program, args, { ...options, stdio: ["ignore", "inherit", "inherit"] }));
  return exitCode(child);
}

/**
 * Runs a program in silence.
 * @param {string} program
 * @param {string[]} args
 * @throws {Error} with everything the program wrote when it fails
 */
export async function runQuietly(program, args) {
  const options = { cwd: root, env: toolEnvironment() };
  const child = watchOver(spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] }));
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const code = await exitCode(child);
  if (code !== 0) throw new Error(`${[program, ...args].join(" ")} → ${code}\n${output}`);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} 127, as a shell says it, when the program could not be started
 */
function exitCode(child) {
  return new Promise((resolve) => {
    child.once("error", () => resolve(127));
    child.once("close", (code) => resolve(code ?? 1));
  });
}
