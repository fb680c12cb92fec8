// Opens banhop.sqlite: settings of the connection, migrations, and Kysely over Node's own SQLite. The only place besides
// the update log that knows node:sqlite.
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { crc32 } from "node:zlib";
import { Kysely, sql, SqliteDialect, type CompiledQuery, type SqliteDatabase, type SqliteStatement } from "kysely";
import { migrations } from "./migrations.ts";
import type { DatabaseSchema } from "./schema.ts";

/** One connection: inside a transaction use its handle only, and never wait there for the sync server. */
export type Database = Kysely<DatabaseSchema>;

/** How long a statement waits for the sync log's writer before it fails: a commit takes milliseconds, a full disk long. */
const BUSY_TIMEOUT_MS = 5_000;

/** The data folder was written by a newer version of the program. */
export class NewerDataFolderError extends Error {
  readonly found: number;

  constructor(found: number) {
    super(`data folder has layout ${found}, this program knows ${migrations.length}`);
    this.name = "NewerDataFolderError";
    this.found = found;
  }
}

/**
 * Opens the database file, makes it when absent, and brings it to the present layout.
 * @throws NewerDataFolderError when a newer program has written it; nothing is changed then.
 */
export function openDatabase(file: string): Database {
  const connection = new DatabaseSync(file);
  try {
    connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    refuseNewer(connection);
    connection.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
    migrate(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  return new Kysely<DatabaseSchema>({ dialect: new SqliteDialect({ database: asKyselyDatabase(connection) }) });
}

/** Answers a compiled query at once from what is committed, for callers that cannot wait. */
export interface InstantReader {
  all<Row>(query: CompiledQuery<Row>): Row[];
  close(): void;
}

/** A second connection for questions that must be answered within one turn, as the sync endpoint's policy. */
export function openInstantReader(file: string): InstantReader {
  const connection = new DatabaseSync(file, { readOnly: true });
  connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return {
    // Kysely types the row from the query; SQLite returns what the query names.
    all: <Row>(query: CompiledQuery<Row>) =>
      connection.prepare(query.sql).all(...(query.parameters as SQLInputValue[])) as Row[],
    close: () => connection.close(),
  };
}

/** Grows whenever another process has changed the database. */
export async function outsideChanges(db: Database): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`PRAGMA data_version`.execute(db);
  return rows[0]?.data_version ?? 0;
}

/** Writes a consistent copy of a database that may be in use to `target`, which must not exist. */
export function copyDatabase(source: string, target: string): void {
  const connection = new DatabaseSync(source);
  try {
    connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    connection.prepare("VACUUM INTO ?").run(target);
  } finally {
    connection.close();
  }
}

/** The rooms of which a stored update or snapshot is not what was written. */
export function roomsWithWrongBytes(file: string): string[] {
  const connection = new DatabaseSync(file);
  try {
    const wrong = new Set<string>();
    for (const table of ["log", "snapshot"]) {
      const stored = connection.prepare(
        `SELECT room.name, data, crc FROM ${table} JOIN room ON room.id = ${table}.room WHERE crc IS NOT NULL`,
      );
      for (const row of stored.iterate()) {
        if (crc32(row.data as Uint8Array) !== row.crc) wrong.add(String(row.name));
      }
    }
    return [...wrong];
  } finally {
    connection.close();
  }
}

/** Whether another process has the database open: leaving WAL mode needs it alone. */
export function isInUse(file: string): boolean {
  const connection = new DatabaseSync(file);
  try {
    connection.prepare("PRAGMA journal_mode = DELETE").get();
    return false;
  } catch (error) {
    if (error instanceof Error && error.message.includes("locked")) return true;
    throw error;
  } finally {
    connection.close();
  }
}

/** What SQLite itself finds wrong with the file; empty when it is sound. */
export function integrityProblems(file: string): string[] {
  const connection = new DatabaseSync(file);
  try {
    const rows = connection.prepare("PRAGMA integrity_check").all();
    return rows.map((row) => String(row.integrity_check)).filter((line) => line !== "ok");
  } finally {
    connection.close();
  }
}

function layoutOf(connection: DatabaseSync): number {
  return Number(connection.prepare("PRAGMA user_version").get()?.user_version ?? 0);
}

function refuseNewer(connection: DatabaseSync): void {
  const found = layoutOf(connection);
  if (found > migrations.length) throw new NewerDataFolderError(found);
}

function migrate(connection: DatabaseSync): void {
  for (let step = layoutOf(connection); step < migrations.length; step += 1) {
    connection.exec(`BEGIN IMMEDIATE; ${migrations[step] ?? ""} PRAGMA user_version = ${step + 1}; COMMIT;`);
  }
}

/** Kysely's SQLite dialect wants the shape of better-sqlite3; Node's statements differ only in how they take parameters. */
function asKyselyDatabase(connection: DatabaseSync): SqliteDatabase {
  return {
    close: () => connection.close(),
    prepare(sql): SqliteStatement {
      // A transaction takes the writer's lock at its beginning: one that began by reading could no longer write after
      // the sync log's writer has committed in between.
      const statement = connection.prepare(sql === "begin" ? "begin immediate" : sql);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]; // Kysely types them as unknown
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}
