// Copies a data folder that may be in use, and puts a copy back. A copy is a data folder itself.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { copyDatabase, isInUse } from "./database.ts";
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
  if (!existsSync(from.database)) throw new BackupError(`${folder} không phải thư mục dữ liệu`);
  requireEmpty(target);
  mkdirSync(to.blobs, { recursive: true });
  copyDatabase(from.database, to.database);
  if (existsSync(from.rooms)) copyDatabase(from.rooms, to.rooms);
  if (existsSync(from.blobs)) cpSync(from.blobs, to.blobs, { recursive: true });
}

/**
 * Puts the copy in `source` into the place of `folder`; what was there is moved aside and its new place answered.
 * @throws BackupError when the copy is none or a server is using the folder
 */
export function restore(source: string, folder: string, now: Date): string | null {
  if (!existsSync(placesIn(source).database)) throw new BackupError(`${source} không phải bản sao lưu`);
  const { database } = placesIn(folder);
  if (existsSync(database) && isInUse(database)) throw new BackupError("Máy chủ đang chạy, dừng máy chủ rồi khôi phục");
  const isThere = existsSync(folder) && readdirSync(folder).length > 0;
  const aside = isThere ? `${folder}.truoc-khoi-phuc-${now.toISOString().replaceAll(/[^0-9]/g, "")}` : null;
  if (aside !== null) renameSync(folder, aside);
  backUp(source, folder);
  return aside;
}

function requireEmpty(target: string): void {
  if (existsSync(target) && readdirSync(target).length > 0) throw new BackupError(`${join(target)} không trống`);
}
