import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const looseInTests = [
  "no-non-null-assertion",
  "no-unsafe-assignment",
  "no-unsafe-call",
  "no-unsafe-member-access",
  "no-unsafe-return",
  "no-implied-eval",
  "no-unsafe-argument",
  "no-explicit-any",
];

export default defineConfig(
  { ignores: ["out", "dist", ".cache", "data", "test-results", "renderer/public", "**/*.cjs", "**/*.js"] },
  tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      "@typescript-eslint/no-confusing-void-expression": "off", // `return connection.close(…)` reads well
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    // Tests look inside windows, processes and foreign answers that have no types.
    files: ["tests/**", "**/*.test.ts", "**/*.test.tsx"],
    rules: Object.fromEntries(looseInTests.map((rule) => [`@typescript-eslint/${rule}`, "off"])),
  },
  {
    // What Playwright runs inside a window or in Electron's main process is typed nowhere.
    files: ["tests/desktop/**", "tests/packaged/**", "tests/network/**"],
    rules: { "@typescript-eslint/no-explicit-any": "off", "@typescript-eslint/no-implied-eval": "off" },
  },
  // Types in comments are checked by tsc; what Node.js 20 starts with has no more than those.
  { files: ["**/*.mjs"], extends: [tseslint.configs.disableTypeChecked] },
  { files: ["renderer/**"], extends: [reactHooks.configs.flat["recommended-latest"]] },
);
