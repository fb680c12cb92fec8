// The web page and the desktop shell: built when missing or when a source has changed since.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { npm, pageFolder, root } from "./house.mjs";
import { runQuietly } from "./run.mjs";
import { slowStep } from "./slow-step.mjs";

const SOURCES = ["renderer", "shared", "electron", "vite.config.ts", "electron.vite.config.ts", "package-lock.json"];
/** Copied in by the build itself, or without influence on what is built. */
const NOT_A_SOURCE = /^renderer[\\/]public[\\/]pdfjs|\.test\.tsx?$|tsconfig\.json$/;
/** Remembers which sources the built files came from. */
const stamp = join(root, "out/built-from");

/** Builds the page and the shell when they are missing or older than their sources. */
export async function ensureBuild() {
  const sources = fingerprint(root, SOURCES);
  if (existsSync(join(pageFolder, "index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources)
    return;
  await slowStep("Dựng trang web và cửa sổ (khi mã nguồn thay đổi)", () => runQuietly(npm, ["run", "-s", "build"]));
  writeFileSync(stamp, sources);
}

/**
 * A hash of the names and contents of all source files: times do not count, since a checkout changes them at will.
 * @param {string} base
 * @param {string[]} entries files and folders below the base
 */
export function fingerprint(base, entries) {
  const hash = createHash("sha256");
  for (const path of entries.flatMap((entry) => filesOf(join(base, entry))).sort()) {
    const name = relative(base, path);
    if (!NOT_A_SOURCE.test(name)) hash.update(`${name}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]} the file itself, or every file below the folder; nothing where nothing is
 */
function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(path).flatMap((entry) => filesOf(join(path, entry)));
}
