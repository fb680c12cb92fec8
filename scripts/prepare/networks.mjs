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
  const steps = [
    ["netns", "add", name],
    ["-n", name, "link", "add", "one", "type", "veth", "peer", "name", "other"],
    ["netns", "delete", name],
  ];
  const failed = steps.map((args) => spawnSync("ip", args, { encoding: "utf8" })).find(({ status }) => status !== 0);
  return failed && `the system refuses network namespaces: ${failed.error?.message ?? failed.stderr.trim()}`;
}
