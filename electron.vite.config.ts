// The desktop shell, one build for the shipped Electron and for the older runtime that the desktop tests use: main and
// preload are CommonJS for Node 18. The page is built by vite.config.ts alone: here it would get relative addresses,
// which break every screen that is opened by its own address, and no minification.
import { resolve } from "node:path";
import { defineConfig } from "electron-vite";

const root = import.meta.dirname;
const commonJs = { format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "chunks/[name]-[hash].cjs" } as const;

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false, // bundled: the packaged app needs no node_modules
      target: "node18.15",
      outDir: "out/main",
      license: { fileName: "licenses.md" },
      rolldownOptions: { input: { index: resolve(root, "electron/main/index.ts") }, output: commonJs },
    },
  },
  preload: {
    build: {
      externalizeDeps: false, // a sandboxed preload can only be one CommonJS file
      target: "node18.15",
      outDir: "out/preload",
      rolldownOptions: { input: { index: resolve(root, "electron/preload/index.ts") }, output: commonJs },
    },
  },
});
