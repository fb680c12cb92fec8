// What the shell takes from its surroundings, read here only. A packed app ignores what serves development.
import { app } from "electron";
import { parseUrl } from "./security/parse-url.ts";

const DEFAULT_SERVER = "http://127.0.0.1:8420";

export interface ShellConfig {
  /** The server that the window talks to: protocol, host and port. */
  serverAddress: string;
  /** The page of the development server instead of the built one. */
  developmentPage: string | undefined;
}

/** @throws Error when BANHOP_SERVER is no http or https address. */
export function readConfig(environment: NodeJS.ProcessEnv): ShellConfig {
  const developmentPage = app.isPackaged ? undefined : environment["ELECTRON_RENDERER_URL"];
  // In development the page's own server passes the requests on.
  const address = developmentPage ?? environment["BANHOP_SERVER"] ?? DEFAULT_SERVER;
  return { serverAddress: parseServerAddress(address), developmentPage };
}

/** Only protocol, host and port of an address. @throws Error when it is no http or https address. */
export function parseServerAddress(text: string): string {
  const url = parseUrl(text);
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new Error(`BANHOP_SERVER phải là địa chỉ http hoặc https, không phải "${text}".`);
  }
  return url.origin;
}
