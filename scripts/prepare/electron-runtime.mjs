// A real Electron for the desktop tests, where none is installed.
import { electronBinary } from "./electron-binary.mjs";
import { npm } from "./house.mjs";
import { runQuietly } from "./run.mjs";

/** Fetches the test runtime when there is no Electron binary yet. */
export async function ensureElectronRuntime() {
  if (electronBinary()) return;
  console.log("Tải Electron cho kiểm thử cửa sổ (một lần)…");
  await runQuietly(npm, ["run", "-s", "runtime"]);
}
