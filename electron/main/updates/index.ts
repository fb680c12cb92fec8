// Updates: looked for once at the start, installed only when the person agrees, and only when the program is closed, so
// that no meeting is ever interrupted. Off unless the package was built with an address and a key.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { app, dialog } from "electron";
import { readUpdateSource } from "./source.ts";

const INSTALL = 0;

/** Looks for an update if this package has them. A failure is written down and keeps nobody from working. */
export async function lookForUpdate(): Promise<void> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(app.getAppPath(), "package.json"), "utf8"));
    const source = readUpdateSource(manifest);
    if (!source) return;
    // Loaded only where it is wanted: a package without updates runs none of it.
    const [{ autoUpdater }, { signedFeed }] = await Promise.all([
      import("electron-updater"),
      import("./signed-provider.ts"),
    ]);
    autoUpdater.disableDifferentialDownload = true; // what is put together from parts is signed as a whole only
    autoUpdater.disableWebInstaller = true; // would fetch the program itself from an address of its own
    autoUpdater.setFeedURL(signedFeed(source));
    const found = await autoUpdater.checkForUpdates();
    if (!found?.downloadPromise) return;
    await found.downloadPromise;
    autoUpdater.autoInstallOnAppQuit = false; // true until now, else it could not become true any more
    autoUpdater.autoInstallOnAppQuit = await offer(found.updateInfo.version);
  } catch (cause) {
    console.error("no update", cause instanceof Error ? cause.message : cause);
  }
}

async function offer(version: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    title: "Bản mới",
    message: `Bàn Họp ${version} đã tải về`,
    detail: "Chữ ký của bản mới đúng với khóa của đơn vị.",
    buttons: ["Cài khi đóng chương trình", "Để lần sau"],
    defaultId: INSTALL,
    cancelId: 1,
  });
  return response === INSTALL;
}
