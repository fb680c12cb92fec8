// npm run dev: the server restarts and the page reloads when their sources change.
// With a display the page is shown in the desktop window, otherwise in a browser.
import { stopOnSignals } from "./prepare/children.mjs";
import { electronBinary, reasonForNoWindow } from "./prepare/electron-binary.mjs";
import { launch } from "./prepare/launch.mjs";
import { npm } from "./prepare/house.mjs";
import { ensurePackages } from "./prepare/packages.mjs";
import { requireFreePort } from "./prepare/port.mjs";
import { run, runQuietly } from "./prepare/run.mjs";
import { startServer } from "./prepare/server.mjs";

/** Vite's own default; strict, since the window has to know it. */
const PAGE_PORT = 5173;

stopOnSignals();
await launch(async () => {
  await ensurePackages();
  await requireFreePort(PAGE_PORT, "Dừng chương trình đó rồi chạy lại.");
  await runQuietly(npm, ["run", "-s", "assets"]);
  const server = startServer(["--watch", "--watch-preserve-output"]);
  const address = await Promise.race([server.ready, server.ended]);
  if (typeof address === "number") return address;
  const env = { BANHOP_SERVER: address, ELECTRON_EXEC_PATH: electronBinary() };
  const running = [
    run("vite", ["--port", String(PAGE_PORT), "--strictPort", "--clearScreen", "false"], env),
    server.ended,
  ];
  const window = { ...env, ELECTRON_RENDERER_URL: `http://localhost:${PAGE_PORT}` };
  if (!reasonForNoWindow()) running.push(run("electron-vite", ["dev", "--watch"], window));
  return Promise.race(running);
});
