// Whether two addresses belong to the same page. URL.origin of a custom scheme is the string "null" for every host,
// so protocol and host are compared themselves.

/** True when protocol and host agree; an address that is none agrees with nothing. */
export function isSamePlace(first: string, second: string): boolean {
  if (!URL.canParse(first) || !URL.canParse(second)) return false;
  const [a, b] = [new URL(first), new URL(second)];
  return a.protocol === b.protocol && a.host === b.host;
}
