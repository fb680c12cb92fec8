// npm run pack:check: packs the app without a download and tries the package. Plain JavaScript, as in start.mjs.
import { ensureBuild } from "./prepare/build.mjs";
import { stopOnSignals } from "./prepare/children.mjs";
import { ensureDebianPackages } from "./prepare/debian.mjs";
import { ensureElectronRuntime } from "./prepare/electron-runtime.mjs";
import { launch } from "./prepare/launch.mjs";
import { packForCheck } from "./prepare/package.mjs";
import { ensurePackages } from "./prepare/packages.mjs";
import { testInWindows } from "./prepare/windows.mjs";

stopOnSignals(1);
await launch(async () => {
  await ensureDebianPackages();
  await ensurePackages();
  await ensureBuild();
  await ensureElectronRuntime();
  await packForCheck();
  return await testInWindows("packaged");
});
