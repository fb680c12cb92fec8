// What is wrong with the facts of a person, judged before they are sent by the same schemas as at the server.
import type { OrganisationRole } from "../../../shared/domain/roles.ts";
import { newPerson } from "../../../shared/protocol/http/schemas.ts";

export interface PersonFacts {
  fullName: string;
  userName: string;
  title: string;
  roles: OrganisationRole[];
}
export type PersonProblems = Partial<
  Record<"fullName" | "userName" | "roles", "needName" | "badUserName" | "needRole">
>;

const LEAST_NAME = 2;

/** No entry: the field is right. */
export function judgePerson(facts: PersonFacts): PersonProblems {
  const { fullName, userName, roles } = newPerson.shape;
  const isName = fullName.safeParse(facts.fullName).success && facts.fullName.trim().length >= LEAST_NAME;
  return {
    ...(!isName && { fullName: "needName" as const }),
    ...(!userName.safeParse(facts.userName).success && { userName: "badUserName" as const }),
    ...(!roles.safeParse(facts.roles).success && { roles: "needRole" as const }),
  };
}
