// Whether this machine can have a second network, for the tests that listen on the wire.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./house.mjs";

const USER = "nobody";

/** @returns {string | undefined} why it cannot; undefined when it can */
export function reasonForNoNetworks() {
  if (process.platform !== "linux") return "network namespaces are Linux only";
  if (process.getuid?.() !== 0) return "network namespaces need root";
  const canRead = spawnSync("runuser", ["-u", USER, "--", "test", "-r", join(root, "package.json")]);
  if (canRead.status !== 0) return `the user ${USER} cannot read ${root}`;
  const name = `banhop-try-${process.pid}`;
  const made = spawnSync("ip", ["netns", "add", name], { encoding: "utf8" });
  if (made.error || made.status !== 0) return `the system refuses network namespaces: ${made.stderr ?? made.error}`;
  spawnSync("ip", ["netns", "delete", name]);
  return undefined;
}
