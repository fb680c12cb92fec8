// Starts the desktop shell: one program per user, one window, the page served at app://banhop.
import { join } from "node:path";
import { app, dialog, Menu, type BrowserWindow } from "electron";
import { answerPage, sendMenuCommand } from "./bridge.ts";
import { readConfig } from "./config.ts";
import { menuTemplate } from "./menu.ts";
import { declareScheme, PAGE_URL, servePage } from "./protocol.ts";
import { openWindow, showWindow } from "./window.ts";

function start(): void {
  const { serverAddress, developmentPage } = readConfig(process.env);
  const pageUrl = developmentPage ?? PAGE_URL;
  let window: BrowserWindow | undefined;
  const open = () => {
    window = openWindow(pageUrl);
    window.on("closed", () => (window = undefined));
  };

  app.on("second-instance", () => {
    if (window) showWindow(window);
  });
  app.on("window-all-closed", () => app.quit());
  app.on("activate", () => {
    if (!window) open(); // macOS: the program outlives its window
  });
  void app.whenReady().then(() => {
    servePage(join(app.getAppPath(), "out/renderer"), serverAddress);
    answerPage(pageUrl, serverAddress);
    const actions = {
      send: (command: Parameters<typeof sendMenuCommand>[1]) => sendMenuCommand(window?.webContents, command),
      showAbout: () => void showAbout(),
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions, !app.isPackaged)));
    open();
  });
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
if (app.requestSingleInstanceLock()) start();
else app.quit();
