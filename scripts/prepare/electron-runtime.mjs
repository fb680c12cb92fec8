// A real Electron for the desktop tests, where none is installed.
import { electronBinary } from "./electron-binary.mjs";
import { npm } from "./house.mjs";
import { runQuietly } from "./run.mjs";
import { slowStep } from "./slow-step.mjs";

/** Fetches the test runtime when there is no Electron binary yet. */
export async function ensureElectronRuntime() {
  if (electronBinary()) return;
  await slowStep("Tải Electron cho kiểm thử cửa sổ (một lần)", () => runQuietly(npm, ["run", "-s", "runtime"]));
}
