// Tests in a real browser (web), in a real Electron window (desktop), on the packed app (packaged), and
// on the wire between that and its server (network, root only).
import { defineConfig } from "@playwright/test";

const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export default defineConfig({
  workers: 1, // two cores: parallel Electron windows only make timings unsteady
  timeout: 60_000,
  forbidOnly: true,
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] ? [["list"], ["json"]] : "list",
  projects: [
    { name: "desktop", testDir: "tests/desktop" },
    { name: "packaged", testDir: "tests/packaged" },
    { name: "network", testDir: "tests/network" },
    {
      name: "web",
      testDir: "tests/web",
      use: {
        browserName: "chromium",
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        launchOptions: {
          executablePath: chromium,
          // Debian's browser has no sandbox for root and asks its makers for updates in the middle of a test.
          args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        },
      },
    },
  ],
});
