// Where things lie in a data folder.
import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";

export interface DataFolder {
  /** Facts: people, meetings, papers. */
  database: string;
  /** Shared documents: the update log, in a file of its own so that its writer never waits for the facts. */
  rooms: string;
  /** Files by SHA-256. */
  blobs: string;
}

/** The places in a folder, existing or not. */
export function placesIn(folder: string): DataFolder {
  return {
    database: join(folder, "banhop.sqlite"),
    rooms: join(folder, "rooms.sqlite"),
    blobs: join(folder, "blobs"),
  };
}

/** Makes the folder when absent. @throws Error of the file system when it cannot be written */
export function prepareDataFolder(folder: string): DataFolder {
  const places = placesIn(folder);
  mkdirSync(places.blobs, { recursive: true });
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  return places;
}
