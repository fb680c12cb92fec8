// The desktop window on a running server.
import { spawn } from "node:child_process";
import { watchOver } from "./children.mjs";
import { electronBinary } from "./electron-binary.mjs";
import { root } from "./house.mjs";

/**
 * Opens the window and waits until it is closed.
 * @param {string} server the address of the server
 * @returns {Promise<number>} its exit code: 0 when it was closed by hand
 */
export function openWindow(server) {
  const binary = electronBinary();
  if (!binary) return Promise.resolve(1);
  const env = { ...process.env, BANHOP_SERVER: server };
  // Chromium's own remarks about buses and graphics help nobody here; what our code says still comes through.
  const child = watchOver(
    spawn(binary, ["--log-level=3", root], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] }),
  );
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
