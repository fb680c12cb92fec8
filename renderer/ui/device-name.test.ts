// Devices by the names that people use.
import { expect, it } from "vitest";
import { deviceName } from "./device-name.ts";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/130.0 Safari/537.36`, "Chrome", "Windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/130.0 Safari/537.36 Edg/130.0`, "Edge", "Windows"],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} coc_coc_browser/130 Chrome/124 Safari/537.36`, "Cốc Cốc", "Windows"],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} banhop/0.1 Chrome/114 Electron/25.1 Safari/537.36`, "Bàn Họp", "Linux"],
  ["Mozilla/5.0 (Linux; Android 14; SM-X200) Chrome/130.0 Safari/537.36", "Chrome", "Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari", "iPhone"],
])("%s", (userAgent, program, system) => {
  expect(deviceName(userAgent)).toEqual({ program, system });
});
it.each(["curl/8.5.0", ""])("“%s” is no device that people have a name for", (userAgent) => {
  expect(deviceName(userAgent)).toBeNull();
});
