// Files that are whole or absent: what is written here survives a killed process and a cut of power.
import { constants, open, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes a file in one piece: afterwards it holds either what it held before or these bytes. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.new`;
  await withFile(temporary, "w", async (file) => {
    await file.writeFile(bytes);
    await file.sync();
  });
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Writes over the bytes of a file before it is removed, so that they are not merely unlinked. */
export async function removeForGood(path: string): Promise<void> {
  await withFile(path, "r+", async (file) => {
    const { size } = await file.stat();
    await file.write(new Uint8Array(size), 0, size, 0);
    await file.sync();
  }).catch(ignoreMissing);
  await rm(path, { force: true });
  await syncFolder(dirname(path));
}

/** Makes new and renamed names in a folder survive a cut of power. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return; // a folder cannot be opened there, and NTFS writes its names down itself
  await withFile(path, constants.O_RDONLY, (folder) => folder.sync()).catch(ignoreMissing);
}

/** Swallows only "there is no such file". */
export function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}

async function withFile(path: string, flags: string | number, work: (file: FileHandle) => Promise<unknown>) {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}
