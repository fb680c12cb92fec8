// Setting up an empty data folder: the unit and its administrator, once.
import { AppError } from "../../shared/protocol/errors.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import type { Database } from "../storage/database.ts";
import { insertPerson, preparePerson } from "./people.ts";

/** Meetings are shown in it; changing it is for an administrator who has a reason. */
export const DEFAULT_TIME_ZONE = "Asia/Ho_Chi_Minh";

/** Whether nothing has been set up yet. */
export async function isEmpty(db: Database): Promise<boolean> {
  return (await db.selectFrom("organisations").select("id").limit(1).executeTakeFirst()) === undefined;
}

/** Makes the first unit with its administrator. @throws AppError `alreadySetUp` */
export async function setUpOrganisation(
  services: Services,
  request: { organisationName: string; administrator: { fullName: string; userName: string; password: string } },
): Promise<{ personId: string }> {
  const { prepared } = await preparePerson(services, {
    ...request.administrator,
    title: "",
    // The one who sets up is alone: they also need to be able to prepare the first meeting.
    roles: ["administrator", "secretary"],
  });
  const at = services.clock();
  const organisationId = services.ids();
  await services.db.transaction().execute(async (transaction) => {
    const other = await transaction.selectFrom("organisations").select("id").limit(1).executeTakeFirst();
    if (other) throw new AppError("alreadySetUp");
    await transaction
      .insertInto("organisations")
      .values({
        id: organisationId,
        name: request.organisationName.normalize("NFC"),
        time_zone: DEFAULT_TIME_ZONE,
        created_at: at.toISOString(),
      })
      .execute();
    await appendAudit(transaction, {
      at,
      organisationId,
      personId: prepared.id,
      action: "organisationAdded",
      subject: organisationId,
    });
    await insertPerson(transaction, prepared, { organisationId, at, by: prepared.id });
  });
  return { personId: prepared.id };
}
