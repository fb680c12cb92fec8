// The door between the desktop shell and the page: what the page finds on window.banhop, and the channels behind it.
// In a browser there is no such object. Only named functions pass, never a channel of the caller's choice.

/** What the application menu asks the page to do; the page ignores what it does not know. */
export type MenuCommand = "home" | "back" | "search" | "settings" | "sign-out" | "keyboard-help";

export interface AppInfo {
  /** The version of the product. */
  version: string;
  /** The version of the Electron runtime. */
  electron: string;
  platform: string;
  /** False while it runs from a checkout. */
  isPackaged: boolean;
}

/** A failure is a value, since only an error's message would pass between the processes. */
export type ExternalLinkResult = { ok: true } | { ok: false; reason: "not-allowed" | "no-program" };

export interface DesktopBridge {
  /** The address of the server that the window talks to, as `http://127.0.0.1:8420`: no path, no slash at the end. */
  serverAddress(): Promise<string>;
  /** Has the shell ask the user for the address of another server; the window starts anew when one is given. */
  changeServer(): Promise<void>;
  /** Opens an http, https or mailto address in the system's own program; anything else is refused. */
  openExternal(url: string): Promise<ExternalLinkResult>;
  appInfo(): Promise<AppInfo>;
  /** Calls the listener for each command of the menu; the returned function ends that. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
}

/** The names of the channels behind the bridge. */
export const desktopChannels = {
  serverAddress: "banhop:server-address",
  changeServer: "banhop:change-server",
  openExternal: "banhop:open-external",
  appInfo: "banhop:app-info",
  menuCommand: "banhop:menu-command",
} as const;
