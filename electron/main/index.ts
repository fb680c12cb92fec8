// Starts the desktop shell: one program per user, one window, the page served at app://banhop.
import { join } from "node:path";
import { app, BrowserWindow, dialog, Menu, session, type WebContents } from "electron";
import { desktopChannels, type MenuCommand } from "../../shared/protocol/desktop-bridge.ts";
import { askServerAddress } from "./address-dialog.ts";
import { answerPage, handleFor, sendMenuCommand } from "./bridge.ts";
import { readConfig } from "./config.ts";
import { menuTemplate } from "./menu.ts";
import { declareScheme, PAGE_URL, servePage } from "./protocol.ts";
import { guardDownloads } from "./security/downloads.ts";
import { quietChromium, quietSession, speakOnlyTo } from "./security/quiet-network.ts";
import { openServerAddress } from "./server-address.ts";
import { lookForUpdate } from "./updates/index.ts";
import { answerVault } from "./vault/bridge.ts";
import { openVaults } from "./vault/vaults.ts";
import { openWindow, showWindow } from "./window.ts";

function start(): void {
  const { givenServer, developmentPage } = readConfig(process.env);
  const pageUrl = developmentPage ?? PAGE_URL;
  const server = openServerAddress(givenServer, join(app.getPath("userData"), "server-address"));
  const vaults = openVaults(join(app.getPath("userData"), "vaults"), server.current);
  let window: BrowserWindow | undefined;
  const open = () => {
    const opened = openWindow(pageUrl);
    opened.on("closed", () => {
      if (window === opened) window = undefined;
    });
    window = opened;
  };
  const changeServer = () => {
    if (window) askServerAddress(window, server.current(), (address) => void moveTo(address));
  };
  const moveTo = async (address: string) => {
    await vaults.close();
    server.choose(address);
    await speakOnlyTo(session.defaultSession, address);
    const previous = window;
    // A new window knows nothing of the old one's session; what was kept for "my own device" would go to the new server.
    await session.defaultSession.clearStorageData({ storages: ["localstorage", "cookies"] });
    open();
    previous?.destroy();
  };

  app.on("second-instance", () => {
    if (window) showWindow(window);
  });
  app.on("session-created", quietSession);
  app.on("window-all-closed", () => app.quit());
  app.on("will-quit", (event) => {
    if (!vaults.isOpen()) return;
    event.preventDefault();
    void vaults.close().finally(() => app.quit());
  });
  app.on("activate", () => {
    if (!window) open(); // macOS: the program outlives its window
  });
  void app.whenReady().then(async () => {
    await speakOnlyTo(session.defaultSession, server.current());
    servePage(join(app.getAppPath(), "out/renderer"), server.current);
    guardDownloads(session.defaultSession, pageUrl, server.current);
    const handle = handleFor(pageUrl);
    answerPage(handle, { serverAddress: server.current, changeServer });
    answerVault(handle, vaults.current, tellSessionChange);
    const actions = {
      send: (command: MenuCommand) => sendMenuCommand(window?.webContents, command),
      showAbout: () => void showAbout(),
      changeServer,
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions, !app.isPackaged)));
    open();
    void lookForUpdate();
  });
}

/** All windows share one sign-in: the others look again. */
function tellSessionChange(by: WebContents): void {
  for (const { webContents } of BrowserWindow.getAllWindows())
    if (webContents !== by) webContents.send(desktopChannels.sessionChange);
}

async function showAbout(): Promise<void> {
  await dialog.showMessageBox({
    title: "Giới thiệu Bàn Họp",
    message: `Bàn Họp ${app.getVersion()}`,
    detail: "Phòng họp không giấy.",
    buttons: ["Đóng"],
  });
}

// The product's name is in it, and a header may hold ASCII only.
app.userAgentFallback = app.userAgentFallback.replace(/[^\x20-\x7e]+\S*/g, "");
declareScheme();
quietChromium(app.commandLine);
if (app.requestSingleInstanceLock()) start();
else app.quit();
