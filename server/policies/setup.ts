// Setting up needs no sign-in, and happens once: on an empty data folder, the sample on a loopback address only.
import { isEmpty } from "../commands/setup.ts";
import { AppError } from "../../shared/protocol/errors.ts";
import type { Decision, OpenPolicy } from "./policy.ts";

/** May make the first unit. @throws AppError `alreadySetUp` */
export const maySetUp: OpenPolicy = async ({ services }): Promise<Decision> => {
  if (!(await isEmpty(services.db))) throw new AppError("alreadySetUp");
  return "allowed";
};

/** May make the sample unit. @throws AppError `alreadySetUp` */
export const mayMakeSample: OpenPolicy = async (request): Promise<Decision> =>
  request.services.config.isLoopback ? maySetUp(request) : "forbidden";
