// The reader's keys. Rules: letters and arrows belong to a field while one is typed into; Ctrl+F always searches here.
import { useEffect } from "react";
import { onCommand } from "../../platform/commands.ts";

export interface KeyActs {
  next: () => void;
  previous: () => void;
  first: () => void;
  last: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  search: () => void;
  comment: () => void;
  escape: () => void;
  undo: () => void;
  redo: () => void;
}

const plainKeys: Readonly<Record<string, keyof KeyActs>> = {
  ArrowRight: "next",
  ArrowLeft: "previous",
  PageDown: "next",
  PageUp: "previous",
  Home: "first",
  End: "last",
  "+": "zoomIn",
  "=": "zoomIn",
  "-": "zoomOut",
  g: "comment",
  G: "comment",
  Escape: "escape",
};
const controlKeys: Readonly<Record<string, keyof KeyActs>> = {
  f: "search",
  "+": "zoomIn",
  "=": "zoomIn",
  "-": "zoomOut",
  z: "undo",
  y: "redo",
};

/** Listens on the whole window while the reader is shown. */
export function useKeys(acts: KeyActs): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.altKey || event.defaultPrevented) return;
      const control = event.ctrlKey || event.metaKey;
      const act = (control ? controlKeys : plainKeys)[event.key];
      if (!act) return;
      if (isTyping(event.target) && act !== "search") return;
      event.preventDefault();
      acts[act === "undo" && event.shiftKey ? "redo" : act]();
    };
    const leaveCommands = onCommand((command) => {
      if (command !== "search") return false;
      acts.search();
      return true;
    });
    window.addEventListener("keydown", press);
    return () => {
      leaveCommands();
      window.removeEventListener("keydown", press);
    };
  }, [acts]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName) ||
      target.closest("[role=menu]") !== null)
  );
}
