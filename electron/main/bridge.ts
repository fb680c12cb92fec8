// The main side of the bridge: one handler per function, each for our own page only.
import { app, ipcMain, type WebContents } from "electron";
import { desktopChannels, type AppInfo, type MenuCommand } from "../../shared/protocol/desktop-bridge.ts";
import { openExternalLink } from "./security/external-links.ts";
import { isOurPage } from "./security/ipc-sender.ts";

/** What the rest of the shell answers through the bridge. */
export interface BridgeAnswers {
  serverAddress: () => string;
  /** Asks the user for another server. */
  changeServer: () => void;
}

/** Answers a channel, with whatever the page sends: the answer has to parse it. */
export type Handle = (channel: string, answer: (argument: unknown, page: WebContents) => unknown) => void;

/** A way of answering for which only our own page is heard. @param pageUrl the only page that is answered */
export function handleFor(pageUrl: string): Handle {
  return (channel, answer) => {
    ipcMain.handle(channel, (event, argument: unknown) => {
      if (!isOurPage(event, pageUrl)) throw new Error("refused");
      return answer(argument, event.sender);
    });
  };
}

/** Starts to answer what concerns the shell itself. */
export function answerPage(handle: Handle, answers: BridgeAnswers): void {
  handle(desktopChannels.serverAddress, answers.serverAddress);
  handle(desktopChannels.changeServer, answers.changeServer);
  handle(desktopChannels.appInfo, appInfo);
  handle(desktopChannels.openExternal, openExternalLink);
}

/** Passes a command of the menu to the page. */
export function sendMenuCommand(contents: WebContents | undefined, command: MenuCommand): void {
  contents?.send(desktopChannels.menuCommand, command);
}

function appInfo(): AppInfo {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: process.platform,
    isPackaged: app.isPackaged,
  };
}
