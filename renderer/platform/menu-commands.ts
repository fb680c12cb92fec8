// What the menu of the desktop window asks of the page. Each command is answered where its screen is; one that nobody
// answers does nothing.
import { useEffect } from "react";
import type { MenuCommand } from "../../shared/protocol/desktop-bridge.ts";
import "./server.ts"; // declares window.banhop

/** Answers one command of the menu while the component is shown. `answer` must be stable. */
export function useMenuCommand(command: MenuCommand, answer: () => void): void {
  useEffect(
    () => window.banhop?.onMenuCommand((asked) => (asked === command ? answer() : undefined)),
    [command, answer],
  );
}
