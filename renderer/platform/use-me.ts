// Who is signed in, as the server says it; asked once and shared by everything on screen.
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { OrganisationRole } from "../../shared/domain/roles.ts";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import { api } from "./api.ts";

/** The person and the id of this session. */
export function useMe(): UseQueryResult<{ person: Person; sessionId: string }> {
  return useQuery({ queryKey: ["whoAmI"], queryFn: () => api.call("whoAmI", {}) });
}

/** Whether a person holds a role in any unit. */
export function hasRole(person: Person | undefined, role: OrganisationRole): boolean {
  return person?.memberships.some(({ roles }) => roles.includes(role)) ?? false;
}
