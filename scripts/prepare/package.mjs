// The packed app, for its checks.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { npm, root } from "./house.mjs";
import { runQuietly } from "./run.mjs";
import { slowStep } from "./slow-step.mjs";

/** Packs what is built, around the Electron at hand, into dist/check. */
export async function packForCheck() {
  rmSync(join(root, "dist/check"), { recursive: true, force: true });
  await slowStep("Đóng gói ứng dụng để kiểm tra", () => runQuietly(npm, ["run", "-s", "pack:dir"]));
}
