// The vaults on this machine, apart for each server: what one server is trusted with, another never opens.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { net } from "electron";
import { systemKeyKeeper } from "./key-keeper.ts";
import { SessionKeeper, type AskServer } from "./session-keeper.ts";

/** A server on a slow line answers within this; beyond it the person is let in by what is kept here. */
const ASK_MS = 5000;

export interface Vaults {
  /** The one of the present server. */
  current: () => SessionKeeper;
  isOpen: () => boolean;
  /** Closes what is open. Whoever is signed in stays so. */
  close: () => Promise<void>;
}

/** @param folder keeps them all @param serverAddress of the present server */
export function openVaults(folder: string, serverAddress: () => string): Vaults {
  let keeper: { of: string; keeper: SessionKeeper } | null = null;
  const current = (): SessionKeeper => {
    const address = serverAddress();
    if (keeper?.of !== address) {
      const own = createHash("sha256").update(address).digest("hex").slice(0, 16);
      const options = { folder: join(folder, own), keeper: systemKeyKeeper, ask: askAt(address) };
      keeper = { of: address, keeper: new SessionKeeper(options) };
    }
    return keeper.keeper;
  };
  return {
    current,
    isOpen: () => keeper !== null && keeper.keeper.vault !== null,
    close: async () => keeper?.keeper.close(),
  };
}

function askAt(address: string): AskServer {
  return async (token) => {
    const request = net.fetch(`${address}/api/session`, {
      headers: { authorization: `Bearer ${token}` },
      credentials: "omit",
      signal: AbortSignal.timeout(ASK_MS),
    });
    try {
      const answer = await request;
      return { status: answer.status, body: await answer.json() };
    } catch (error) {
      console.info("the server does not say who is signed in", error);
      return null;
    }
  };
}
