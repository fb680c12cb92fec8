// Where the server is: the desktop shell knows its address; in a browser it is where the page came from.
import type { DesktopBridge } from "../../shared/protocol/desktop-bridge.ts";

declare global {
  interface Window {
    /** Only in the desktop window. */
    banhop?: DesktopBridge;
  }
}

let base = "";

/** Asks the desktop shell once, before anything is fetched. */
export async function findServer(): Promise<void> {
  base = window.banhop ? await window.banhop.serverAddress() : "";
}

/** The absolute or same-origin address of a path at the server. */
export function serverUrl(path: string): string {
  return base + path;
}

/** The address of the sync endpoint, without a slash at the end. */
export function syncUrl(): string {
  const url = new URL("/sync", base || window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
