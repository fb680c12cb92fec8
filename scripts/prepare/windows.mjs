// Tests in windows: as an ordinary user, on a screen of their own.
import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { toolEnvironment } from "./house.mjs";
import { asOrdinaryUser } from "./ordinary-user.mjs";
import { run } from "./run.mjs";

/**
 * Runs the tests of one Playwright project.
 * @param {string} project
 * @param {{ report?: string, settings?: string[] }} [options] where the JSON report goes; environment as `NAME=value`
 * @returns {Promise<number>} exit code
 */
export async function testInWindows(project, { report, settings = [] } = {}) {
  const { command, home } = asOrdinaryUser();
  const written = join(home, `${project}.json`);
  const playwright = ["playwright", "test", "--project", project, "--output", join(home, "results")];
  const environment = [`PATH=${toolEnvironment().PATH}`, `PLAYWRIGHT_JSON_OUTPUT_FILE=${written}`, ...settings];
  const [program = "env", ...args] = [...command, "env", ...environment, "xvfb-run", "-a", ...playwright];
  const code = await run(program, args);
  if (report && existsSync(written)) copyFileSync(written, report);
  rmSync(home, { recursive: true, force: true });
  return code;
}
