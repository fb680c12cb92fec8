// npm test: prepares everything, runs every check and test, and ends with one line of counts.
// A step that fails does not keep the later ones from running. Plain JavaScript for Node.js 20, as in start.mjs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "./prepare/build.mjs";
import { stopOnSignals } from "./prepare/children.mjs";
import { ensureDebianPackages } from "./prepare/debian.mjs";
import { ensureElectronRuntime } from "./prepare/electron-runtime.mjs";
import { npm } from "./prepare/house.mjs";
import { launch } from "./prepare/launch.mjs";
import { reasonForNoNetworks } from "./prepare/networks.mjs";
import { packForCheck } from "./prepare/package.mjs";
import { ensurePackages } from "./prepare/packages.mjs";
import { run } from "./prepare/run.mjs";
import { readCounts } from "./prepare/test-counts.mjs";
import { testInWindows } from "./prepare/windows.mjs";

const CHECKS = ["types", "lint", "arrows", "unused", "format"];
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failedSteps = [];
const reports = mkdtempSync(join(tmpdir(), "banhop-reports-"));

/**
 * Runs one step and remembers its failure.
 * @param {string} name
 * @param {() => Promise<number>} work gives an exit code
 */
async function step(name, work) {
  const start = performance.now();
  const code = await work().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
  console.log(`== ${code === 0 ? "passed" : "FAILED"} ${name}, ${Math.round((performance.now() - start) / 1000)} s`);
  if (code !== 0) failedSteps.push(name);
  return code;
}

/**
 * Runs one step that reports single tests, and adds their counts to the total.
 * @param {string} name
 * @param {string} report path of its report
 * @param {() => Promise<number>} work
 */
async function tests(name, report, work) {
  const code = await step(name, work);
  const counts = readCounts(report);
  // Ended badly without naming a failed test (it could not even start): that is a failure too.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
}

/**
 * Runs the tests of one Playwright project in windows.
 * @param {string} project
 */
async function windowTests(project) {
  const report = join(reports, `${project}.json`);
  await tests(project, report, () => testInWindows(project, { report }));
}

async function packagedTests() {
  if ((await step("pack", () => packForCheck().then(() => 0))) === 0) {
    await windowTests("packaged");
    await networkTests();
  } else total.failed += 1;
}

/** The packed app on a wire of its own; these tests start it as an ordinary user themselves. */
async function networkTests() {
  const reason = reasonForNoNetworks();
  if (reason) return console.log(`== not run: network, ${reason}`);
  const report = join(reports, "network.json");
  await tests("network", report, () =>
    run("playwright", ["test", "--project", "network"], { PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  );
}

stopOnSignals(1);
await launch(async () => {
  await ensureDebianPackages();
  await ensurePackages();
  // Side by side: one reads while the other computes, and two cores are enough for that.
  await Promise.all(CHECKS.map((check) => step(`check:${check}`, () => run(npm, ["run", "-s", `check:${check}`]))));
  total.failed += failedSteps.length;

  const unit = join(reports, "unit.json");
  await tests("unit", unit, () =>
    run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile=${unit}`]),
  );
  const isBuilt = (await step("build", () => ensureBuild().then(() => 0))) === 0;
  if (isBuilt) {
    const web = join(reports, "web.json");
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: web };
    // Two files at a time: a browser and its server together keep one core busy.
    await tests("web", web, () => run("playwright", ["test", "--project", "web", "--workers", "2"], env));
    await ensureElectronRuntime();
    await windowTests("desktop");
    await packagedTests();
  } else total.failed += 1;

  rmSync(reports, { recursive: true, force: true });
  if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(", ")}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return failedSteps.length === 0 ? 0 : 1;
});
