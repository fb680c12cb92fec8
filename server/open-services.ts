// Opens everything a server works with, from its settings; used by the server itself and by the command line.
import { pino } from "pino";
import { ulid } from "ulid";
import { createSignInGuard } from "./auth/sign-in-guard.ts";
import { createSyncHost } from "./auth/sync-host.ts";
import { createTickets } from "./auth/tickets.ts";
import type { Config } from "./config.ts";
import { openPdfThreads } from "./papers/pdf-threads.ts";
import type { Services } from "./services.ts";
import { openBlobStore } from "./storage/blobs.ts";
import { openDatabase, openInstantReader } from "./storage/database.ts";
import { lockFolder } from "./storage/folder-lock.ts";
import { prepareDataFolder, type DataFolder } from "./storage/folder.ts";
import { finishRestore } from "./storage/restore.ts";
import { openUpdateLog } from "./storage/update-log.ts";
import { startSyncServer } from "./sync/sync-server.ts";

export interface OpenServices {
  services: Services;
  /** Stores what is left and closes all files. Idempotent. */
  close: () => Promise<void>;
}

/**
 * Takes the folder, finishes a restore that was begun, then opens.
 * @throws FolderInUseError, NewerDataFolderError, or an Error of the file system when the folder cannot be written
 */
export function openServices(config: Config): OpenServices {
  const places = prepareDataFolder(config.dataFolder);
  const unlock = lockFolder(config.dataFolder);
  try {
    finishRestore(config.dataFolder);
    return openLocked(config, places, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function openLocked(config: Config, places: DataFolder, unlock: () => void): OpenServices {
  const db = openDatabase(places.database);
  const instantly = openInstantReader(places.database);
  const logger = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: false }));
  const clock = () => new Date();
  const tickets = createTickets(clock);
  const log = openUpdateLog(places.rooms);
  const sync = startSyncServer({ log, host: createSyncHost({ db, instantly, tickets, clock }), logger });
  const services: Services = {
    config,
    db,
    instantly,
    sync,
    blobs: openBlobStore(places.blobs),
    pdfs: openPdfThreads(),
    tickets,
    signInGuard: createSignInGuard(clock),
    clock,
    ids: () => ulid(),
    logger,
  };
  let closing: Promise<void> | null = null;
  async function closeAll(): Promise<void> {
    await sync.close();
    await log.close();
    await services.pdfs.close();
    instantly.close();
    await db.destroy();
    unlock();
  }
  return { services, close: () => (closing ??= closeAll()) };
}
