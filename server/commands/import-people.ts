// People from a table pasted from Excel: tab-separated rows of họ tên, tên đăng nhập, chức danh, vai trò. Every row is
// judged and told its errors; nobody is added unless all rows are right.
import type { OrganisationRole } from "../../shared/domain/roles.ts";
import { AppError } from "../../shared/protocol/errors.ts";
import type { ImportError } from "../../shared/protocol/http/schemas.ts";
import { userName as userNameSchema } from "../../shared/protocol/http/schemas.ts";
import type { Services } from "../services.ts";
import { addPeople } from "./people.ts";

/** As many as the largest unit has; each costs a password hash. */
const MAX_ROWS = 500;
const MAX_NAME = 120;
const MAX_TITLE = 160;

const roleWords: Readonly<Record<string, OrganisationRole>> = {
  "quản trị": "administrator",
  "quản trị viên": "administrator",
  "thư ký": "secretary",
  "chủ tọa": "chair",
  "chủ trì": "chair",
  "đại biểu": "member",
  "ủy viên": "member",
  "thành viên": "member",
  khách: "guest",
  "khách mời": "guest",
};

export interface ImportRow {
  /** From 1, as in the pasted text. */
  line: number;
  fullName: string;
  userName: string;
  title: string;
  roles: OrganisationRole[];
  errors: ImportError[];
}

export interface ImportResult {
  rows: ImportRow[];
  imported: number;
  passwords: { userName: string; password: string }[];
}

/** Reads the table and, when `dryRun` is false and no row has errors, adds everybody. @throws AppError `badRequest` */
export async function importPeople(
  services: Services,
  place: { organisationId: string; by: string },
  request: { table: string; dryRun: boolean },
): Promise<ImportResult> {
  const rows = readTable(request.table);
  if (rows.length > MAX_ROWS) throw new AppError("badRequest", { reason: "tooManyRows", most: MAX_ROWS });
  await markTaken(services, rows);
  if (request.dryRun || rows.length === 0 || rows.some((row) => row.errors.length > 0)) {
    return { rows, imported: 0, passwords: [] };
  }
  const people = rows.map(({ fullName, userName, title, roles }) => ({ fullName, userName, title, roles }));
  const added = await addPeople(services, place.organisationId, people, place.by);
  const passwords = added.map(({ userName, initialPassword }) => ({ userName, password: initialPassword ?? "" }));
  return { rows, imported: added.length, passwords };
}

/** The rows with what is wrong in each; empty lines and a heading are skipped. */
function readTable(table: string): ImportRow[] {
  const rows = table
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ line: index + 1, cells: text.split("\t").map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
    .filter(({ cells }, index) => !(index === 0 && cells[0]?.toLowerCase().startsWith("họ")))
    .map(({ line, cells }) => readRow(line, cells));
  markDoubles(rows);
  return rows;
}

function readRow(line: number, cells: string[]): ImportRow {
  const [fullName = "", typedName = "", title = "", typedRoles = ""] = cells;
  const errors: ImportError[] = [];
  if (fullName === "") errors.push(wrong("noName"));
  else if (fullName.length < 2 || fullName.length > MAX_NAME) errors.push(wrong("nameLength", MAX_NAME));
  const userName = typedName.toLowerCase();
  if (userName === "") errors.push(wrong("noUserName"));
  else if (!userNameSchema.safeParse(userName).success) {
    errors.push(wrong("badUserName"));
  }
  if (title.length > MAX_TITLE) errors.push(wrong("titleTooLong", MAX_TITLE));
  if (cells.length > 4) errors.push(wrong("tooManyColumns"));
  return { line, fullName, userName, title, roles: readRoles(typedRoles, errors), errors };
}

function readRoles(text: string, errors: ImportError[]): OrganisationRole[] {
  const words = text
    .toLowerCase()
    .split(/[,;/]/)
    .map((word) => word.trim().replace("toạ", "tọa").replace("uỷ", "ủy"));
  const roles = new Set<OrganisationRole>();
  for (const word of words) {
    if (word === "") continue;
    const role = roleWords[word];
    if (role) roles.add(role);
    else errors.push(wrong("unknownRole", word));
  }
  return roles.size > 0 || text !== "" ? [...roles] : ["member"];
}

const wrong = (code: ImportError["code"], value: string | number = ""): ImportError => ({ code, value: String(value) });

function markDoubles(rows: ImportRow[]): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const line = first.get(row.userName);
    if (row.userName === "") continue;
    if (line === undefined) first.set(row.userName, row.line);
    else row.errors.push(wrong("sameAsLine", line));
  }
}

async function markTaken(services: Services, rows: ImportRow[]): Promise<void> {
  if (rows.length === 0) return;
  const names = rows.map((row) => row.userName);
  const found = await services.db.selectFrom("people").select("user_name").where("user_name", "in", names).execute();
  const taken = new Set(found.map((row) => row.user_name));
  for (const row of rows) if (taken.has(row.userName)) row.errors.push(wrong("taken"));
}
