// Adding and changing the people of a unit. User names are unique on the server; one person may belong to several units.
import type { Transaction } from "kysely";
import type { OrganisationRole } from "../../shared/domain/roles.ts";
import { AppError } from "../../shared/protocol/errors.ts";
import type { NewPerson, PersonInOrganisation } from "../../shared/protocol/http/schemas.ts";
import { hashPassword, makePassword } from "../auth/passwords.ts";
import { peopleOfOrganisation, rolesOf } from "../auth/people.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import type { DatabaseSchema } from "../storage/schema.ts";
import { endSessionsOf, setPassword } from "./sessions.ts";

/** What may be changed about somebody. */
export interface PersonChange {
  fullName?: string | undefined;
  title?: string | undefined;
  roles?: OrganisationRole[] | undefined;
  disabled?: boolean | undefined;
}

/** A new person with the password hashed already, since a transaction must not wait for that. */
export interface PreparedPerson extends Omit<NewPerson, "password"> {
  id: string;
  passwordHash: string;
  mustChangePassword: boolean;
}

/** Makes the id, and the password when none is given; `initialPassword` is shown once. */
export async function preparePerson(
  services: Pick<Services, "ids">,
  person: NewPerson,
): Promise<{ prepared: PreparedPerson; initialPassword: string | null }> {
  const { password, ...facts } = person;
  const initialPassword = password === undefined ? makePassword() : null;
  const passwordHash = await hashPassword(password ?? initialPassword ?? makePassword());
  const prepared = { ...facts, id: services.ids(), passwordHash, mustChangePassword: initialPassword !== null };
  return { prepared, initialPassword };
}

/** Writes the person and the membership. @throws AppError `userNameTaken` */
export async function insertPerson(
  transaction: Transaction<DatabaseSchema>,
  person: PreparedPerson,
  context: { organisationId: string; at: Date; by: string | null },
): Promise<void> {
  const taken = await transaction
    .selectFrom("people")
    .select("id")
    .where("user_name", "=", person.userName)
    .executeTakeFirst();
  if (taken) throw new AppError("userNameTaken", { userName: person.userName });
  await transaction
    .insertInto("people")
    .values({
      id: person.id,
      user_name: person.userName,
      full_name: person.fullName.normalize("NFC"),
      title: person.title.normalize("NFC"),
      password_hash: person.passwordHash,
      must_change_password: person.mustChangePassword ? 1 : 0,
      disabled_at: null,
      created_at: context.at.toISOString(),
    })
    .execute();
  await transaction
    .insertInto("memberships")
    .values({
      person_id: person.id,
      organisation_id: context.organisationId,
      roles_json: JSON.stringify([...new Set(person.roles)]),
    })
    .execute();
  await appendAudit(transaction, {
    at: context.at,
    organisationId: context.organisationId,
    personId: context.by,
    action: "personAdded",
    subject: person.id,
    details: { roles: person.roles },
  });
}

/** Adds people, all or none. @throws AppError `userNameTaken` */
export async function addPeople(
  services: Services,
  organisationId: string,
  people: NewPerson[],
  by: string,
): Promise<{ personId: string; userName: string; initialPassword: string | null }[]> {
  const ready = await Promise.all(people.map((person) => preparePerson(services, person)));
  const at = services.clock();
  await services.db.transaction().execute(async (transaction) => {
    for (const { prepared } of ready) await insertPerson(transaction, prepared, { organisationId, at, by });
  });
  return ready.map(({ prepared, initialPassword }) => ({
    personId: prepared.id,
    userName: prepared.userName,
    initialPassword,
  }));
}

/** One person of a unit. @throws AppError `notFound` */
export async function personInOrganisation(
  services: Pick<Services, "db">,
  organisationId: string,
  personId: string,
): Promise<PersonInOrganisation> {
  const people = await peopleOfOrganisation(services.db, organisationId);
  const person = people.find((candidate) => candidate.id === personId);
  if (!person) throw new AppError("notFound");
  return person;
}

/**
 * Changes somebody of the unit. A disabled person loses sessions and sockets at once.
 * @throws AppError `notFound`; `conflict` when the unit would be left without an administrator
 */
export async function editPerson(
  services: Services,
  place: { organisationId: string; personId: string; by: string },
  change: PersonChange,
): Promise<PersonInOrganisation> {
  const { organisationId, personId } = place;
  await personInOrganisation(services, organisationId, personId);
  await services.db.transaction().execute(async (transaction) => {
    await writePerson(transaction, personId, change, services.clock());
    if (change.roles) {
      await transaction
        .updateTable("memberships")
        .set({ roles_json: JSON.stringify([...new Set(change.roles)]) })
        .where("person_id", "=", personId)
        .where("organisation_id", "=", organisationId)
        .execute();
    }
    await requireAdministrator(transaction, organisationId);
    await appendAudit(transaction, {
      at: services.clock(),
      organisationId,
      personId: place.by,
      action: "personEdited",
      subject: personId,
      details: { fields: Object.keys(change), roles: change.roles, disabled: change.disabled },
    });
  });
  if (change.disabled) await endSessionsOf(services, personId, null);
  else services.sync.recheck({ personId });
  return personInOrganisation(services, organisationId, personId);
}

/** Gives a new initial password; all sessions of the person end. @throws AppError `notFound` */
export async function resetPassword(
  services: Services,
  place: { organisationId: string; personId: string; by: string },
): Promise<string> {
  await personInOrganisation(services, place.organisationId, place.personId);
  const password = makePassword();
  await setPassword(services, place.personId, password, { mustChange: true, by: place.by });
  await endSessionsOf(services, place.personId, null);
  return password;
}

async function writePerson(
  transaction: Transaction<DatabaseSchema>,
  personId: string,
  change: PersonChange,
  now: Date,
): Promise<void> {
  const values = {
    ...(change.fullName !== undefined && { full_name: change.fullName.normalize("NFC") }),
    ...(change.title !== undefined && { title: change.title.normalize("NFC") }),
    ...(change.disabled !== undefined && { disabled_at: change.disabled ? now.toISOString() : null }),
  };
  if (Object.keys(values).length === 0) return;
  await transaction.updateTable("people").set(values).where("id", "=", personId).execute();
}

async function requireAdministrator(transaction: Transaction<DatabaseSchema>, organisationId: string): Promise<void> {
  const rows = await transaction
    .selectFrom("memberships")
    .innerJoin("people", "people.id", "memberships.person_id")
    .select("roles_json")
    .where("organisation_id", "=", organisationId)
    .where("disabled_at", "is", null)
    .execute();
  if (!rows.some((row) => rolesOf(row.roles_json).includes("administrator"))) {
    throw new AppError("conflict", { reason: "lastAdministrator" });
  }
}
