// The built web page: hashed assets are kept by the browser for ever, everything else is asked for again; a path that is
// no file is a place inside the page and gets index.html.
import { readFile } from "node:fs/promises";
import { extname, isAbsolute, join, relative } from "node:path";
import type { Context, Handler } from "hono";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".pfb": "application/octet-stream",
  ".bcmap": "application/octet-stream",
  ".icc": "application/octet-stream",
  ".webmanifest": "application/manifest+json",
};
const HASHED = /^assets\/.*-[\w-]{8,}\.\w+$/;

/** Serves the folder; without one it says how the page is made. */
export function webPage(folder: string | null): Handler {
  return async (context) => {
    if (folder === null) return context.text("Chưa có trang web: đặt BANHOP_WEB hoặc chạy npm start.\n", 404);
    const path = pathInside(folder, context.req.path);
    const asked = path === null ? null : await fileOrNull(join(folder, path));
    if (path !== null && asked) return answer(context, path, asked);
    if (extname(context.req.path) !== "") return context.text("Không tìm thấy\n", 404);
    const index = await fileOrNull(join(folder, "index.html"));
    return index ? answer(context, "index.html", index) : context.text("Trang web chưa được dựng\n", 404);
  };
}

/** The path below the folder, or null when it is none or leads out of it. */
function pathInside(folder: string, urlPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    // Broken percent signs name no file.
    return null;
  }
  const path = relative(folder, join(folder, decoded));
  return path === "" || path.includes("\0") || path.startsWith("..") || isAbsolute(path) ? null : path;
}

async function fileOrNull(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof Error && "code" in error && ["ENOENT", "EISDIR", "ENOTDIR"].includes(String(error.code)))
      return null;
    throw error;
  }
}

function answer(context: Context, path: string, content: Uint8Array<ArrayBuffer>): Response {
  context.header("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
  context.header("Cache-Control", HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
  return context.body(content);
}
