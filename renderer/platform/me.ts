// Who is signed in at this page, and leaving.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import { api } from "./api.ts";
import { isSignedIn, leave } from "./sign-in.ts";

/** The cache key of who is signed in. */
export const ME = ["whoAmI"] as const;

/** The person, or null while that is not known. */
export function useMe(): Person | null {
  const me = useQuery({ queryKey: ME, queryFn: () => api.call("whoAmI", {}), enabled: isSignedIn() });
  return me.data?.person ?? null;
}

/** The unit where this person may manage people, or null. */
export function unitManagedBy(person: Person | null): string | null {
  return person?.memberships.find(({ roles }) => roles.includes("administrator"))?.organisationId ?? null;
}

/** Signs out and goes to the door, without a network too. `forget` deletes what is kept on this machine. */
export function useSignOut(): (options?: { forget: boolean }) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async ({ forget } = { forget: false }) => {
    await api.call("signOut", {}).catch(() => null); // the token is forgotten in any case
    await leave(forget);
    queries.clear(); // the next person at this page sees nothing of this one's
    await navigate("/dang-nhap");
  };
}
