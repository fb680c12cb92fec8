// A keyring as a Linux desktop has one: a message bus and a secret service of their own, unlocked with a word.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./until.ts";

export interface Keyring {
  /** Whoever starts with these settings finds this keyring. */
  env: Record<string, string>;
  /** What tells Electron to use it. */
  args: string[];
  stop(): void;
}

/** Starts an empty keyring. Another one, with the same files of a program, is another account to it. */
export async function startKeyring(): Promise<Keyring> {
  const folder = mkdtempSync(join(tmpdir(), "banhop-keyring-"));
  const bus = spawn("dbus-daemon", ["--session", "--nofork", "--print-address"], { stdio: ["ignore", "pipe", "pipe"] });
  const [line] = (await once(bus.stdout, "data")) as [Buffer];
  const env = {
    DBUS_SESSION_BUS_ADDRESS: line.toString().trim(),
    XDG_DATA_HOME: folder,
    XDG_RUNTIME_DIR: folder,
    XDG_CURRENT_DESKTOP: "GNOME",
  };
  const keeper = spawn("gnome-keyring-daemon", ["--foreground", "--unlock", "--components=secrets"], {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [keeper.stdout, keeper.stderr]) stream.on("data", (data: Buffer) => (said += data.toString()));
  keeper.stdin.end("mot-tu-de-mo");
  await until(() => ownsSecrets(env), "the keyring answers");
  const stop = (): void => [keeper, bus].forEach((process: ChildProcess) => process.kill("SIGKILL"));
  if (keeper.exitCode !== null) throw new Error(`the keyring ended: ${said}`);
  return { env, args: ["--password-store=gnome-libsecret"], stop };
}

async function ownsSecrets(env: Record<string, string>): Promise<boolean> {
  const asked = spawn(
    "dbus-send",
    [
      "--print-reply",
      "--dest=org.freedesktop.DBus",
      "/",
      "org.freedesktop.DBus.GetNameOwner",
      "string:org.freedesktop.secrets",
    ],
    { env: { ...process.env, ...env }, stdio: "ignore" },
  );
  const [code] = (await once(asked, "exit")) as [number];
  return code === 0;
}
