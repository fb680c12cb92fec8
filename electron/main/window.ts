// The one window: locked in, at its remembered place, on our page.
import { join } from "node:path";
import { app, BrowserWindow, Menu } from "electron";
import { contextMenuTemplate } from "./context-menu.ts";
import { guardNavigation } from "./security/navigation.ts";
import { guardNewWindows } from "./security/new-windows.ts";
import { guardPermissions } from "./security/permissions.ts";
import { lockedPreferences } from "./security/web-preferences.ts";
import { DEFAULT_SIZE, SMALLEST } from "./window-place.ts";
import { rememberedPlace, rememberPlace } from "./window-state.ts";

/** Opens the window on the page and shows it when there is something to see. */
export function openWindow(pageUrl: string): BrowserWindow {
  const placeFile = join(app.getPath("userData"), "window-place.json");
  const place = rememberedPlace(placeFile);
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(place && { x: place.x, y: place.y, width: place.width, height: place.height }),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: "Bàn Họp",
    show: false,
    webPreferences: lockedPreferences(join(__dirname, "../preload/index.cjs")),
  });
  guardPermissions(window.webContents.session);
  window.webContents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp"); // peer connections know no policy of a page
  guardNavigation(window.webContents, pageUrl);
  guardNewWindows(window.webContents);
  rememberPlace(window, placeFile);
  window.webContents.on("context-menu", (_event, clicked) => {
    const items = contextMenuTemplate(clicked);
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
  if (place?.isMaximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  void window.loadURL(pageUrl);
  return window;
}

/** Brings the window to the front, as when the program is started a second time. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
