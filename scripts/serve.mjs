// npm run serve: the server alone, with the web page it offers.
import { ensureBuild } from "./prepare/build.mjs";
import { stopOnSignals } from "./prepare/children.mjs";
import { launch } from "./prepare/launch.mjs";
import { ensurePackages } from "./prepare/packages.mjs";
import { startServer } from "./prepare/server.mjs";

stopOnSignals();
await launch(async () => {
  await ensurePackages();
  await ensureBuild();
  return startServer().ended;
});
