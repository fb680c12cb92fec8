// Reads an address that may be none. URL.canParse would do it, but the older runtime of the tests lacks it.

/** The address, or undefined when the text is none. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined; // that it is no address is the answer
  }
}
