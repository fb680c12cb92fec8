// The packed app (`npm run pack:check` packs it), started as a person would start it.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectDevTools, type DevTools } from "./devtools.ts";
import { until } from "./until.ts";

const root = join(import.meta.dirname, "../..");
/** An installed one; the one packed here around the shipped Electron; the one around the older runtime of the tests. */
const packages = [
  process.env["BANHOP_PACKAGED"],
  join(root, "dist/linux-unpacked/banhop"),
  join(root, "dist/check/linux-unpacked/banhop"),
];

export interface Packaged {
  process: ChildProcess;
  port: number;
  userData: string;
  window: DevTools;
  /** Everything it has written so far. */
  output(): string;
  close(): Promise<void>;
}

/** The program inside the package. @throws Error when nothing is packed yet */
export function packagedBinary(): string {
  const binary = packages.find((path) => path && existsSync(path));
  if (!binary) throw new Error("no packed app: run `npm run pack:check`");
  return binary;
}

/** Starts it on a fresh user folder and waits for its window. @param binary another package than the one at hand */
export async function launchPackaged(
  env: Record<string, string> = {},
  args: string[] = [],
  binary = packagedBinary(),
): Promise<Packaged> {
  const userData = mkdtempSync(join(tmpdir(), "banhop-packaged-"));
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : []; // root cannot have Chromium's sandbox
  const child = spawn(binary, [...sandbox, "--remote-debugging-port=0", `--user-data-dir=${userData}`, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill();
    await exited;
  };
  try {
    const found = await until(
      () => {
        if (child.exitCode !== null) throw new Error(`the packed app ended (${child.exitCode}):\n${text}`);
        return /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(text);
      },
      "the packed app to start",
      20_000,
    );
    const port = Number(found[1]);
    return { process: child, port, userData, window: await connectDevTools(port), output: () => text, close };
  } catch (error) {
    await close();
    throw error;
  }
}
