// How every window is locked in: its page runs in Chromium's sandbox, apart from the preload script, without Node.js.
// app.enableSandbox() would take --no-sandbox from the child processes, which then crash for root: asked per window.
import type { WebPreferences } from "electron";

/** The preferences of every window. @param preload path of the built preload script; without it there is no bridge */
export function lockedPreferences(preload?: string): WebPreferences {
  return {
    ...(preload !== undefined && { preload }),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false, // would fetch dictionaries from outside
  };
}
