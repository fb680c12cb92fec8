// What a unit sets for its people: how long their devices may open what they keep without having reached the server.
import type { Person } from "../../shared/protocol/http/schemas.ts";
import { AppError } from "../../shared/protocol/errors.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import type { Database } from "../storage/database.ts";

export interface OrganisationSettings {
  offlineDays: number;
}

/** The settings of a unit. @throws AppError notFound */
export async function organisationSettings(db: Database, organisationId: string): Promise<OrganisationSettings> {
  const query = db.selectFrom("organisations").select("offline_days").where("id", "=", organisationId);
  const row = await query.executeTakeFirst();
  if (!row) throw new AppError("notFound");
  return { offlineDays: row.offline_days };
}

/** Changes the settings of a unit. */
export async function setOrganisationSettings(
  services: Services,
  place: { organisationId: string; by: string },
  { offlineDays }: OrganisationSettings,
): Promise<void> {
  const { organisationId, by } = place;
  await services.db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("organisations")
      .set({ offline_days: offlineDays })
      .where("id", "=", organisationId)
      .execute();
    await appendAudit(transaction, {
      at: services.clock(),
      organisationId,
      personId: by,
      action: "settingsChanged",
      subject: organisationId,
      details: { offlineDays },
    });
  });
}

/** The strictest of the person's units; whoever belongs to none opens nothing without the server. */
export async function offlineDaysOf(db: Database, person: Person): Promise<number> {
  const ids = person.memberships.map(({ organisationId }) => organisationId);
  const rows = await db.selectFrom("organisations").select("offline_days").where("id", "in", ids).execute();
  return rows.length === 0 ? 0 : Math.min(...rows.map((row) => row.offline_days));
}
