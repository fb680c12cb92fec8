// A real Electron window on the built app, as one member's computer would have it.
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron as electron, type ElectronApplication, type Page } from "@playwright/test";
import type { Keyring } from "./keyring.ts";

const root = join(import.meta.dirname, "../..");
const runtimes = [
  process.env["ELECTRON_EXEC_PATH"],
  join(root, "node_modules/electron/dist/electron"),
  join(root, ".cache/electron-25.1.1/electron"),
];

export interface DesktopOptions {
  /** The server that the window talks to. */
  server?: string;
  /** The folder that keeps the window's place; without it a new one, as on a fresh computer. */
  userData?: string;
  /** Where the system keeps keys; without it this system keeps none. */
  keyring?: Keyring;
}

export interface Desktop {
  app: ElectronApplication;
  page: Page;
  userData: string;
  /** Errors and warnings of the window's console, in the order they came. */
  complaints: string[];
}

/** The Electron binary that the tests use. @throws Error when `npm run runtime` has to be run first. */
export function electronBinary(): string {
  const binary = runtimes.find((path) => path && existsSync(path));
  if (!binary) throw new Error("no Electron binary: run `npm run runtime` or set ELECTRON_EXEC_PATH");
  return binary;
}

/** Ends the program as a power cut would. */
export async function killDesktop({ app }: Desktop): Promise<void> {
  const { pid } = app.process();
  const closed = app.waitForEvent("close");
  if (pid !== undefined) process.kill(pid, "SIGKILL");
  await closed;
}

/** Starts the built app (`npm run build` first) and waits for its window. */
export async function launchDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), "banhop-desktop-"));
  const app = await electron.launch({
    executablePath: electronBinary(),
    // Playwright passes --no-sandbox unless told not to; only root, for whom Chromium's sandbox cannot start, needs that.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [root, `--user-data-dir=${userData}`, ...(options.keyring?.args ?? [])],
    env: { ...process.env, ...options.keyring?.env, ...(options.server ? { BANHOP_SERVER: options.server } : {}) },
  });
  const complaints: string[] = [];
  const page = await app.firstWindow();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { app, page, userData, complaints };
}
