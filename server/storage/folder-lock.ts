// One server per data folder: two would each believe that they alone write the rooms. The lock is one of SQLite's on a
// file of its own, so the system itself lets it go when a server is killed.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Another server is working with the data folder. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
}

/** Takes the folder for this process. @returns what gives it back @throws FolderInUseError */
export function lockFolder(folder: string): () => void {
  const connection = new DatabaseSync(join(folder, "lock.sqlite"));
  try {
    connection.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    connection.close();
    if (error instanceof Error && error.message.includes("locked")) throw new FolderInUseError(folder);
    throw error;
  }
  return () => {
    if (connection.isOpen) connection.close();
  };
}
