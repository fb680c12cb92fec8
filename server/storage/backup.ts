// Copies a data folder that may be in use. A copy is a data folder itself; restore.ts puts it back.
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { copyDatabase } from "./database.ts";
import { placesIn } from "./folder.ts";

/** Why nothing was done, in Vietnamese. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/**
 * Copies `folder` into `target`, which must be absent or empty. Facts are copied before files: files are only ever
 * added, so every paper of the copy has its file.
 * @throws BackupError
 */
export function backUp(folder: string, target: string): void {
  const from = placesIn(folder);
  const to = placesIn(target);
  if (!existsSync(from.database)) throw new BackupError(`${folder} không phải thư mục dữ liệu.`);
  requireEmpty(target);
  mkdirSync(to.blobs, { recursive: true });
  copyDatabase(from.database, to.database);
  if (existsSync(from.rooms)) copyDatabase(from.rooms, to.rooms);
  if (existsSync(from.blobs)) cpSync(from.blobs, to.blobs, { recursive: true });
}

function requireEmpty(target: string): void {
  if (existsSync(target) && readdirSync(target).length > 0) throw new BackupError(`${target} không trống.`);
}
