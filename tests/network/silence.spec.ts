// What is heard on the wire while the packed app runs in a network of its own: nothing but its server, neither when it
// is used nor when its page has been taken over. The default route and the name server lead over that wire, too.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type RunningServer, startServer } from "../helpers/start-server.ts";
import { makeTwoNetworks, type TwoNetworks } from "../helpers/two-networks.ts";
import { until } from "../helpers/until.ts";

const PORT = 8420;
const USER = "nobody";

let networks: TwoNetworks;
let server: RunningServer;

test.beforeAll(async () => {
  const first = await startServer({ sample: true }); // the sample is made on the loopback address only
  await first.stop();
  networks = await makeTwoNetworks();
  const { inServer: within, serverAddress } = networks;
  server = await startServer({ dataFolder: first.dataFolder, port: PORT, within, env: { BANHOP_HOST: serverAddress } });
});
test.afterAll(async () => {
  await server.stop();
  await networks.close();
});

/** Runs visit.ts as an ordinary user in the network of the app. */
async function visit(...options: string[]): Promise<string[]> {
  const home = mkdtempSync(join(tmpdir(), "banhop-silence-"));
  const [uid = 0, gid = 0] = ["-u", "-g"].map((part) => Number(spawnSync("id", [part, USER]).stdout.toString()));
  chownSync(home, uid, gid);
  const server = `BANHOP_SERVER=http://${networks.serverAddress}:${PORT}`;
  const asUser = ["runuser", "-u", USER, "--", "env", `HOME=${home}`, `TMPDIR=${home}`, server, "xvfb-run", "-a"];
  const [program, ...args] = [...networks.inApp, ...asUser, process.execPath, join(import.meta.dirname, "visit.ts")];
  const child = spawn(program, [...args, ...options]);
  let [done, complaints] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (done += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  const [code] = await once(child, "close");
  expect(code, complaints).toBe(0);
  return done.trim().split("\n");
}

/** Where packets went, each place once. */
const places = () => [...new Set(networks.packets().map(({ protocol, to }) => `${protocol} ${to}`))];

test("signing in, a meeting and a paper, then a page that tries to get out: only the server is spoken to", async () => {
  expect(await visit("--taken-over")).toEqual(["signed-in", "meeting", "paper", "tried"]);
  expect(places()).toEqual([`tcp ${networks.serverAddress}.${PORT}`]);
});

test("the ear hears what goes elsewhere: a name, an address", async () => {
  const [program = "", ...args] = networks.inApp;
  spawnSync(program, [...args, "getent", "hosts", "example.org"]);
  // The first packet waits until the gateway is found; on a busy machine that takes longer than a try.
  const isHeard = () => {
    spawnSync(program, [...args, "timeout", "1", "bash", "-c", "echo > /dev/tcp/198.51.100.7/80"]);
    return places().includes("tcp 198.51.100.7.80");
  };
  await until(isHeard, "the packet to be heard", 30_000);
  expect(places()).toContain("udp 192.0.2.53.53");
});
