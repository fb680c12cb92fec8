// The npm packages: installed exactly as package-lock.json says, and only when they are not.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm, root } from "./house.mjs";
import { runQuietly } from "./run.mjs";
import { slowStep } from "./slow-step.mjs";

/** @typedef {{ version?: string, optional?: boolean, peer?: boolean, link?: boolean }} LockedPackage */

/** Installs the packages when what is installed differs from the lock file. */
export async function ensurePackages() {
  if (packagesAreCurrent(root)) return;
  await slowStep("Cài các gói npm theo package-lock.json (một lần, chừng một phút)", () =>
    runQuietly(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
  );
}

/**
 * Whether every package of the lock file is installed in its version. npm writes its own list of what is installed at
 * the very end of an installation, so an interrupted one counts as missing.
 * @param {string} folder
 */
export function packagesAreCurrent(folder) {
  const installedList = join(folder, "node_modules/.package-lock.json");
  if (!existsSync(installedList)) return false;
  const installed = readPackages(installedList);
  return Object.entries(readPackages(join(folder, "package-lock.json"))).every(([path, wanted]) => {
    if (path === "") return true; // the product itself
    const found = installed[path];
    return found ? found.version === wanted.version : wanted.optional === true; // optional: for another platform
  });
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}
