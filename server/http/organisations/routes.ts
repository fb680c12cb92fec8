// The settings of a unit.
import { organisationSettings, setOrganisationSettings } from "../../commands/organisation-settings.ts";
import { mayManageSettings } from "../../policies/organisation.ts";
import { implement, type Implementation } from "../implement.ts";

export const organisationRoutes: readonly Implementation[] = [
  implement("organisationSettings", mayManageSettings, ({ services, param }) =>
    organisationSettings(services.db, param("organisationId")),
  ),
  implement("setOrganisationSettings", mayManageSettings, async ({ services, caller, param, body }) => {
    const organisationId = param("organisationId");
    await setOrganisationSettings(services, { organisationId, by: caller.person.id }, body);
    return organisationSettings(services.db, organisationId);
  }),
];
