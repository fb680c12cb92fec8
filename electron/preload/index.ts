// The bridge: named functions on window.banhop. It runs in the sandbox of the page and has no rights of its own.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import { desktopChannels, type DesktopBridge, type MenuCommand } from "../../shared/protocol/desktop-bridge.ts";

const bridge: DesktopBridge = {
  serverAddress: () => ipcRenderer.invoke(desktopChannels.serverAddress) as ReturnType<DesktopBridge["serverAddress"]>,
  changeServer: () => ipcRenderer.invoke(desktopChannels.changeServer) as ReturnType<DesktopBridge["changeServer"]>,
  openExternal: (url) =>
    ipcRenderer.invoke(desktopChannels.openExternal, url) as ReturnType<DesktopBridge["openExternal"]>,
  appInfo: () => ipcRenderer.invoke(desktopChannels.appInfo) as ReturnType<DesktopBridge["appInfo"]>,
  onMenuCommand(listener) {
    const receive = (_event: IpcRendererEvent, command: MenuCommand) => listener(command);
    ipcRenderer.on(desktopChannels.menuCommand, receive);
    return () => void ipcRenderer.off(desktopChannels.menuCommand, receive);
  },
};
contextBridge.exposeInMainWorld("banhop", bridge);
