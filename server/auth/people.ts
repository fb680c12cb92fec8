// Reads people as the contract shows them: with their memberships, never with their password.
import type { Database } from "../storage/database.ts";
import type { Person, PersonInOrganisation } from "../../shared/protocol/http/schemas.ts";
import type { OrganisationRole } from "../../shared/domain/roles.ts";
import { compareNames } from "../../shared/vietnamese/names.ts";

/** The person, or null when unknown or disabled. */
export async function findActivePerson(db: Database, personId: string): Promise<Person | null> {
  const row = await db
    .selectFrom("people")
    .selectAll()
    .where("id", "=", personId)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  const memberships = await db
    .selectFrom("memberships")
    .innerJoin("organisations", "organisations.id", "memberships.organisation_id")
    .select(["organisations.id", "organisations.name", "memberships.roles_json"])
    .where("memberships.person_id", "=", personId)
    .orderBy("organisations.id")
    .execute();
  return {
    id: row.id,
    userName: row.user_name,
    fullName: row.full_name,
    title: row.title,
    mustChangePassword: row.must_change_password === 1,
    memberships: memberships.map((membership) => ({
      organisationId: membership.id,
      organisationName: membership.name,
      roles: rolesOf(membership.roles_json),
    })),
  };
}

/** Everybody of a unit, disabled ones included, by name as Vietnamese sorts it. */
export async function peopleOfOrganisation(db: Database, organisationId: string): Promise<PersonInOrganisation[]> {
  const rows = await db
    .selectFrom("memberships")
    .innerJoin("people", "people.id", "memberships.person_id")
    .select(["people.id", "user_name", "full_name", "title", "disabled_at", "roles_json"])
    .where("memberships.organisation_id", "=", organisationId)
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      userName: row.user_name,
      fullName: row.full_name,
      title: row.title,
      roles: rolesOf(row.roles_json),
      disabled: row.disabled_at !== null,
    }))
    .sort((a, b) => compareNames(a.fullName, b.fullName));
}

/** The roles stored in a membership. Written by this server only, from values the contract has parsed. */
export function rolesOf(json: string): OrganisationRole[] {
  return JSON.parse(json) as OrganisationRole[];
}
