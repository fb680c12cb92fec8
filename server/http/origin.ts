// Which pages may speak to this server: its own, and the desktop window.

/** The page of the desktop window. */
export const DESKTOP_ORIGIN = "app://banhop";

/** Whether the page at `origin` may change state here or open the sync endpoint of `host` (the Host header). */
export function isAllowedOrigin(origin: string, host: string | undefined): boolean {
  if (origin === DESKTOP_ORIGIN) return true;
  const url = URL.parse(origin);
  return url !== null && host !== undefined && url.host === host && /^https?:$/.test(url.protocol);
}
