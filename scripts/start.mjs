// npm start: prepares what is missing, runs the server, and opens the desktop window where that is possible.
// Plain JavaScript for Node.js 20, since before the first run there is nothing else.
import { ensureBuild } from "./prepare/build.mjs";
import { stopOnSignals } from "./prepare/children.mjs";
import { reasonForNoWindow } from "./prepare/electron-binary.mjs";
import { launch } from "./prepare/launch.mjs";
import { ensurePackages } from "./prepare/packages.mjs";
import { startServer } from "./prepare/server.mjs";
import { openWindow } from "./prepare/window.mjs";

stopOnSignals();
await launch(async () => {
  await ensurePackages();
  await ensureBuild();
  const server = startServer();
  const address = await Promise.race([server.ready, server.ended]);
  if (typeof address === "number") return address;
  const reason = reasonForNoWindow();
  if (!reason) {
    const code = await Promise.race([openWindow(address), server.ended]);
    if (code === 0) return 0;
  }
  console.log(`Không mở cửa sổ: ${reason ?? "Electron không chạy được"}. Mở trang web ${address} (Ctrl-C để dừng).`);
  return server.ended;
});
