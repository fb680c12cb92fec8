// The version of the program, from package.json.
import { readFileSync } from "node:fs";
import { z } from "zod";

const packageFile = new URL("../package.json", import.meta.url);

/** As `0.1.0`. */
export const version = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, "utf8"))).version;
