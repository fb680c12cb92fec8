// Serves whatever services are open, and exchanges them while the server listens: when a restored copy waits in the data
// folder, requests wait, clients are sent away to come again, the folders change places, and all goes on. Also notices
// what other processes change in the database.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { sweepFiles } from "./commands/add-paper.ts";
import { projectFloors } from "./commands/floor.ts";
import type { Config } from "./config.ts";
import { createApp } from "./http/app.ts";
import { openServices } from "./open-services.ts";
import type { Services } from "./services.ts";
import { outsideChanges } from "./storage/database.ts";
import { isRestoreReady } from "./storage/restore.ts";

/** Whoever was disabled or lost their sessions from the command line is out within this time. */
const WATCH_MS = 500;
/** Requests under way get this long before the folders change places; what is not done by then fails. */
const DRAIN_MS = 5_000;

export interface Host {
  /** Those that are open at the moment. */
  readonly services: Services;
  fetch: (request: Request, environment?: object) => Promise<Response>;
  /** Takes over an upgrade under /sync/ whose Origin is already checked. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends the watch and sends all sockets away: the HTTP server does not close while one is open. */
  letGo(): Promise<void>;
  /** Stores what is left and closes all files. */
  close(): Promise<void>;
}

/**
 * Opens the data folder and begins to watch it. `onFailure` is told when a restored copy cannot be opened.
 * @throws what openServices throws
 */
export async function openHost(config: Config, onFailure: (error: unknown) => void): Promise<Host> {
  let opened = openServices(config);
  let app = createApp(opened.services);
  let underWay = 0;
  let allDone: (() => void) | null = null;
  let exchanging: Promise<void> | null = null;
  let seen = await outsideChanges(opened.services.db);
  let closed = false;

  async function prepare(): Promise<void> {
    await sweepFiles(opened.services);
    await projectFloors(opened.services);
  }

  async function drain(): Promise<void> {
    if (underWay === 0) return;
    const done = new Promise<void>((resolve) => (allDone = resolve));
    const timer = setTimeout(() => allDone?.(), DRAIN_MS);
    await done;
    clearTimeout(timer);
  }

  async function exchange(): Promise<void> {
    await drain();
    await opened.close();
    opened = openServices(config);
    app = createApp(opened.services);
    seen = await outsideChanges(opened.services.db);
    await prepare();
    opened.services.logger.warn("data folder restored from a copy");
  }

  async function look(): Promise<void> {
    if (isRestoreReady(config.dataFolder)) {
      exchanging = exchange();
      await exchanging;
      exchanging = null;
      return;
    }
    const now = await outsideChanges(opened.services.db);
    if (now === seen) return;
    seen = now;
    opened.services.sync.recheck();
  }

  let looking: Promise<void> | null = null;
  const watch = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => {
        if (exchanging) onFailure(error);
        else opened.services.logger.error({ err: error }, "watching the data folder");
      })
      .finally(() => (looking = null));
  }, WATCH_MS);
  watch.unref();
  await prepare();

  return {
    get services() {
      return opened.services;
    },
    async fetch(request, environment) {
      while (exchanging) await exchanging;
      underWay += 1;
      try {
        return await app.fetch(request, environment);
      } finally {
        underWay -= 1;
        if (underWay === 0) allDone?.();
      }
    },
    upgrade(request, socket, head) {
      if (exchanging || closed) socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n");
      else opened.services.sync.upgrade(request, socket, head);
    },
    async letGo() {
      closed = true;
      clearInterval(watch);
      await looking;
      await opened.services.sync.close();
    },
    close: () => opened.close(),
  };
}
