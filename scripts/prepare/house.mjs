// Where things lie in this checkout, and the Node.js that everything runs on.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The root of the checkout. */
export const root = join(import.meta.dirname, "../..");
/** The folder of the built web page, which is also what the desktop window shows. */
export const pageFolder = join(root, "out/renderer");
/** What npm is called on this system. */
export const npm = process.platform === "win32" ? "npm.cmd" : "npm";

const bin = join(root, "node_modules/.bin");
const NEEDED_MAJOR = 24;

/**
 * The path of Node.js 24: the one among the packages, or the one that runs this file where no package exists for it.
 * @returns {string}
 */
export function nodeBinary() {
  const packaged = join(bin, process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR) return process.execPath;
  throw new Error(`Cần Node.js ${NEEDED_MAJOR} trở lên (đang có ${process.versions.node}).`);
}

/**
 * The environment in which the tools among the packages are found first.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` };
}
