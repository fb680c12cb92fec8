// The row of a meeting that a command works on.
import { AppError } from "../../shared/protocol/errors.ts";
import type { Services } from "../services.ts";
import type { MeetingRow } from "../storage/schema.ts";

/** @throws AppError notFound */
export async function meetingIn(db: Pick<Services["db"], "selectFrom">, id: string): Promise<MeetingRow> {
  const row = await db.selectFrom("meetings").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new AppError("notFound");
  return row;
}
