// A sync server on a real port with people who are taken at their word (`?ticket=NAME`), for tests of the endpoint alone.
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { openUpdateLog, type UpdateLog } from "../../server/storage/update-log.ts";
import { startSyncServer, type SyncServer } from "../../server/sync/sync-server.ts";

export interface SyncFixture {
  url: string;
  sync: SyncServer;
  folder: string;
  /** People who lost every room; call `sync.recheck()` after a change. */
  banned: Set<string>;
  stop(): Promise<void>;
}

export interface FixtureOptions {
  folder?: string;
  wrapLog?: (log: UpdateLog) => UpdateLog;
  port?: number;
}

/** Starts the endpoint. People named `reader…` may only read. */
export async function startSyncFixture(options: FixtureOptions = {}): Promise<SyncFixture> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "banhop-sync-"));
  const opened = openUpdateLog(join(folder, "rooms.sqlite"));
  const log = options.wrapLog?.(opened) ?? opened;
  const banned = new Set<string>();
  const host = {
    ticketOwner: (ticket: string) =>
      ticket === "" || ticket === "expired" ? null : { personId: ticket, sessionId: ticket },
    isSessionOpen: () => true,
    access: (personId: string) => (banned.has(personId) ? null : { read: true, write: !personId.startsWith("reader") }),
  };
  const sync = startSyncServer({ log, host, logger: pino({ level: "silent" }) });
  const server = createServer();
  server.on("upgrade", (request, socket, head) => sync.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    sync,
    folder,
    banned,
    stop: async () => {
      await sync.close();
      await log.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A stock provider, without the shortcut between tabs. */
export function stockClient(url: string, room: string, person: string, doc = new Y.Doc()): WebsocketProvider {
  return new WebsocketProvider(url, room, doc, {
    params: { ticket: person },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
}
