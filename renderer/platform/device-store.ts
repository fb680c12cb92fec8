// The store of whoever is signed in: the desktop's vault, or this browser's.
import type { DeviceStore } from "../../shared/protocol/device-store.ts";
import { type BrowserStore, openBrowserStore, wipeBrowserStores } from "./browser-store.ts";
import { onLeave, ownersHere, personIdHere } from "./sign-in.ts";

let browser: { of: string; store: BrowserStore } | null = null;

/** Null while it is not known who is signed in. */
export function deviceStore(): DeviceStore | null {
  const personId = personIdHere();
  if (personId === null) return null;
  if (window.banhop) return window.banhop.store;
  if (browser?.of !== personId) browser = { of: personId, store: openBrowserStore(personId) };
  return browser.store;
}

/** Deletes what a window that was closed without signing out has left in this browser. */
export async function forgetStrangers(): Promise<void> {
  const personId = personIdHere();
  if (!window.banhop && personId !== null) await wipeBrowserStores([...ownersHere(), personId]);
}

/** Leaves nothing behind where the machine is not one's own. In the desktop program the shell sees to that. */
export function wipeAtSignOut(): void {
  onLeave(async (ownDevice) => {
    if (!ownDevice) await browser?.store.wipe();
    browser = null;
  });
}
