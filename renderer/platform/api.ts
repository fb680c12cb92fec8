// The typed client of the HTTP contract. The token lives in this window (sessionStorage), or longer on an own device.
import type { z } from "zod";
import type { Contract, RouteName } from "../../shared/protocol/http/contract.ts";
import { contract } from "../../shared/protocol/http/contract.ts";
import { AppError, errorStatus, type ErrorBody, type ErrorCode } from "../../shared/protocol/errors.ts";
import { noteAnswer } from "./connection.ts";
import { failures, wordsOf, type Failure } from "./error-words.ts";
import { readPreferences } from "./preferences.ts";
import { serverUrl } from "./server.ts";

const TOKEN = "banhop.token";

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
  const token = readToken();
  return token ? { authorization: `Bearer ${token}` } : {};
}

function readToken(): string | null {
  return sessionStorage.getItem(TOKEN) ?? localStorage.getItem(TOKEN);
}

/** Keeps or forgets the token; on an own device it outlives the window. */
function setToken(token: string | null, ownDevice = false): void {
  const left = readToken() !== null && token === null ? { ownDevice: isOwnDevice() } : null;
  for (const store of [sessionStorage, localStorage]) store.removeItem(TOKEN);
  if (token) (ownDevice ? localStorage : sessionStorage).setItem(TOKEN, token);
  if (left) for (const listener of leaveListeners) listener(left.ownDevice);
}

/** Whether whoever is signed in said that this machine is their own. */
function isOwnDevice(): boolean {
  return localStorage.getItem(TOKEN) !== null;
}

const leaveListeners = new Set<(ownDevice: boolean) => void>();

/** Calls back at once after each sign-out; the returned function ends that. */
function onSignOut(listener: (ownDevice: boolean) => void): () => void {
  leaveListeners.add(listener);
  return () => void leaveListeners.delete(listener);
}

/**
 * Calls a route by name.
 * @throws {AppError} with the server's code, or `internal` with details.network when nothing answered.
 */
async function call<Name extends RouteName>(name: Name, options: CallOptions<Name>): Promise<RouteAnswer<Name>> {
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

export const api = {
  call,
  headers,
  setToken,
  onSignOut,
  onExpiry,
  isOwnDevice,
  isSignedIn: () => readToken() !== null,
};
