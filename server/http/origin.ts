// Which pages may speak to this server: its own, and the desktop window; and by which names it may be called.
import type { Config } from "../config.ts";

/** The page of the desktop window. */
export const DESKTOP_ORIGIN = "app://banhop";

/** Whether the page at `origin` may change state here or open the sync endpoint of `host` (the Host header). */
export function isAllowedOrigin(origin: string, host: string | undefined): boolean {
  if (origin === DESKTOP_ORIGIN) return true;
  const url = URL.parse(origin);
  return url !== null && host !== undefined && url.host === host && /^https?:$/.test(url.protocol);
}

const LOOPBACK_NAMES = ["127.0.0.1", "[::1]", "localhost"];

/**
 * Whether the Host header names this server. A server bound to its own machine is called by a loopback name, or by the
 * public address that a proxy before it was given: any other name was made by a page that lets its own name lead here.
 */
export function isAllowedHost(host: string | undefined, config: Pick<Config, "isLoopback" | "publicAddress">): boolean {
  if (!config.isLoopback) return true;
  const url = URL.parse(`http://${host ?? ""}`);
  if (url === null) return false;
  return LOOPBACK_NAMES.includes(url.hostname) || url.host === config.publicAddress?.host;
}
