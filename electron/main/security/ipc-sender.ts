// Who may speak to the main process: the top frame of our own page, no frame inside it and no other page.
import type { IpcMainInvokeEvent } from "electron";
import { isSamePlace } from "./same-place.ts";

/** Whether a message came from the page of the window itself. @param pageUrl where the window belongs */
export function isOurPage(event: Pick<IpcMainInvokeEvent, "senderFrame" | "sender">, pageUrl: string): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isSamePlace(frame.url, pageUrl);
}
