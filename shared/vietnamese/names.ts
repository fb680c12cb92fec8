// Vietnamese personal names: family name first, given name last. People are called, sorted and searched by the last.
import { fold } from "./fold.ts";

function wordsOf(fullName: string): string[] {
  return fullName.trim().split(/\s+/);
}

const collator = new Intl.Collator("vi");

/** The order of people in a list: by given name, marks included, and only then by the rest. */
export function compareNames(a: string, b: string): number {
  const [[givenA, restA], [givenB, restB]] = [splitName(a), splitName(b)];
  return collator.compare(givenA, givenB) || collator.compare(restA, restB);
}

function splitName(fullName: string): [given: string, rest: string] {
  const words = wordsOf(fullName);
  return [words.at(-1) ?? "", words.slice(0, -1).join(" ")];
}

/** Last middle name and given name, as people are called: "Bùi Đức Thắng" → "ĐT". */
export function initialsOf(fullName: string): string {
  return wordsOf(fullName)
    .slice(-2)
    .map((word) => word[0]?.toLocaleUpperCase("vi") ?? "")
    .join("");
}

/** A user name as offices here make them, the given name and the other initials: "Bùi Đức Thắng" → "thangbd". */
export function suggestUserName(fullName: string): string {
  const words = fold(fullName)
    .replace(/[^a-z ]/g, "")
    .trim()
    .split(/\s+/);
  return (
    (words.at(-1) ?? "") +
    words
      .slice(0, -1)
      .map((word) => word[0] ?? "")
      .join("")
  );
}
