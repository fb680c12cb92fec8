// Is the server up.
import { anyone } from "../../policies/policy.ts";
import { implementOpen, type Implementation } from "../implement.ts";
import { version } from "../../version.ts";

export const healthRoutes: readonly Implementation[] = [
  implementOpen("health", anyone, ({ services }) => ({
    status: "ok" as const,
    version,
    time: services.clock().toISOString(),
  })),
];
