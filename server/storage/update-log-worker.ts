// The worker thread behind update-log.ts: owns rooms.sqlite, one request at a time, one transaction per batch.
import { DatabaseSync } from "node:sqlite";
import { crc32 } from "node:zlib";
import { parentPort, workerData } from "node:worker_threads";
import type { LogAnswer, LogRecord, LogRequest, StoredRoom } from "./update-log.ts";

/** Quiet time after which free pages are given back and the WAL is emptied. */
const REST_MS = 250;

const port = parentPort;
if (!port) throw new Error("update-log-worker.ts runs as a worker only");
const { file } = workerData as { file: string };

const db = new DatabaseSync(file);
db.exec(`PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
  PRAGMA journal_size_limit=0; PRAGMA wal_autocheckpoint=2000;
  CREATE TABLE IF NOT EXISTS room(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS log(id INTEGER PRIMARY KEY, room INTEGER NOT NULL, at INTEGER NOT NULL, authorship TEXT, data BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS log_room ON log(room, id);
  CREATE TABLE IF NOT EXISTS snapshot(room INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS binding(room INTEGER, client INTEGER, person TEXT NOT NULL, PRIMARY KEY(room, client)) WITHOUT ROWID`);

// A checksum of its own, since SQLite would not notice a changed byte inside a value; older rows have none.
for (const table of ["log", "snapshot"]) {
  const columns = db.prepare("SELECT name FROM pragma_table_info(?)").all(table);
  if (!columns.some((column) => column["name"] === "crc")) db.exec(`ALTER TABLE ${table} ADD COLUMN crc INTEGER`);
}

const addRoom = db.prepare("INSERT OR IGNORE INTO room(name) VALUES(?)");
const findRoom = db.prepare("SELECT id FROM room WHERE name=?");
const addUpdate = db.prepare("INSERT INTO log(room, at, authorship, data, crc) VALUES(?,?,?,?,?)");
const addBinding = db.prepare("INSERT OR IGNORE INTO binding VALUES(?,?,?)");
const putSnapshot = db.prepare("INSERT OR REPLACE INTO snapshot(room, data, crc) VALUES(?,?,?)");
const dropUpdates = db.prepare("DELETE FROM log WHERE room=?");
const readSnapshot = db.prepare("SELECT data FROM snapshot WHERE room=?");
const readUpdates = db.prepare("SELECT data FROM log WHERE room=? ORDER BY id");
const readRooms = db.prepare("SELECT name FROM room ORDER BY name");
const copyInto = db.prepare("VACUUM INTO ?");
const readBindings = db.prepare("SELECT client, person FROM binding WHERE room=?");

let resting: NodeJS.Timeout | undefined;
let hasFreePages = false;

port.on("message", ({ id, request }: { id: number; request: LogRequest }) => {
  clearTimeout(resting);
  port.postMessage(answer(id, request));
  if (request.kind === "close") port.close();
  else resting = setTimeout(rest, REST_MS);
});

function answer(id: number, request: LogRequest): LogAnswer {
  try {
    return { id, result: handle(request) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function handle(request: LogRequest): unknown {
  switch (request.kind) {
    case "load":
      return load(request.room);
    case "rooms":
      return readRooms.all().map((row) => row["name"] as string);
    case "copy":
      copyInto.run(request.file);
      return null;
    case "commit":
      commit(request.records);
      return null;
    case "close":
      rest();
      db.close();
      return null;
  }
}

function load(name: string): StoredRoom {
  const id = findRoom.get(name)?.["id"];
  if (typeof id !== "number") return { snapshot: null, updates: [], bindings: [] };
  return {
    snapshot: (readSnapshot.get(id)?.["data"] as Uint8Array | undefined) ?? null,
    updates: readUpdates.all(id).map((row) => row["data"] as Uint8Array),
    bindings: readBindings.all(id).map((row) => [row["client"] as number, row["person"] as string]),
  };
}

function commit(records: LogRecord[]): void {
  db.exec("BEGIN IMMEDIATE");
  try {
    for (const record of records) write(record);
    db.exec("COMMIT");
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function write(record: LogRecord): void {
  addRoom.run(record.room);
  const room = findRoom.get(record.room)?.["id"] as number;
  for (const [client, person] of record.bindings ?? []) addBinding.run(room, client, person);
  if (record.update)
    addUpdate.run(room, Date.now(), JSON.stringify(record.writers ?? []), record.update, crc32(record.update));
  if (record.snapshot) {
    putSnapshot.run(room, record.snapshot, crc32(record.snapshot));
    dropUpdates.run(room);
    hasFreePages = true;
  }
}

function rest(): void {
  if (hasFreePages) db.exec("PRAGMA incremental_vacuum");
  hasFreePages = false;
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}
