// What counts as the address of a server: the policy of the page and its requests are built from it.
import { parseUrl } from "./parse-url.ts";

/**
 * Only protocol, host and port of an address; one without protocol is taken for http.
 * @returns undefined when it is no http or https address, or carries a name or password
 */
export function parseServerAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  return url.username || url.password ? undefined : url.origin;
}
