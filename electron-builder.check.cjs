// The package of electron-builder.yml without a download: around the Electron that is installed, else around the older
// runtime of the desktop tests. It is there to be checked, and never given to users.
const { existsSync, rmSync } = require("node:fs");
const { join } = require("node:path");

const installed = join(__dirname, "node_modules/electron/dist");
const isInstalled = existsSync(join(installed, "version"));

module.exports = {
  extends: "electron-builder.yml",
  directories: { output: "dist/check" },
  ...(isInstalled
    ? { electronDist: installed }
    : { electronDist: ".cache/electron-25.1.1", electronVersion: "25.1.1" }),
  afterPack: ({ appOutDir, packager }) => {
    // electron-builder leaves it in place when it copies an unpacked folder.
    rmSync(join(appOutDir, "resources/default_app.asar"), { force: true });
    if (!isInstalled) delete packager.config.electronFuses.grantFileProtocolExtraPrivileges; // came with Electron 29
  },
};
