// The one place that hands an address to the system: web and mail addresses only, since others start programs.
import { shell } from "electron";
import type { ExternalLinkResult } from "../../../shared/protocol/desktop-bridge.ts";

const ALLOWED_PROTOCOLS = new Set(["https:", "http:", "mailto:"]);

/** Whether the system may be asked to open this address. */
export function isAllowedOutside(address: unknown): address is string {
  return typeof address === "string" && URL.canParse(address) && ALLOWED_PROTOCOLS.has(new URL(address).protocol);
}

/** Opens an allowed address in the system's own program. */
export async function openExternalLink(address: unknown): Promise<ExternalLinkResult> {
  if (!isAllowedOutside(address)) return { ok: false, reason: "not-allowed" };
  try {
    await shell.openExternal(new URL(address).href);
    return { ok: true };
  } catch (cause) {
    console.error("the system opens no web address", cause);
    return { ok: false, reason: "no-program" };
  }
}
