// app://banhop: serves the built page to the window, and nothing outside its folder.
import { readFile } from "node:fs/promises";
import { extname, isAbsolute, join, relative } from "node:path";
import { protocol } from "electron";
import { contentSecurityPolicy } from "./security/content-security-policy.ts";

const SCHEME = "app";
const HOST = "banhop";

/** The address of the page in the window. */
export const PAGE_URL = `${SCHEME}://${HOST}/`;

const CONTENT_TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

/** Gives the scheme the rights of a web address; has to be called before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Starts to serve the page from its folder, allowed to talk to the present server only. */
export function servePage(folder: string, serverAddress: () => string): void {
  protocol.handle(SCHEME, async (request) => {
    const headers = {
      "content-security-policy": contentSecurityPolicy(serverAddress()),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    };
    const file = fileFor(request.url, folder);
    if (!file) return new Response(null, { status: 403, headers });
    return answerWith(file, folder, headers);
  });
}

/**
 * The file that an address means: routes of the page, which have no ending, mean the page itself.
 * @returns undefined when the address is not ours or leads out of the folder
 */
function fileFor(address: string, folder: string): string | undefined {
  const url = new URL(address);
  const path = decodePath(url.pathname);
  if (url.host !== HOST || path === undefined) return undefined;
  const file = join(folder, extname(path) ? path : "index.html");
  return isInside(join(folder, path), folder) ? file : undefined;
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes("\0") ? undefined : decoded;
  } catch {
    return undefined; // a broken percent sign names no file
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

async function answerWith(file: string, folder: string, headers: Record<string, string>): Promise<Response> {
  try {
    const type = CONTENT_TYPES[extname(file)] ?? "application/octet-stream";
    return new Response(new Uint8Array(await readFile(file)), { headers: { ...headers, "content-type": type } });
  } catch (cause) {
    console.error(`no ${relative(folder, file)} in the built page`, (cause as NodeJS.ErrnoException).code);
    return new Response(null, { status: 404, headers });
  }
}
