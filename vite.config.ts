// The page alone: what the desktop window shows and what the server offers to browsers (`vite` serves it in development).
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = import.meta.dirname;
const server = process.env["BANHOP_SERVER"] ?? "http://127.0.0.1:8420";
// In development the page has an origin of its own; to the server the requests look as if they came from its page.
const toServer = { target: server, changeOrigin: true, headers: { origin: server } };

export default defineConfig({
  root: resolve(root, "renderer"),
  plugins: [react()],
  worker: { format: "es" },
  server: { proxy: { "/api": toServer, "/sync": { ...toServer, ws: true } } },
  build: {
    target: "chrome114",
    outDir: resolve(root, "out/renderer"),
    emptyOutDir: true,
    modulePreload: { polyfill: false }, // would be an inline script, which the CSP forbids
    assetsInlineLimit: 0,
    license: { fileName: "licenses.md" }, // what is bundled may be passed on with its licence only
    rolldownOptions: { input: resolve(root, "renderer/index.html") },
  },
});
