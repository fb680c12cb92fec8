// The people of a unit.
import { peopleOfOrganisation } from "../../auth/people.ts";
import { importPeople } from "../../commands/import-people.ts";
import { addPeople, editPerson, personInOrganisation, resetPassword } from "../../commands/people.ts";
import { mayListPeople, mayManagePeople } from "../../policies/organisation.ts";
import { implement, type BaseCall, type Implementation } from "../implement.ts";

export const peopleRoutes: readonly Implementation[] = [
  implement("people", mayListPeople, async ({ services, param }) => ({
    people: await peopleOfOrganisation(services.db, param("organisationId")),
  })),
  implement("addPerson", mayManagePeople, async ({ services, caller, param, body }) => {
    const organisationId = param("organisationId");
    const [added] = await addPeople(services, organisationId, [body], caller.person.id);
    if (!added) throw new Error("nobody was added");
    return {
      person: await personInOrganisation(services, organisationId, added.personId),
      initialPassword: added.initialPassword,
    };
  }),
  implement("importPeople", mayManagePeople, ({ services, caller, param, body }) =>
    importPeople(services, { organisationId: param("organisationId"), by: caller.person.id }, body),
  ),
  implement("editPerson", mayManagePeople, async (call) => ({
    person: await editPerson(call.services, placeOf(call), call.body),
  })),
  implement("resetPassword", mayManagePeople, async (call) => ({
    password: await resetPassword(call.services, placeOf(call)),
  })),
];

function placeOf({ caller, param }: BaseCall) {
  return { organisationId: param("organisationId"), personId: param("personId"), by: caller.person.id };
}
