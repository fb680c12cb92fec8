// Where the server begins: keeps compiled code between starts, so that a restart takes a moment, and then runs it.
import { enableCompileCache } from "node:module";
import { join } from "node:path";

/** Beside the packages: whoever can write there can change the program anyway. */
const compiled = join(import.meta.dirname, "../node_modules/.cache/banhop-compiled");

enableCompileCache(compiled);
process.env.NODE_COMPILE_CACHE ??= compiled; // for the threads
await import("./run.ts");
