// Finds the item that kept words most likely belonged to: the one that shares most of their words. Pure.
import type { AgendaItem } from "../../../../shared/ydoc/agenda.ts";

/** Null when no item shares a word with them. */
export function closestItem(words: string, items: readonly AgendaItem[]): AgendaItem | null {
  const wanted = wordSet(words);
  let best: AgendaItem | null = null;
  let most = 0;
  for (const item of items) {
    const shared = [...wordSet(`${item.title} ${item.description}`)].filter((word) => wanted.has(word)).length;
    if (shared > most) [best, most] = [item, shared];
  }
  return best;
}

function wordSet(text: string): Set<string> {
  return new Set(
    text
      .normalize("NFC")
      .toLocaleLowerCase("vi")
      .match(/\p{L}{2,}/gu) ?? [],
  );
}
