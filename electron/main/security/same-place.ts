// Whether two addresses belong to the same page. URL.origin of a custom scheme is the string "null" for every host,
// so protocol and host are compared themselves.
import { parseUrl } from "./parse-url.ts";

/** True when protocol and host agree; an address that is none agrees with nothing. */
export function isSamePlace(first: string, second: string): boolean {
  const [a, b] = [parseUrl(first), parseUrl(second)];
  return a !== undefined && b !== undefined && a.protocol === b.protocol && a.host === b.host;
}
