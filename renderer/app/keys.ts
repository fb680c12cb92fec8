// The keys that work on every screen, and the list of all keys for the help.
import type { PageCommand } from "../platform/commands.ts";

/** Rules: letters and signs are not taken from somebody who is typing; F1 and keys with Ctrl or Alt always work. */
export function commandOfKey(event: KeyboardEvent): PageCommand | null {
  if (event.key === "F1") return "keyboard-help";
  if (event.altKey && event.key === "Home") return "home";
  const held = event.ctrlKey || event.metaKey;
  if (held && event.key.toLowerCase() === "k") return "find-meeting";
  if (held && event.key === ",") return "settings";
  if (event.key === "?" && !isTyping(event.target)) return "keyboard-help";
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The keys of the whole product in groups; the words of each stand in the catalogue under `keys`. */
export const keyGroups = [
  {
    name: "everywhere",
    keys: { help: "F1, ?", findMeeting: "Ctrl + K", home: "Alt + Home", settings: "Ctrl + ,", leave: "Esc" },
  },
  {
    name: "agenda",
    keys: {
      up: "Alt + ↑",
      down: "Alt + ↓",
      inward: "Alt + →",
      outward: "Alt + ←",
      undo: "Ctrl + Z",
      redo: "Ctrl + Y",
    },
  },
  {
    name: "paper",
    keys: {
      nextPage: "→, PageDown",
      previousPage: "←, PageUp",
      firstPage: "Home",
      lastPage: "End",
      zoomIn: "+",
      zoomOut: "-",
      searchPaper: "Ctrl + F",
      comment: "G",
      undo: "Ctrl + Z",
      redo: "Ctrl + Y",
    },
  },
] as const;
