// The bridge: named functions on window.banhop. It runs in the sandbox of the page and has no rights of its own.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import { desktopChannels, type DesktopBridge, type MenuCommand } from "../../shared/protocol/desktop-bridge.ts";

/** What a function of the bridge answers: the main process gives these types. */
type Answer<
  Part extends "session" | "store",
  Name extends keyof DesktopBridge[Part],
> = DesktopBridge[Part][Name] extends (...args: never[]) => infer Given ? Given : never;

const bridge: DesktopBridge = {
  session: {
    resume: () => ipcRenderer.invoke(desktopChannels.sessionResume) as Answer<"session", "resume">,
    enter: (wish) => ipcRenderer.invoke(desktopChannels.sessionEnter, wish) as Answer<"session", "enter">,
    enterOffline: (userName, password) =>
      ipcRenderer.invoke(desktopChannels.sessionEnterOffline, { userName, password }) as Answer<
        "session",
        "enterOffline"
      >,
    knowsAnybody: () => ipcRenderer.invoke(desktopChannels.sessionKnowsAnybody) as Answer<"session", "knowsAnybody">,
    refresh: () => ipcRenderer.invoke(desktopChannels.sessionRefresh) as Answer<"session", "refresh">,
    passwordChanged: (password) =>
      ipcRenderer.invoke(desktopChannels.sessionPasswordChanged, password) as Answer<"session", "passwordChanged">,
    leave: (forget) => ipcRenderer.invoke(desktopChannels.sessionLeave, forget) as Answer<"session", "leave">,
    onChange(listener) {
      const receive = () => listener();
      ipcRenderer.on(desktopChannels.sessionChange, receive);
      return () => void ipcRenderer.off(desktopChannels.sessionChange, receive);
    },
  },
  store: {
    entries: () => ipcRenderer.invoke(desktopChannels.storeEntries) as Answer<"store", "entries">,
    read: (scope, name, from, count) =>
      ipcRenderer.invoke(desktopChannels.storeRead, { scope, name, from, count }) as Answer<"store", "read">,
    append: (scope, name, records, ifCount) =>
      ipcRenderer.invoke(desktopChannels.storeAppend, { scope, name, records, ifCount }) as Answer<"store", "append">,
    replace: (scope, name, records, ifCount) =>
      ipcRenderer.invoke(desktopChannels.storeReplace, { scope, name, records, ifCount }) as Answer<"store", "replace">,
    note: (scope, name, note) =>
      ipcRenderer.invoke(desktopChannels.storeNote, { scope, name, note }) as Answer<"store", "note">,
    remove: (scope, name) =>
      ipcRenderer.invoke(desktopChannels.storeRemove, { scope, name }) as Answer<"store", "remove">,
    destroy: (scope) => ipcRenderer.invoke(desktopChannels.storeDestroy, { scope }) as Answer<"store", "destroy">,
  },
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
