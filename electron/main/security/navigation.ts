// The window stays on its page: a link, a script or a redirect cannot lead it elsewhere, and no web view is attached.
import type { WebContents } from "electron";
import { isSamePlace } from "./same-place.ts";

/** Refuses to leave the page. @param pageUrl where the window belongs */
export function guardNavigation(contents: WebContents, pageUrl: string): void {
  const refuse = (event: { preventDefault: () => void }, url: string) => {
    if (!isSamePlace(url, pageUrl)) event.preventDefault();
  };
  contents.on("will-navigate", (event, url) => refuse(event, url));
  contents.on("will-redirect", (event, url) => refuse(event, url));
  contents.on("will-frame-navigate", (event) => refuse(event, event.url));
  contents.on("will-attach-webview", (event) => event.preventDefault());
}
