// The typed client of the HTTP contract.
import type { z } from "zod";
import type { Contract, RouteName } from "../../shared/protocol/http/contract.ts";
import { contract } from "../../shared/protocol/http/contract.ts";
import { AppError, errorStatus, type ErrorBody, type ErrorCode } from "../../shared/protocol/errors.ts";
import { lostSince, noteAnswer } from "./connection.ts";
import { failures, wordsOf, type Failure } from "./error-words.ts";
import { keepAnswer, keptAnswer, placeOfAnswer, type AnswerPlace } from "./kept-answers.ts";
import { readPreferences } from "./preferences.ts";
import { serverUrl } from "./server.ts";
import { token } from "./sign-in.ts";

/** What a route answers. */
export type RouteAnswer<Name extends RouteName> = z.output<Contract[Name]["answer"]>;
type Body<Name extends RouteName> = Contract[Name] extends { body?: infer B extends z.ZodType } ? z.input<B> : never;

export interface CallOptions<Name extends RouteName> {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Body<Name>;
}

/** The Authorization header of whoever is signed in; empty before that. */
function headers(): Record<string, string> {
  const mine = token();
  return mine === null ? {} : { authorization: `Bearer ${mine}` };
}

/** A line on which nothing comes for so long is as good as none, when there is an older answer. */
const ANSWER_MS = 4000;

/**
 * Calls a route by name. Without the network a kept answer does, where there is one.
 * @throws {AppError} with the server's code, or `internal` with details.network when nothing answered.
 */
async function call<Name extends RouteName>(name: Name, options: CallOptions<Name>): Promise<RouteAnswer<Name>> {
  const place = placeOfAnswer(name, options.params);
  return place ? callOrRemember(name, options, place) : ask(name, options);
}

async function callOrRemember<Name extends RouteName>(
  name: Name,
  options: CallOptions<Name>,
  place: AnswerPlace,
): Promise<RouteAnswer<Name>> {
  const asked = ask(name, options).then((answer) => {
    void keepAnswer(place, answer);
    return answer;
  });
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), lostSince() ? 0 : ANSWER_MS));
  const inTime = await Promise.race([asked, patience]).catch(nullForNetwork);
  if (inTime !== null) return inTime;
  const kept = (await keptAnswer(name, place)) as RouteAnswer<Name> | null; // parsed by the schema of the same route
  if (kept === null) return asked;
  asked.catch(nullForNetwork).catch((error: unknown) => console.info("refused after all", name, error));
  return kept;
}

function nullForNetwork(error: unknown): null {
  if (failureOf(error) === "network") return null;
  throw error;
}

async function ask<Name extends RouteName>(name: Name, options: CallOptions<Name>): Promise<RouteAnswer<Name>> {
  const route = contract[name];
  const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(options.params?.[key] ?? ""));
  const query = options.query ? `?${new URLSearchParams(options.query).toString()}` : "";
  const response = await send(path + query, route.method, options.body);
  if (!response.ok) throw await errorOf(response);
  return (await response.json()) as RouteAnswer<Name>; // checked at the server's edge against the same schema
}

async function send(path: string, method: string, body: unknown): Promise<Response> {
  const json = body === undefined ? {} : { "content-type": "application/json" };
  try {
    const response = await fetch(serverUrl(path), {
      method: method.toUpperCase(),
      headers: { ...headers(), ...json },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    noteAnswer(true);
    return response;
  } catch (error) {
    noteAnswer(false);
    throw new AppError("internal", { network: true }, { cause: error });
  }
}

async function errorOf(response: Response): Promise<AppError> {
  const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
  const told = body?.error;
  const code: ErrorCode = told && told.code in errorStatus ? told.code : "internal";
  if (code === "notSignedIn") for (const listener of expiryListeners) listener();
  return new AppError(code, { ...told?.details, message: told?.message });
}

const expiryListeners = new Set<() => void>();

/** Calls back when the server says that the session has ended; the returned function ends that. */
function onExpiry(listener: () => void): () => void {
  expiryListeners.add(listener);
  return () => expiryListeners.delete(listener);
}

/** Which failure this was. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof AppError)) return "internal";
  return error.details["network"] ? "network" : error.code;
}

/** The words of a failure: in Vietnamese as the server gave them, else those of the catalogue. */
export function messageOf(error: unknown): string {
  const { language } = readPreferences();
  const told = error instanceof AppError ? error.details["message"] : undefined;
  return language === "vi" && typeof told === "string" ? told : wordsOf(failureOf(error), language);
}

/** The short sign of a failure, to read out to an administrator. */
export function signOf(error: unknown): string {
  return failures[failureOf(error)].sign;
}

export const api = { call, headers, onExpiry };
