// The Debian packages that the tests in a browser and in a desktop window need.
import { spawnSync } from "node:child_process";
import { runQuietly } from "./run.mjs";
import { slowStep } from "./slow-step.mjs";

const NEEDED = [
  ["xvfb", "xauth"], // a screen where there is none
  ["chromium", "fonts-noto-core", "fonts-liberation2"],
  ["iproute2", "tcpdump"], // two networks, and an ear on the wire between them
  ["dbus", "gnome-keyring", "libsecret-1-0"], // where a Linux desktop keeps its keys
  ["libgtk-3-0", "libnss3", "libasound2", "libgbm1"], // what Electron links to
].flat();

/**
 * Installs what is missing when the user is root.
 * @throws {Error} with the line to type when the user is not
 */
export async function ensureDebianPackages() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const install = ["install", "-y", "--no-install-recommends", ...missing];
  if (process.getuid?.() !== 0) throw new Error(`Thiếu gói hệ thống. Gõ lệnh:\n  sudo apt-get ${install.join(" ")}`);
  process.env["DEBIAN_FRONTEND"] = "noninteractive";
  await slowStep(`Cài gói Debian (một lần): ${missing.join(" ")}`, async () => {
    // One source that does not answer matters only if a package is missing then, which the next line says.
    await runQuietly("apt-get", ["update", "-qq"]).catch((error) => console.error(error.message));
    await runQuietly("apt-get", ["-qq", ...install]);
  });
}

/** @returns {string[]} nothing on a system without Debian packages, where the user knows better */
function missingPackages() {
  const { error, stdout } = spawnSync("dpkg-query", ["-W", "-f", "${Package} ${db:Status-Status}\n", ...NEEDED], {
    encoding: "utf8",
  });
  if (error) return [];
  const installed = new Set(stdout.split("\n").filter((line) => line.endsWith(" installed")));
  return NEEDED.filter((name) => !installed.has(`${name} installed`));
}
