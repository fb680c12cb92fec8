// A measured server in a process of its own: started, asked what it has used, ended.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../helpers/free-port.ts";
import { measure } from "../helpers/measure.ts";
import type { Measured } from "../helpers/server-probe.ts";
import { until } from "../helpers/until.ts";

export type TargetName = "ours" | "hocuspocus" | "y-websocket-server" | "relay";

/** Where a server is reached. */
export interface Place {
  name: TargetName;
  port: number;
  /** The address of a room for this person. */
  url(room: string, person: string): string;
}

export interface Target extends Place {
  folder: string;
  process: ChildProcess;
  measure(question?: "measure" | "cpu"): Promise<Measured>;
  end(): Promise<void>;
}

const here = import.meta.dirname;
const START_MS = 60_000;

/** Starts one of the servers. @throws Error with what it printed when it does not come up */
export async function startTarget(
  name: TargetName,
  folder = mkdtempSync(join(tmpdir(), "banhop-load-")),
): Promise<Target> {
  const port = await freePort();
  const file = join(here, "servers", `${name}.ts`);
  const child = spawn(process.execPath, ["--expose-gc", "--import", join(here, "../helpers/server-probe.ts"), file], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      PORT: String(port),
      DATA: folder,
      ...(name === "y-websocket-server" && { PACKAGES: packagesFolder() }),
    },
  });
  let output = "";
  const keep = (chunk: Buffer) => (output += chunk.toString());
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  await until(() => output.includes("ready") || child.exitCode !== null, `${name} to start`, START_MS);
  if (child.exitCode !== null) throw new Error(`${name} did not start:\n${output}`);
  return {
    ...placeOf(name, port),
    folder,
    process: child,
    measure: (question = "cpu") => measure(child, question),
    async end() {
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await exited;
    },
  };
}

export function placeOf(name: TargetName, port: number): Place {
  const base = `ws://127.0.0.1:${port}`;
  return {
    name,
    port,
    url: (room, person) =>
      name === "ours" ? `${base}/sync/${room}?ticket=${person}` : `${base}/${encodeURIComponent(room)}`,
  };
}

/** Where @y/websocket-server lies: it needs another major version of Yjs than we have, so it is not among our packages. */
function packagesFolder(): string {
  const folder = join(here, "../../node_modules/.cache/banhop-load");
  if (existsSync(join(folder, "node_modules/@y/websocket-server"))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  try {
    // Its range for @y/protocols lets in a version made for another package of Yjs, which throws on every update.
    const wanted = ["@y/websocket-server@0.1.5", "@y/protocols@1.0.6-1", "yjs@14.0.0-16"];
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--legacy-peer-deps=false", ...wanted], {
      cwd: folder,
      stdio: "pipe",
    });
  } catch (error) {
    throw new Error("@y/websocket-server cannot be installed: the package registry does not answer", { cause: error });
  }
  return folder;
}
