// Unit and cross-folder tests in Node; screens and windows are tested by Playwright (playwright.config.ts).
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{electron,renderer,server,shared,scripts,tests}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "out/**"],
    testTimeout: 20_000,
    hookTimeout: 150_000, // a server with the sample starts in it,
  },
});
