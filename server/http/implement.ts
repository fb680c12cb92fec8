// Binds a handler and its policy to one route of the contract: parameters, query and body are parsed before the policy
// is asked, the policy is asked before the handler runs, and no route can be written without a policy.
import type { Context } from "hono";
import type { z } from "zod";
import { AppError } from "../../shared/protocol/errors.ts";
import { contract, rawRoutes, type Contract, type RouteName } from "../../shared/protocol/http/contract.ts";
import type { HttpMethod } from "../../shared/protocol/http/route.ts";
import { id } from "../../shared/protocol/http/schemas.ts";
import type { Caller } from "../auth/caller.ts";
import type { Decision, OpenPolicy, Policy } from "../policies/policy.ts";
import type { Services } from "../services.ts";

/** Two megabytes come through the slowest line in this time; who sends byte by byte holds a connection no longer. */
const JSON_MS = 30_000;
/** All that a password given by somebody else is good for: somebody else knows it. */
const WITH_A_FIRST_PASSWORD: ReadonlySet<string> = new Set<RouteName>(["whoAmI", "signOut", "changePassword"]);

export type RawRouteName = keyof typeof rawRoutes;
type Part<Name extends RouteName, Key extends "query" | "body" | "answer"> = z.output<NonNullable<Contract[Name][Key]>>;
type Answer<Name extends RouteName> = z.input<Contract[Name]["answer"]>;

/** What every handler gets. */
export interface BaseCall {
  services: Services;
  caller: Caller;
  /** The request itself, for headers, cookies and raw bodies. */
  context: Context;
  /** A parameter of the path; one that is no id answers `notFound`. */
  param: (name: string) => string;
}

/** What the handler of a contract route gets. */
export interface Call<Name extends RouteName> extends BaseCall {
  query: Part<Name, "query">;
  body: Part<Name, "body">;
}

type Open<T extends BaseCall> = Omit<T, "caller">;

/** One route, ready to be mounted. */
export interface Implementation {
  name: RouteName | RawRouteName;
  method: HttpMethod;
  path: string;
  open: boolean;
  /** `caller` is null on an open route only. */
  run: (services: Services, caller: Caller | null, context: Context) => Promise<Response>;
}

/** A route for signed-in people. */
export function implement<Name extends RouteName>(
  name: Name,
  policy: Policy,
  handler: (call: Call<Name>) => Promise<Answer<Name>> | Answer<Name>,
): Implementation {
  const { method, path } = contract[name];
  return {
    name,
    method,
    path,
    open: false,
    async run(services, caller, context) {
      const base = signedInCall(name, services, caller, context);
      enforce(await policy(base));
      return context.json(await handler({ ...base, ...(await parse(name, context)) }));
    },
  };
}

/** A route that nobody needs to be signed in for; the contract says which (`open`). */
export function implementOpen<Name extends RouteName>(
  name: Name,
  policy: OpenPolicy,
  handler: (call: Open<Call<Name>>) => Promise<Answer<Name>> | Answer<Name>,
): Implementation {
  const { method, path } = contract[name];
  return {
    name,
    method,
    path,
    open: true,
    async run(services, _caller, context) {
      const base = { services, context, param: paramOf(context) };
      enforce(await policy(base));
      return context.json(await handler({ ...base, ...(await parse(name, context)) }));
    },
  };
}

/** A route whose body or answer is raw bytes; the handler parses and answers by itself. */
export function implementRaw(
  name: RawRouteName,
  policy: Policy,
  handler: (call: BaseCall) => Promise<Response>,
): Implementation {
  const { method, path } = rawRoutes[name];
  return {
    name,
    method,
    path,
    open: false,
    async run(services, caller, context) {
      const call = signedInCall(name, services, caller, context);
      enforce(await policy(call));
      return handler(call);
    },
  };
}

function signedInCall(
  name: RouteName | RawRouteName,
  services: Services,
  caller: Caller | null,
  context: Context,
): BaseCall {
  if (!caller) throw new AppError("notSignedIn");
  if (caller.person.mustChangePassword && !WITH_A_FIRST_PASSWORD.has(name)) throw new AppError("passwordNotOwn");
  return { services, caller, context, param: paramOf(context) };
}

function enforce(decision: Decision): void {
  if (decision === "hidden") throw new AppError("notFound");
  if (decision === "forbidden") throw new AppError("forbidden");
  if (decision === "recalled") throw new AppError("recalled");
}

function paramOf(context: Context): (name: string) => string {
  return (name) => {
    const parsed = id.safeParse(context.req.param(name));
    if (!parsed.success) throw new AppError("notFound");
    return parsed.data;
  };
}

async function parse<Name extends RouteName>(
  name: Name,
  context: Context,
): Promise<{ query: Part<Name, "query">; body: Part<Name, "body"> }> {
  const { query, body } = contract[name];
  return {
    // The generic name hides from the compiler that these are this route's own schemas.
    query: (query ? parsePart(query, context.req.query()) : undefined) as Part<Name, "query">,
    body: (body ? parsePart(body, await jsonOf(context)) : undefined) as Part<Name, "body">,
  };
}

async function jsonOf(context: Context): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("badRequest", { reason: "slow" })), JSON_MS);
  });
  try {
    return await Promise.race([context.req.json(), tooSlow]);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("badRequest", { reason: "json" }, { cause });
  } finally {
    clearTimeout(timer);
  }
}

function parsePart(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join("."));
  throw new AppError("badRequest", { fields });
}
