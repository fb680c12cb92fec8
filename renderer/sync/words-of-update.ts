// The words that an update carries, for showing somebody what was not taken in.
import * as Y from "yjs";

const IDENTIFIER = /^[0-9A-Z]{26}$|^\d{4}-\d\d-\d\dT/;

/** What a person would recognise as their words: typed text and text values, without ids and times. */
export function wordsOfUpdate(update: Uint8Array): string {
  const words: string[] = [];
  let text = "";
  const endOfText = (): void => {
    if (text.trim()) words.push(text);
    text = "";
  };
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!("content" in struct)) continue;
    const { content } = struct;
    if (content instanceof Y.ContentString) text += content.str;
    else {
      endOfText();
      if (content instanceof Y.ContentAny) words.push(...content.arr.filter(isWords));
    }
  }
  endOfText();
  return words.join("\n");
}

function isWords(value: unknown): value is string {
  return typeof value === "string" && value.includes(" ") && !IDENTIFIER.test(value);
}
