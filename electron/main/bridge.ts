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

/** Starts to answer the page. @param pageUrl the only page that is answered */
export function answerPage(pageUrl: string, answers: BridgeAnswers): void {
  const handle = (channel: string, answer: (argument: unknown) => unknown) => {
    ipcMain.handle(channel, (event, argument: unknown) => {
      if (!isOurPage(event, pageUrl)) throw new Error("refused");
      return answer(argument);
    });
  };
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
