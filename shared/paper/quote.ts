// From a stretch of a page's text to what a mark keeps: its quads, its quote and the words around it; and back.
import { fold, foldWithMap } from "../vietnamese/fold.ts";
import { boxAt, type PageText, type Quad } from "./page-text.ts";

/** Letters of context kept on each side of a quote: enough to tell repeated clauses of administrative text apart. */
export const CONTEXT_LENGTH = 48;

/** The quoted words and their surroundings. White space is one space each. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

const plain = (text: string): string => text.replace(/\s+/gu, " ");

/** The stretch without white space at its ends; null when nothing is left. */
export function trimStretch(page: PageText, start: number, end: number): { start: number; end: number } | null {
  let [from, to] = [Math.max(0, start), Math.min(page.text.length, end)];
  while (from < to && /\s/u.test(page.text.charAt(from))) from++;
  while (to > from && /\s/u.test(page.text.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

/** One quad for each run the stretch touches, in reading order. */
export function quadsOf(page: PageText, start: number, end: number): Quad[] {
  const quads: Quad[] = [];
  for (const run of page.runs) {
    const part = trimStretch(page, Math.max(run.start, start), Math.min(run.end, end));
    if (!part) continue;
    const [first, last] = [boxAt(page, part.start), boxAt(page, part.end - 1)];
    quads.push([first[0], first[1], last[2], last[3], first[4], first[5], last[6], last[7]]);
  }
  return quads;
}

/** The quote of a stretch with its context. */
export function quoteOf(page: PageText, start: number, end: number): Quote {
  return {
    exact: plain(page.text.slice(start, end)),
    prefix: plain(page.text.slice(Math.max(0, start - CONTEXT_LENGTH), start)),
    suffix: plain(page.text.slice(end, end + CONTEXT_LENGTH)),
  };
}

/** Finds a quote again; of several places, the one whose context agrees in most letters. Null when it is not there. */
export function findQuote(page: PageText, wanted: Quote): { start: number; end: number } | null {
  const { text, starts } = foldWithMap(page.text);
  const needle = fold(wanted.exact).trim();
  if (needle === "") return null;
  let best: { at: number; score: number } | null = null;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const score =
      sameEnd(text.slice(0, at), fold(wanted.prefix)) + sameStart(text.slice(at + needle.length), fold(wanted.suffix));
    if (!best || score > best.score) best = { at, score };
  }
  if (!best) return null;
  return { start: starts[best.at] ?? 0, end: (starts[best.at + needle.length - 1] ?? 0) + 1 };
}

function sameStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function sameEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++;
  return n;
}
