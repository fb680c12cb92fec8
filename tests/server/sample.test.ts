// A server that is killed while it makes the sample: the next start finds nothing half-made and makes it whole.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkFolder } from "../../server/storage/check-folder.ts";
import { openDatabase } from "../../server/storage/database.ts";
import { placesIn } from "../../server/storage/folder.ts";
import { startServer } from "../helpers/start-server.ts";
import { until } from "../helpers/until.ts";

test("a kill while the sample is being made leaves nothing of it", { timeout: 90_000 }, async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "banhop-data-"));
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../server/index.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, BANHOP_PORT: "0", BANHOP_DATA: dataFolder, BANHOP_SAMPLE: "1" },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await until(() => / \.{5}/.test(output), "the sample to be half-made", 40_000);
  child.kill("SIGKILL");
  await once(child, "exit");

  const db = openDatabase(placesIn(dataFolder).database);
  expect(await db.selectFrom("organisations").select("id").execute()).toEqual([]);
  expect(await db.selectFrom("people").select("id").execute()).toEqual([]);
  await db.destroy();

  const server = await startServer({ dataFolder, sample: true });
  const answer = (await (await fetch(`${server.origin}/api/setup`)).json()) as { sampleAccounts: unknown[] };
  expect(answer.sampleAccounts).toHaveLength(14);
  await server.stop();
  // Nine papers with a thumbnail each; what the killed server had taken in is swept away.
  expect(await checkFolder(dataFolder)).toMatchObject({ blobs: 18, problems: [] });
});
