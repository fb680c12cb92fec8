// What a handler or command gets from the outside: made once in index.ts, replaced piece by piece in tests.
import type { Logger } from "pino";
import type { SignInGuard } from "./auth/sign-in-guard.ts";
import type { Tickets } from "./auth/tickets.ts";
import type { Config } from "./config.ts";
import type { PdfThreads } from "./papers/pdf-threads.ts";
import type { BlobStore } from "./storage/blobs.ts";
import type { Database, InstantReader } from "./storage/database.ts";
import type { SyncServer } from "./sync/sync-server.ts";

export interface Services {
  config: Config;
  db: Database;
  /** The same data, for questions that cannot wait. */
  instantly: InstantReader;
  sync: SyncServer;
  blobs: BlobStore;
  pdfs: PdfThreads;
  tickets: Tickets;
  signInGuard: SignInGuard;
  /** The present, so that tests can set it. */
  clock: () => Date;
  /** A new ULID. */
  ids: () => string;
  logger: Logger;
}
