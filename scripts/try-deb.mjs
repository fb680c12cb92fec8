// npm run pack:deb:try: installs the Debian package on this machine, runs the tests of the packed app on it as an
// ordinary user, and takes it away again. Root only; a machine that has the program already is left alone.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { stopOnSignals } from "./prepare/children.mjs";
import { root } from "./prepare/house.mjs";
import { launch } from "./prepare/launch.mjs";
import { runQuietly } from "./prepare/run.mjs";
import { testInWindows } from "./prepare/windows.mjs";

const PROGRAM = "/opt/banhop/banhop";
/** Chromium's helper enters the sandbox by the rights of its owner, root. */
const HELPER_MODE = 0o4755;

stopOnSignals(1);
await launch(async () => {
  if (process.getuid?.() !== 0) throw new Error("Cần quyền root để cài thử gói.");
  if (existsSync(PROGRAM)) throw new Error("Máy này đã cài Bàn Họp: gỡ trước khi cài thử.");
  const name = readdirSync(join(root, "dist")).find((file) => file.endsWith(".deb"));
  if (!name) throw new Error("Chưa có gói: chạy npm run pack:deb trước.");
  await runQuietly("apt-get", ["install", "-qq", "-y", "--no-install-recommends", join(root, "dist", name)]);
  try {
    const { mode, uid } = statSync("/opt/banhop/chrome-sandbox");
    if ((mode & 0o7777) !== HELPER_MODE || uid !== 0) throw new Error("chrome-sandbox không có quyền cần thiết.");
    return await testInWindows("packaged", { settings: [`BANHOP_PACKAGED=${PROGRAM}`] });
  } finally {
    await runQuietly("dpkg", ["--purge", "banhop"]);
    if (existsSync("/opt/banhop")) console.error("Gỡ gói xong vẫn còn /opt/banhop.");
    const state = spawnSync("dpkg-query", ["-W", "banhop"], { encoding: "utf8" });
    if (state.status === 0) console.error(`Gói vẫn còn: ${state.stdout}`);
  }
});
