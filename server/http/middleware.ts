// What holds for every request: protective headers, the one foreign origin that is let in, and the size of JSON bodies.
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { AppError } from "../../shared/protocol/errors.ts";
import { DESKTOP_ORIGIN } from "./origin.ts";

/** The largest JSON of the contract is a pasted table of 400,000 characters, up to three bytes each. */
const MAX_JSON_BYTES = 2 * 1024 * 1024;

const PAGE_POLICY = [
  "default-src 'self'",
  // pdf.js decodes some images by WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Set on every answer that has not set its own (file contents have a stricter policy). */
export function protectiveHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", PAGE_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    if (context.req.path.startsWith("/api/") && !headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  };
}

/** Lets the desktop window read answers, the headers of ranges included. */
export function crossOrigin(): MiddlewareHandler {
  return cors({
    origin: DESKTOP_ORIGIN,
    allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    allowHeaders: ["Authorization", "Content-Type", "Range", "If-Range", "If-None-Match"],
    exposeHeaders: ["Accept-Ranges", "Content-Range", "Content-Length", "Content-Encoding", "ETag"],
    maxAge: 600,
  });
}

/** The one route whose body is larger. It bounds itself while it streams. */
const UPLOAD = /^\/api\/meetings\/[^/]+\/papers$/;

/** Bounds every body except uploads, whatever type it claims to be. */
export function jsonBodyLimit(): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: MAX_JSON_BYTES,
    onError: () => {
      throw new AppError("tooLarge");
    },
  });
  return async (context, next) => {
    const isUpload = context.req.method === "POST" && UPLOAD.test(context.req.path);
    return isUpload ? next() : limit(context, next);
  };
}
