// Which Electron can open a window here, and why none can.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./house.mjs";

/** The older Electron that the desktop tests use where Electron's releases cannot be reached. */
export const testRuntime = join(root, ".cache/electron-25.1.1/electron");

/**
 * The Electron binary to use.
 * @returns {string | undefined} undefined when there is none
 */
export function electronBinary() {
  const name = { darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" }[String(process.platform)];
  const installed = join(root, "node_modules/electron/dist", name ?? "electron");
  return [process.env["ELECTRON_EXEC_PATH"], installed, testRuntime].find((path) => path && existsSync(path));
}

/**
 * Why no window can be opened here.
 * @returns {string | undefined} the reason in words for the user, undefined when one can
 */
export function reasonForNoWindow() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === "linux" && !DISPLAY && !WAYLAND_DISPLAY) return "máy không có màn hình";
  if (process.getuid?.() === 0) return "đang chạy với tài khoản root";
  if (!electronBinary()) return "chưa có Electron (cài bằng lệnh: npx install-electron)";
  return undefined;
}
