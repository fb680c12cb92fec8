// The thread that owns the log's SQLite file. It takes orders one after another; a commit is one transaction for all
// rooms in it, flushed to disk (synchronous=FULL) before it is answered.
import { parentPort, workerData } from "node:worker_threads";
import { DatabaseSync } from "node:sqlite";
import type { LogRecord, StoredRoom } from "./update-log.ts";

/** After this long without orders the write-ahead log is folded back into the file. */
const REST_MS = 250;

const { file } = workerData as { file: string };
const db = new DatabaseSync(file);
db.exec(`
  PRAGMA auto_vacuum=INCREMENTAL;
  PRAGMA journal_mode=WAL;
  PRAGMA synchronous=FULL;
  PRAGMA wal_autocheckpoint=2000;
  CREATE TABLE IF NOT EXISTS room(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS log(id INTEGER PRIMARY KEY, room INTEGER NOT NULL, at INTEGER NOT NULL, persons TEXT NOT NULL, data BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS log_room ON log(room, id);
  CREATE TABLE IF NOT EXISTS snapshot(room INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS binding(room INTEGER NOT NULL, client INTEGER NOT NULL, person TEXT NOT NULL, PRIMARY KEY(room, client)) WITHOUT ROWID;
`);
const sql = {
  addRoom: db.prepare("INSERT OR IGNORE INTO room(name) VALUES(?)"),
  roomId: db.prepare("SELECT id FROM room WHERE name=?"),
  rooms: db.prepare("SELECT name FROM room ORDER BY name"),
  append: db.prepare("INSERT INTO log(room, at, persons, data) VALUES(?,?,?,?)"),
  bind: db.prepare("INSERT OR IGNORE INTO binding VALUES(?,?,?)"),
  putSnapshot: db.prepare("INSERT OR REPLACE INTO snapshot VALUES(?,?)"),
  cutLog: db.prepare("DELETE FROM log WHERE room=?"),
  snapshot: db.prepare("SELECT data FROM snapshot WHERE room=?"),
  log: db.prepare("SELECT data FROM log WHERE room=? ORDER BY id"),
  bindings: db.prepare("SELECT client, person FROM binding WHERE room=?"),
};
const ids = new Map<string, number>();
let restTimer: NodeJS.Timeout | undefined;

function existingRoom(name: string): number | undefined {
  const known = ids.get(name) ?? (sql.roomId.get(name)?.["id"] as number | undefined);
  if (known !== undefined) ids.set(name, known);
  return known;
}

function roomOf(name: string): number {
  sql.addRoom.run(name);
  return existingRoom(name) as number;
}

function load(name: string): StoredRoom {
  const room = existingRoom(name);
  if (room === undefined) return { snapshot: null, updates: [], bindings: [] };
  return {
    snapshot: (sql.snapshot.get(room)?.["data"] as Uint8Array | undefined) ?? null,
    updates: sql.log.all(room).map((row) => row["data"] as Uint8Array),
    bindings: sql.bindings.all(room).map((row) => [row["client"] as number, row["person"] as string]),
  };
}

function write(record: LogRecord): void {
  const room = roomOf(record.room);
  for (const [client, personId] of record.bindings ?? []) sql.bind.run(room, client, personId);
  if (record.update) sql.append.run(room, Date.now(), JSON.stringify(record.personIds ?? []), record.update);
  if (record.snapshot) {
    sql.putSnapshot.run(room, record.snapshot);
    sql.cutLog.run(room);
  }
}

function commit(records: readonly LogRecord[]): void {
  db.exec("BEGIN IMMEDIATE");
  try {
    records.forEach(write);
    db.exec("COMMIT");
  } catch (error) {
    ids.clear(); // rooms made in this transaction are gone with it
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function rest(): void {
  db.exec("PRAGMA incremental_vacuum");
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

const orders: Record<string, (argument: never) => unknown> = {
  load,
  commit,
  rooms: () => sql.rooms.all().map((row) => row["name"]),
  copyTo: (copy: string) => void db.prepare("VACUUM INTO ?").run(copy),
  close: () => {
    rest();
    db.close();
  },
};

parentPort?.on("message", ({ id, order, argument }: { id: number; order: string; argument: never }) => {
  clearTimeout(restTimer);
  try {
    parentPort?.postMessage({ id, result: orders[order]?.(argument) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
  if (order !== "close") restTimer = setTimeout(tryRest, REST_MS);
});

/** Folding back may fail on a full disk; the log itself is whole then, and the next rest tries again. */
function tryRest(): void {
  try {
    rest();
  } catch (error) {
    process.emitWarning(`log file not compacted: ${error instanceof Error ? error.message : String(error)}`);
  }
}
