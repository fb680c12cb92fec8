// /api/openapi.json, made from the contract that server and client share.
import { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { contract, rawRoutes } from "../../../shared/protocol/http/contract.ts";
import type { RouteContract } from "../../../shared/protocol/http/route.ts";
import { version } from "../../version.ts";

const failure = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) }),
});
const BEARER = "bearer";

/** The OpenAPI 3.1 description of every route. */
export function openApiDocument(): object {
  const described = new OpenAPIHono();
  const registry = described.openAPIRegistry;
  registry.registerComponent("securitySchemes", BEARER, { type: "http", scheme: "bearer" });
  for (const [name, route] of Object.entries(contract)) registry.registerPath(describe(name, route));
  for (const [name, route] of Object.entries(rawRoutes)) {
    registry.registerPath({
      ...pathOf(name, route.path),
      method: route.method,
      security: [{ [BEARER]: [] }],
      responses: { 200: { description: "Raw bytes, or the paper that was made of them" } },
    });
  }
  return described.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "Bàn Họp", version } });
}

function describe(name: string, route: RouteContract) {
  return {
    ...pathOf(name, route.path),
    method: route.method,
    summary: route.summary,
    ...(!route.open && { security: [{ [BEARER]: [] }] }),
    ...(route.body && {
      request: {
        ...pathOf(name, route.path).request,
        body: { content: { "application/json": { schema: route.body } } },
      },
    }),
    responses: {
      200: { description: "Done", content: { "application/json": { schema: route.answer } } },
      default: { description: "A failure of the closed list", content: { "application/json": { schema: failure } } },
    },
  };
}

/** OpenAPI writes `{id}` where the contract writes `:id`. */
function pathOf(operationId: string, path: string) {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
  return {
    operationId,
    path: path.replaceAll(/:(\w+)/g, "{$1}"),
    request: { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) },
  };
}
