// From a stretch of a page's text to what a mark keeps: its quads, its quote and the words around it; and back.
import { fold, foldWithMap } from "../vietnamese/fold.ts";
import { boxAt, type PageText, type Quad } from "./page-text.ts";

/** Letters of context kept on each side of a quote: enough to tell repeated clauses of administrative text apart. */
const CONTEXT_LENGTH = 48;

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

/** Where a quote stands in a page. */
export interface QuotePlace {
  start: number;
  end: number;
  quads: readonly Quad[];
}

/** What is looked for; context may be unknown. */
export type WantedQuote = Pick<Quote, "exact"> & Partial<Quote>;

/** Letters of context compared on each side of a place. */
const COMPARED = CONTEXT_LENGTH * 2;

/**
 * Finds a quote in a page. Rules: any run of white space counts as one space; marks and case are forgiven, but of
 * several places the one that has them comes first, then the one whose context agrees in most letters. Null when it
 * is not there.
 */
export function findQuote(page: PageText, wanted: WantedQuote): QuotePlace | null {
  const { text, starts } = foldWithMap(page.text);
  const needle = fold(wanted.exact).trim();
  if (needle === "") return null;
  const [exact, prefix, suffix] = [tidy(wanted.exact), fold(wanted.prefix ?? ""), fold(wanted.suffix ?? "")];
  let best: { start: number; end: number; score: number } | null = null;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const [start, end] = [starts[at] ?? 0, (starts[at + needle.length - 1] ?? 0) + 1];
    const score =
      (tidy(page.text.slice(start, end)) === exact ? COMPARED : 0) +
      sameEnd(text.slice(Math.max(0, at - CONTEXT_LENGTH), at), prefix) +
      sameStart(text.slice(at + needle.length, at + needle.length + CONTEXT_LENGTH), suffix);
    if (!best || score > best.score) best = { start, end, score };
  }
  return best && { start: best.start, end: best.end, quads: quadsOf(page, best.start, best.end) };
}

const tidy = (text: string): string => plain(text).trim().normalize("NFC");

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
