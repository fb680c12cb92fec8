// Desktop tests run as an ordinary user, for whom Chromium's own sandbox works; root cannot have it.
import { spawnSync } from "node:child_process";
import { chownSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./house.mjs";

const USER = "nobody";

/**
 * The words to put before a command so that it runs as an ordinary user with a home and a temporary folder of its own.
 * @returns {{ command: string[], home: string }} no words when the user is ordinary already, or when the checkout cannot
 *   be read by others
 */
export function asOrdinaryUser() {
  const home = mkdtempSync(join(tmpdir(), "banhop-home-"));
  const prefix = ["runuser", "-u", USER, "--"];
  if (process.getuid?.() !== 0) return { command: [], home };
  if (spawnSync("runuser", [...prefix.slice(1), "test", "-r", join(root, "package.json")]).status !== 0) {
    console.log(
      `Người dùng ${USER} không đọc được ${root}: kiểm thử cửa sổ chạy bằng root, không có hộp cát của Chromium.`,
    );
    return { command: [], home };
  }
  const [uid, gid] = ["-u", "-g"].map((part) => Number(spawnSync("id", [part, USER], { encoding: "utf8" }).stdout));
  chownSync(home, uid ?? 0, gid ?? 0);
  return { command: [...prefix, "env", `HOME=${home}`, `TMPDIR=${home}`], home };
}
