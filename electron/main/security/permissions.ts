// Camera, microphone, place, notifications and the rest: refused, except writing to the clipboard on the page's own wish.
import type { Session } from "electron";

const ALLOWED = new Set(["clipboard-sanitized-write", "fullscreen"]);

/** Answers every question for a permission from one short list. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission));
  session.setDevicePermissionHandler(() => false);
}
