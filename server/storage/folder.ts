// Where things lie in a data folder.
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

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
  makeFolder(places.blobs);
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  return places;
}

/** Level by level: Node's own recursive mode never returns on file systems that deny what they do not show. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
