// Hocuspocus as it comes, without persistence: PORT. A state that lies in its folder (DATA) is what every document holds.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Server } from "@hocuspocus/server";
import * as Y from "yjs";

const state = join(process.env["DATA"] ?? "", "state.bin");

const server = new Server({
  port: Number(process.env["PORT"]),
  address: "127.0.0.1",
  quiet: true,
  onLoadDocument({ document }) {
    if (existsSync(state)) Y.applyUpdate(document, readFileSync(state));
    return Promise.resolve();
  },
});
await server.listen();
console.log("ready");
