// What a policy is: a function that answers whether the caller may take a route, before its handler runs.
import type { Caller } from "../auth/caller.ts";
import type { Services } from "../services.ts";

/**
 * `hidden` answers as if the thing did not exist: whoever may not see it does not learn that it is there. `recalled` is
 * told to those only who would see it otherwise.
 */
export type Decision = "allowed" | "forbidden" | "hidden" | "recalled";

/** What a policy may look at. `param` is a parameter of the route's path. */
export interface PolicyRequest {
  services: Services;
  caller: Caller;
  param: (name: string) => string;
}

export type Policy = (request: PolicyRequest) => Decision | Promise<Decision>;

/** Of a route that nobody needs to sign in for. */
export type OpenPolicy = (request: Omit<PolicyRequest, "caller">) => Decision | Promise<Decision>;

/** Nothing to protect: the handler tells everybody the same. */
export const anyone: OpenPolicy = () => "allowed";

/** Everybody who is signed in, about themselves only: the handler reads and writes nothing but the caller's own. */
export const signedIn: Policy = () => "allowed";
