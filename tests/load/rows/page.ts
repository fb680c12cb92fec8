// How much script the web page needs before it shows anything.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { RowMaker } from "../row.ts";

const MAX_BYTES = 300 << 10;
const folder = join(import.meta.dirname, "../../../out/renderer");

export const firstScript: RowMaker = () => {
  const page = join(folder, "index.html");
  if (!existsSync(page)) throw new Error("the page is not built: run `npm run build` first");
  const scripts = [...readFileSync(page, "utf8").matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => path ?? "");
  const bytes = scripts.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(folder, path.replace(/^\.?\//, "")))).length,
    0,
  );
  return Promise.resolve([
    {
      what: "the web page's first script",
      target: `≤ ${MAX_BYTES >> 10} KB compressed`,
      ours: `${Math.round(bytes / 1024)} KB in ${scripts.length} files`,
      reference: "–",
      ratio: null,
      met: bytes <= MAX_BYTES,
    },
  ]);
};
