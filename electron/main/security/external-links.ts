// The one place that hands an address to the system: web and mail addresses only, since others start programs.
import { shell } from "electron";
import type { ExternalLinkResult } from "../../../shared/protocol/desktop-bridge.ts";
import { parseUrl } from "./parse-url.ts";

const ALLOWED_PROTOCOLS = new Set(["https:", "http:", "mailto:"]);

/** The address if the system may be asked to open it. */
function allowedOutside(address: unknown): URL | undefined {
  const url = typeof address === "string" ? parseUrl(address) : undefined;
  return url && ALLOWED_PROTOCOLS.has(url.protocol) ? url : undefined;
}

/** Opens an allowed address in the system's own program. */
export async function openExternalLink(address: unknown): Promise<ExternalLinkResult> {
  const url = allowedOutside(address);
  if (!url) return { ok: false, reason: "not-allowed" };
  try {
    await shell.openExternal(url.href);
    return { ok: true };
  } catch (cause) {
    console.error("the system opens no web address", cause);
    return { ok: false, reason: "no-program" };
  }
}
