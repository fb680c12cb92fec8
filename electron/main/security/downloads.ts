// What the window may save to the disk: what the page itself has put together (a paper, fetched with its rights), and
// what comes from the one server. The system asks where to; nothing is ever opened.
import type { Session } from "electron";
import { parseUrl } from "./parse-url.ts";
import { isSamePlace } from "./same-place.ts";

/** Refuses every other download. @param serverAddress asked anew each time, since it can be changed */
export function guardDownloads(session: Session, pageUrl: string, serverAddress: () => string): void {
  session.on("will-download", (event, item) => {
    const url = item.getURL();
    const source = parseUrl(url)?.protocol === "blob:" ? url.slice("blob:".length) : url;
    if (!isSamePlace(source, pageUrl) && !isSamePlace(source, serverAddress())) event.preventDefault();
  });
}
