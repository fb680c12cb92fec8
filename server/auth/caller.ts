// Who is asking: found anew for every request from the session, so that rights that were taken away are gone at once.
import type { Person } from "../../shared/protocol/http/schemas.ts";
import type { OrganisationRole } from "../../shared/domain/roles.ts";

/** A signed-in person and the session they speak through. */
export interface Caller {
  person: Person;
  sessionId: string;
  /** The keeping device of the session, or null. */
  deviceId: string | null;
}

/** Whether the person holds one of the roles in that organisation. */
export function hasRole(person: Person, organisationId: string, ...roles: OrganisationRole[]): boolean {
  const membership = person.memberships.find((candidate) => candidate.organisationId === organisationId);
  return membership?.roles.some((role) => roles.includes(role)) ?? false;
}

/** Whether the person belongs to that organisation in whatever role. */
export function isMemberOf(person: Person, organisationId: string): boolean {
  return person.memberships.some((membership) => membership.organisationId === organisationId);
}
