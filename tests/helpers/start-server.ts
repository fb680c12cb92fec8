// The real server as a process of its own, on a free port and a data folder of its own.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { until } from "./until.ts";

const root = join(import.meta.dirname, "../..");
/** Making the sample hashes a dozen passwords and inspects its papers; a busy machine needs time for it. */
const START_MS = 90_000;
/** A server that does not stop by itself within this time is killed, and the test fails. */
const STOP_MS = 10_000;

export interface ServerOptions {
  /** Makes the sample unit on the empty folder (people with the password `banhop-dung-thu`). */
  sample?: boolean;
  /** An existing data folder; without it a new empty one is used. */
  dataFolder?: string;
  port?: number;
  env?: Record<string, string>;
  /** Words before the command, as `ip netns exec NAME`. */
  within?: string[];
  /** Loads server-probe.ts into the process, for `measure`. */
  probe?: boolean;
}

export interface RunningServer {
  /** Where it answers, as `http://127.0.0.1:PORT`. */
  origin: string;
  port: number;
  dataFolder: string;
  process: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop and waits until it has. @throws Error when it had to be killed, or had ended by itself. */
  stop(): Promise<void>;
}

/** Starts the server from its source. @throws Error with its output when it ends before it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const port = options.port ?? (await freePort());
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), "banhop-data-"));
  const [program, ...args] = [...(options.within ?? []), process.execPath, join(root, "server/index.ts")];
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe", ...(options.probe ? (["ipc"] as const) : [])],
    env: {
      ...process.env,
      BANHOP_HOST: "127.0.0.1",
      BANHOP_PORT: String(port),
      BANHOP_DATA: dataFolder,
      BANHOP_WEB: join(root, "out/renderer"),
      ...(options.sample ? { BANHOP_SAMPLE: "1" } : {}),
      ...(options.probe
        ? { NODE_OPTIONS: `--expose-gc --import ${join(import.meta.dirname, "server-probe.ts")}` }
        : {}),
      ...options.env,
    },
  });
  let text = "";
  const keep = (chunk: Buffer) => (text += chunk.toString());
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  await untilReady(child, () => text);
  let wasEnded = false;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    dataFolder,
    process: child,
    output: () => text,
    kill: () => {
      wasEnded = true;
      return end(child, "SIGKILL");
    },
    stop: async () => {
      if (hasEnded(child) && !wasEnded) throw new Error(`the server ended by itself:\n${text}`);
      wasEnded = true;
      await end(child, "SIGTERM");
    },
  };
}

async function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  await until(() => hasEnded(child) || output().includes("Bàn Họp: http"), "the server to start", START_MS).catch(
    (cause: unknown) => {
      child.kill("SIGKILL");
      throw new Error(`the server did not start:\n${output()}`, { cause });
    },
  );
  if (hasEnded(child)) throw new Error(`the server ended (${child.exitCode ?? "killed"}):\n${output()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const exited = once(child, "exit");
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await exited;
  clearTimeout(timer);
  if (signal !== "SIGKILL" && child.signalCode === "SIGKILL") throw new Error(`the server ignored ${signal}`);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
