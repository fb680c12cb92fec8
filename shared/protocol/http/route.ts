// What one HTTP route is: the shape that the server implements, the client calls and /api/openapi.json describes.
import type { z } from "zod";

export type HttpMethod = "get" | "post" | "put" | "patch" | "delete";

/** One route of the contract. `path` uses `:name` parameters; a missing schema means "nothing there". */
export interface RouteContract<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  method: HttpMethod;
  path: string;
  summary: string;
  /** Nobody needs to be signed in. */
  open?: true;
  query?: Query;
  body?: Body;
  answer: Answer;
}

/** Keeps the literal types of a route. */
export function route<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
  contract: RouteContract<Query, Body, Answer>,
): RouteContract<Query, Body, Answer> {
  return contract;
}
