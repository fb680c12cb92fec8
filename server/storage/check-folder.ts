// Verifies a data folder while the server may be using it: the databases are sound, every room's log replays with
// nothing left over, every blob is what its name says and every paper has its blob, the audit chain is whole.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import * as Y from "yjs";
import { firstBrokenAuditRow } from "./audit.ts";
import { copyDatabase, integrityProblems, openDatabase, roomsWithWrongBytes } from "./database.ts";
import { placesIn } from "./folder.ts";
import { openUpdateLog, type UpdateLog } from "./update-log.ts";

const SHA256 = /^[0-9a-f]{64}$/;

export interface CheckResult {
  rooms: number;
  blobs: number;
  /** One line each; empty when all is well. */
  problems: string[];
}

/** Checks copies of the databases, so that the running server is not disturbed. */
export async function checkFolder(folder: string): Promise<CheckResult> {
  const places = placesIn(folder);
  if (!existsSync(places.database)) return { rooms: 0, blobs: 0, problems: [`${folder} không phải thư mục dữ liệu`] };
  const copies = placesIn(mkdtempSync(join(tmpdir(), "banhop-check-")));
  const problems: string[] = [];
  const found = { rooms: 0, blobs: 0 };
  const look = async (what: string, part: () => Promise<void>) => {
    try {
      await part();
    } catch (error) {
      problems.push(`${what}: không đọc được (${error instanceof Error ? error.message : String(error)})`);
    }
  };
  try {
    await look("cơ sở dữ liệu", async () => {
      copyDatabase(places.database, copies.database);
      found.blobs = await checkFacts(copies.database, places.blobs, problems);
    });
    if (existsSync(places.rooms)) {
      await look("nhật ký các phòng", async () => {
        copyDatabase(places.rooms, copies.rooms);
        found.rooms = await checkRooms(copies.rooms, problems);
      });
    }
  } finally {
    rmSync(join(copies.database, ".."), { recursive: true, force: true });
  }
  return { ...found, problems };
}

/** Adds what is wrong with the facts and the files; answers how many files there are. */
async function checkFacts(file: string, blobFolder: string, problems: string[]): Promise<number> {
  problems.push(...integrityProblems(file).map((line) => `cơ sở dữ liệu: ${line}`));
  const files = blobFiles(blobFolder);
  for (const path of files) {
    if ((await hashOf(path)) !== basename(path)) problems.push(`tệp ${basename(path)}: nội dung không khớp mã băm`);
  }
  const known = new Set(files.map((path) => basename(path)));
  const db = openDatabase(file);
  try {
    const broken = await firstBrokenAuditRow(db);
    if (broken !== null) problems.push(`nhật ký: chuỗi bị đứt ở dòng ${broken}`);
    for (const { id, sha256 } of await db.selectFrom("papers").select(["id", "sha256"]).execute()) {
      if (!known.has(sha256)) problems.push(`tài liệu ${id}: thiếu tệp ${sha256}`);
    }
  } finally {
    await db.destroy();
  }
  return files.length;
}

/** Adds what is wrong with the rooms; answers how many there are. */
async function checkRooms(file: string, problems: string[]): Promise<number> {
  problems.push(...integrityProblems(file).map((line) => `nhật ký các phòng: ${line}`));
  const log = openUpdateLog(file);
  try {
    const rooms = await log.rooms();
    const wrong = new Set(roomsWithWrongBytes(file));
    for (const room of rooms) {
      const problem = wrong.has(room) ? "dữ liệu không khớp mã kiểm tra" : await problemOfRoom(log, room);
      if (problem !== null) problems.push(`phòng ${room}: ${problem}`);
    }
    return rooms.length;
  } finally {
    await log.close();
  }
}

async function problemOfRoom(log: UpdateLog, room: string): Promise<string | null> {
  const doc = new Y.Doc();
  try {
    const { snapshot, updates } = await log.load(room);
    for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, update);
    const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
    return isWhole ? null : "còn phần chưa ghép được";
  } catch (error) {
    return `không đọc lại được (${error instanceof Error ? error.message : String(error)})`;
  } finally {
    doc.destroy();
  }
}

/** Stored files are named by their SHA-256, wherever they lie; unfinished ones have another name. */
function blobFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SHA256.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
