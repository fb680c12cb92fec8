// The page opens no window of its own; a link meant for one goes to the system's browser if it is allowed there.
import type { WebContents } from "electron";
import { openExternalLink } from "./external-links.ts";

/** Refuses every new window. */
export function guardNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    void openExternalLink(url);
    return { action: "deny" };
  });
}
