// The HTTP edge: finds out who is asking, checks where the request comes from, mounts every route of the contract, and
// turns every failure into the one shape of error.
import { Hono, type Context } from "hono";
import { AppError, errorStatus, type ErrorBody } from "../../shared/protocol/errors.ts";
import { tokenOf } from "../auth/cookie.ts";
import { callerOf } from "../commands/sessions.ts";
import type { Services } from "../services.ts";
import { healthRoutes } from "./health/routes.ts";
import type { Implementation } from "./implement.ts";
import { errorMessages } from "./messages.ts";
import { openApiDocument } from "./openapi/document.ts";
import { isAllowedHost, isAllowedOrigin } from "./origin.ts";
import { crossOrigin, jsonBodyLimit, protectiveHeaders } from "./middleware.ts";
import { floorRoutes } from "./floor/routes.ts";
import { meetingRoutes } from "./meetings/routes.ts";
import { organisationRoutes } from "./organisations/routes.ts";
import { paperRoutes } from "./papers/routes.ts";
import { peopleRoutes } from "./people/routes.ts";
import { recallRoutes } from "./recall/routes.ts";
import { sessionRoutes } from "./session/routes.ts";
import { setupRoutes } from "./setup/routes.ts";
import { webPage } from "./web/page.ts";

/** Every route there is. The policy test walks this list and compares it with the contract. */
export const implementations: readonly Implementation[] = [
  ...healthRoutes,
  ...setupRoutes,
  ...sessionRoutes,
  ...peopleRoutes,
  ...organisationRoutes,
  ...meetingRoutes,
  ...floorRoutes,
  ...paperRoutes,
  ...recallRoutes,
];

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/** The whole HTTP side as one fetch handler. */
export function createApp(services: Services): Hono {
  const app = new Hono();
  app.onError((error, context) => answerFailure(error, context, services));
  app.use(protectiveHeaders());
  app.use("/api/*", async (context, next) => {
    if (!isAllowedHost(context.req.header("host"), services.config)) throw new AppError("foreignOrigin");
    await next();
  });
  app.use("/api/*", crossOrigin(), jsonBodyLimit());
  for (const implementation of implementations) {
    app.on(implementation.method.toUpperCase(), implementation.path, async (context) => {
      const caller = implementation.open ? null : await callerFrom(services, context);
      if (implementation.open) refuseForeignOrigin(services, context);
      return implementation.run(services, caller, context);
    });
  }
  app.get("/api/openapi.json", (context) => context.json(openApiDocument()));
  app.all("/api/*", () => {
    throw new AppError("notFound");
  });
  app.get("*", webPage(services.config.webFolder));
  return app;
}

async function callerFrom(services: Services, context: Context) {
  const found = tokenOf(context);
  if (!found) return null;
  if (found.byCookie) refuseForeignOrigin(services, context);
  return callerOf(services, found.token);
}

/** A cookie is sent by the browser for any page: what changes state must come from our own. */
function refuseForeignOrigin(services: Services, context: Context): void {
  if (SAFE_METHODS.includes(context.req.method)) return;
  const origin = context.req.header("origin");
  // Browsers always name the origin of such a request; programs that name none cannot have been led by a foreign page.
  if (origin !== undefined && !isAllowedOrigin(origin, context.req.header("host"))) throw new AppError("foreignOrigin");
}

function answerFailure(error: unknown, context: Context, services: Services): Response {
  const known = error instanceof AppError ? error : new AppError(isDiskFull(error) ? "storageFull" : "internal");
  if (!(error instanceof AppError)) services.logger.error({ err: error, path: context.req.path }, "request failed");
  const { code, details } = known;
  const body: ErrorBody = { error: { code, message: errorMessages[code], details: { ...details } } };
  if (typeof details.retryAfterSeconds === "number") context.header("Retry-After", String(details.retryAfterSeconds));
  return context.json(body, errorStatus[code]);
}

function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Error && (("code" in error && error.code === "ENOSPC") || /disk is full/i.test(error.message))
  );
}
