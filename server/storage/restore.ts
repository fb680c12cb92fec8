// Puts a backup into the place of a data folder, whole or not at all, whatever breaks off in between. Steps:
// 1 the copy is made beside the data (`restore-partial`), verified, brought to the present layout, its sessions ended;
// 2 it is renamed to `restore-ready-TIME`: from now on it will take the place of the data;
// 3 whoever holds the folder (a running server, or the command itself) closes it, claims the copy by renaming it to
//   `restore-taken-TIME`, and moves the old data aside and the new in; whoever opens the folder next finishes what was
//   begun. Until it is claimed it can be withdrawn.
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { BackupError, backUp } from "./backup.ts";
import { checkFolder } from "./check-folder.ts";
import { openDatabase } from "./database.ts";
import { placesIn } from "./folder.ts";

const PARTIAL = "restore-partial";
const READY = "restore-ready-";
const TAKEN = "restore-taken-";
const ASIDE = "truoc-khoi-phuc-";
/** What SQLite keeps beside a database. */
const SUFFIXES = ["", "-wal", "-shm", "-journal"];

/**
 * Steps 1 and 2; answers where the old data will lie.
 * @throws BackupError when the backup is none or damaged, NewerDataFolderError when a newer version made it
 */
export async function prepareRestore(source: string, folder: string, now: Date): Promise<string> {
  if (!existsSync(placesIn(source).database)) throw new BackupError(`${source} không phải bản sao lưu.`);
  if (isRestoreReady(folder)) throw new BackupError("Một lần khôi phục khác chưa xong.");
  const { problems } = await checkFolder(source);
  if (problems.length > 0) throw new BackupError(`Bản sao lưu có lỗi, không khôi phục: ${problems[0] ?? ""}.`);
  mkdirSync(folder, { recursive: true });
  const partial = join(folder, PARTIAL);
  rmSync(partial, { recursive: true, force: true });
  backUp(source, partial);
  await endSessions(partial);
  const stamp = now.toISOString().replaceAll(/[^0-9]/g, "");
  renameSync(partial, join(folder, READY + stamp));
  return join(folder, ASIDE + stamp);
}

/** Whether a restored copy waits to take the place of the data, or is just doing so. */
export function isRestoreReady(folder: string): boolean {
  return find(folder, READY) !== null || find(folder, TAKEN) !== null;
}

/** Takes the copy back. False when somebody has claimed it. */
export function withdrawRestore(folder: string): boolean {
  const stamp = find(folder, READY);
  return stamp !== null && moved(join(folder, READY + stamp), join(folder, PARTIAL));
}

/** Step 3, for whoever has the folder to itself; does nothing when nothing is ready. May be repeated after a crash. */
export function finishRestore(folder: string): void {
  const ready = find(folder, READY);
  if (ready !== null) moved(join(folder, READY + ready), join(folder, TAKEN + ready));
  const stamp = find(folder, TAKEN);
  if (stamp === null) return;
  const taken = join(folder, TAKEN + stamp);
  const aside = join(folder, ASIDE + stamp);
  mkdirSync(aside, { recursive: true });
  const [from, to] = [placesIn(taken), placesIn(folder)];
  for (const place of ["blobs", "rooms", "database"] as const) {
    if (!existsSync(from[place])) continue;
    for (const suffix of SUFFIXES) moved(to[place] + suffix, join(aside, basename(to[place]) + suffix));
    renameSync(from[place], to[place]);
  }
  rmdirSync(taken);
}

function moved(from: string, to: string): boolean {
  if (!existsSync(from)) return false;
  renameSync(from, to);
  return true;
}

/** Sessions ended since the backup must not come back to life, and clients must begin with the restored documents. */
async function endSessions(folder: string): Promise<void> {
  const db = openDatabase(placesIn(folder).database);
  try {
    await db.deleteFrom("sessions").execute();
  } finally {
    await db.destroy();
  }
}

/** The time in the name of the entry with this beginning, or null. */
function find(folder: string, beginning: string): string | null {
  if (!existsSync(folder)) return null;
  const name = readdirSync(folder).find((entry) => entry.startsWith(beginning));
  return name === undefined ? null : name.slice(beginning.length);
}
