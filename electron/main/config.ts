// What the shell takes from its surroundings, read here only. A packed app ignores what serves development.
import { app } from "electron";
import { parseServerAddress } from "./security/server-address.ts";

export interface ShellConfig {
  /** The server given for this start: protocol, host and port. */
  givenServer: string | undefined;
  /** The page of the development server instead of the built one. */
  developmentPage: string | undefined;
}

/** @throws Error when BANHOP_SERVER is no http or https address. */
export function readConfig(environment: NodeJS.ProcessEnv): ShellConfig {
  const developmentPage = app.isPackaged ? undefined : environment["ELECTRON_RENDERER_URL"];
  // In development the page's own server passes the requests on.
  const text = developmentPage ?? environment["BANHOP_SERVER"];
  const givenServer = text === undefined ? undefined : parseServerAddress(text);
  if (text !== undefined && givenServer === undefined) {
    throw new Error(`BANHOP_SERVER phải là địa chỉ http hoặc https, không phải "${text}".`);
  }
  return { givenServer, developmentPage };
}
