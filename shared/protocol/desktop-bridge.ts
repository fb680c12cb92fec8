// The door between the desktop shell and the page: what the page finds on window.banhop, and the channels behind it.
// In a browser there is no such object. Only named functions pass, never a channel of the caller's choice; the shell
// parses every argument, for the page may be in the hands of somebody else.
import type { EnterWish } from "./desktop-arguments.ts";
import type { DeviceStore } from "./device-store.ts";

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

/** Whoever is signed in at this program; all its windows share that. */
export interface DesktopSession {
  /** Null when the network was away and the password alone opened what is kept here: the server has yet to be asked. */
  token: string | null;
  personId: string;
  /** What they keep here stays when the program ends. */
  ownDevice: boolean;
}

/** Why nothing was opened: refused or unreachable by the server; no keys in this system; sealed by an older password. */
export type EnterResult =
  { ok: true; session: DesktopSession } | { ok: false; reason: "refused" | "unreachable" | "no-keys" | "sealed" };

/** Why not: never signed in here, wrong password, too long ago, the clock was set back, refused by the server since. */
export type OfflineResult =
  { ok: true; session: DesktopSession } | { ok: false; reason: "unknown" | "wrong" | "expired" | "clock" | "refused" };

export interface DesktopBridge {
  session: {
    /** Whoever is signed in already, or stayed signed in when the program last ended. */
    resume(): Promise<DesktopSession | null>;
    /** Opens the store of the person whom the server names for this token. */
    enter(wish: EnterWish): Promise<EnterResult>;
    /** Opens it without the network, for somebody who signed in here before. */
    enterOffline(userName: string, password: string): Promise<OfflineResult>;
    /** Whether somebody signed in here before whom the password alone would let in. */
    knowsAnybody(): Promise<boolean>;
    /** Has the shell ask the server whether this session still holds. */
    refresh(): Promise<"seen" | "refused" | "unreachable">;
    /** The password was changed in this window. */
    passwordChanged(password: string): Promise<void>;
    /** @param forget deletes what is kept here for this person, too */
    leave(forget: boolean): Promise<void>;
    /** Calls the listener when another window signed in or out; the returned function ends that. */
    onChange(listener: () => void): () => void;
  };
  store: DeviceStore;
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
  sessionResume: "banhop:session-resume",
  sessionEnter: "banhop:session-enter",
  sessionEnterOffline: "banhop:session-enter-offline",
  sessionKnowsAnybody: "banhop:session-knows-anybody",
  sessionRefresh: "banhop:session-refresh",
  sessionPasswordChanged: "banhop:session-password-changed",
  sessionLeave: "banhop:session-leave",
  sessionChange: "banhop:session-change",
  storeEntries: "banhop:store-entries",
  storeRead: "banhop:store-read",
  storeAppend: "banhop:store-append",
  storeReplace: "banhop:store-replace",
  storeNote: "banhop:store-note",
  storeRemove: "banhop:store-remove",
  storeDestroy: "banhop:store-destroy",
} as const;
