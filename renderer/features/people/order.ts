// Finding people with or without marks, in the order of Vietnamese names.
import type { PersonInOrganisation } from "../../../shared/protocol/http/schemas.ts";
import { findFolded, foldWithMap } from "../../../shared/vietnamese/fold.ts";
import { compareNames } from "../../../shared/vietnamese/names.ts";

/** The people in whose name, user name or title the query occurs. */
export function findPeople(people: readonly PersonInOrganisation[], query: string): PersonInOrganisation[] {
  const matches = (text: string) => findFolded(foldWithMap(text), text, query).length > 0;
  return people
    .filter(({ fullName, userName, title }) => query.trim() === "" || [fullName, userName, title].some(matches))
    .sort((a, b) => compareNames(a.fullName, b.fullName));
}
