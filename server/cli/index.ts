// The command line: check, backup, restore, users reset-password. One Vietnamese line per outcome; exit code 1 when
// something is wrong, 2 when the command is not understood.
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { makePassword } from "../auth/passwords.ts";
import { setPassword } from "../commands/sessions.ts";
import { ConfigError, readConfig } from "../config.ts";
import { BackupError, backUp } from "../storage/backup.ts";
import { checkFolder } from "../storage/check-folder.ts";
import { isInUse, NewerDataFolderError, openDatabase } from "../storage/database.ts";
import { placesIn } from "../storage/folder.ts";
import { finishRestore, isRestoreReady, prepareRestore, withdrawRestore } from "../storage/restore.ts";

const USAGE = `Cách dùng (thư mục dữ liệu lấy từ BANHOP_DATA, mặc định ./data):
  banhop check                       kiểm tra thư mục dữ liệu
  banhop backup THƯ_MỤC              sao lưu, kể cả khi máy chủ đang chạy
  banhop restore THƯ_MỤC             khôi phục từ bản sao lưu, kể cả khi máy chủ đang chạy
  banhop users reset-password TÊN    đặt lại mật khẩu`;

/** A running server looks twice a second and lets requests finish first. */
const TAKE_UP_MS = 30_000;
const LOOK_MS = 100;

type ExitCode = 0 | 1 | 2;

async function run(words: readonly string[], folder: string): Promise<ExitCode> {
  const [command, first, second] = words;
  if (command === "check") return check(folder);
  if (command === "backup" && first) return backUpTo(folder, resolve(first));
  if (command === "restore" && first) return restoreFrom(resolve(first), folder);
  if (command === "users" && first === "reset-password" && second) return resetPassword(folder, second);
  console.error(USAGE);
  return 2;
}

async function check(folder: string): Promise<ExitCode> {
  const { rooms, blobs, problems } = await checkFolder(folder);
  for (const problem of problems) console.error(`Lỗi: ${problem}`);
  console.log(`Đã kiểm tra ${rooms} phòng, ${blobs} tệp: ${problems.length === 0 ? "tốt" : `${problems.length} lỗi`}.`);
  return problems.length === 0 ? 0 : 1;
}

function backUpTo(folder: string, target: string): ExitCode {
  backUp(folder, target);
  console.log(`Đã sao lưu vào ${target}.`);
  return 0;
}

async function restoreFrom(source: string, folder: string): Promise<ExitCode> {
  const aside = await prepareRestore(source, folder, new Date());
  const { database } = placesIn(folder);
  if (existsSync(database) && isInUse(database)) {
    console.log("Máy chủ đang chạy: chờ máy chủ nhận bản khôi phục.");
    if (!(await isTakenUp(folder))) {
      console.error("Máy chủ không nhận bản khôi phục, dữ liệu giữ nguyên. Dừng máy chủ rồi chạy lại.");
      return 1;
    }
  } else finishRestore(folder);
  console.log(`Đã khôi phục từ ${source}. Mọi người phải đăng nhập lại.`);
  if (existsSync(aside) && readdirSync(aside).length > 0) console.log(`Dữ liệu trước đó nằm ở ${aside}.`);
  return 0;
}

/** Waits until the running server has exchanged the folders. */
async function isTakenUp(folder: string): Promise<boolean> {
  const end = Date.now() + TAKE_UP_MS;
  while (isRestoreReady(folder)) {
    if (Date.now() > end) return !withdrawRestore(folder);
    await setTimeout(LOOK_MS);
  }
  return true;
}

async function resetPassword(folder: string, userName: string): Promise<ExitCode> {
  const { database } = placesIn(folder);
  if (!existsSync(database)) throw new BackupError(`${folder} không phải thư mục dữ liệu.`);
  const db = openDatabase(database);
  try {
    const person = await db
      .selectFrom("people")
      .select("id")
      .where("user_name", "=", userName.toLowerCase())
      .executeTakeFirst();
    if (!person) {
      console.error(`Không có người dùng ${userName}.`);
      return 1;
    }
    const password = makePassword();
    await setPassword({ db, clock: () => new Date() }, person.id, password, { mustChange: true, by: null });
    await db.deleteFrom("sessions").where("person_id", "=", person.id).execute();
    console.log(`Mật khẩu mới của ${userName}: ${password}`);
    return 0;
  } finally {
    await db.destroy();
  }
}

function explain(error: unknown): string {
  if (error instanceof BackupError || error instanceof ConfigError) return error.message;
  if (error instanceof NewerDataFolderError) return "Thư mục dữ liệu thuộc phiên bản mới hơn, cập nhật chương trình.";
  return `Không thực hiện được: ${error instanceof Error ? error.message : String(error)}`;
}

try {
  process.exitCode = await run(process.argv.slice(2), readConfig(process.env).dataFolder);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
