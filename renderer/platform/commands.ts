// Commands to the page from wherever they are given: the desktop menu, a key, the account menu. The screen in front may
// answer one itself (a paper searches in itself); what nobody answers, the shell does.
import type { MenuCommand } from "../../shared/protocol/desktop-bridge.ts";

/** The commands of the menu, and those that only the page gives. */
export type PageCommand = MenuCommand | "find-meeting";
/** Answers true when it has done what was asked. */
type Answerer = (command: PageCommand) => boolean;

const answerers: Answerer[] = [];

/** Gives a command: the last that began to listen is asked first. */
export function giveCommand(command: PageCommand): void {
  for (const answer of [...answerers].reverse()) if (answer(command)) return;
}

/** Answers commands; the returned function ends that. */
export function onCommand(answer: Answerer): () => void {
  answerers.push(answer);
  return () => {
    answerers.splice(answerers.indexOf(answer), 1);
  };
}

/** Passes on what the desktop menu gives; once, at the start. */
export function listenToMenu(): void {
  window.banhop?.onMenuCommand(giveCommand);
}
