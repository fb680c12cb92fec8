// Cuts running text where marks begin and end. Pieces are as long as the text they stand for, so that an offset in a piece
// is an offset in the page's text.
import type { PageText } from "../../../../shared/paper/page-text.ts";
import type { Paragraph } from "../../../../shared/paper/paragraphs.ts";
import { findQuote } from "../../../../shared/paper/quote.ts";
import type { Quote } from "../../../../shared/ydoc/marks.ts";

/** What is asked of a mark here. */
export interface QuotingMark {
  key: string;
  pageIndex: number;
  author: string;
  layer: "shared" | "private";
  quote: Quote;
}

/** A stretch of the page's text that a mark lies on. */
export interface MarkSpan {
  start: number;
  end: number;
  mark: QuotingMark;
}

/** A piece of a paragraph with the mark on it. */
export interface Piece {
  start: number;
  words: string;
  mark: QuotingMark | null;
}

/** Finding a quote costs time; nobody sees more than this on one page. */
const MAX_SPANS = 200;

/** Where a page's marks lie in its text; a mark whose words are not there is left out. */
export function spansOf(text: PageText, marks: readonly QuotingMark[], page: number): MarkSpan[] {
  return marks
    .filter((mark) => mark.pageIndex === page)
    .slice(0, MAX_SPANS)
    .flatMap((mark) => {
      const place = findQuote(text, mark.quote);
      return place ? [{ start: place.start, end: place.end, mark }] : [];
    });
}

/** A paragraph in pieces; where marks overlap, the shortest is on top. */
export function piecesOf(text: PageText, { start, end }: Paragraph, spans: readonly MarkSpan[]): Piece[] {
  const here = spans.filter((span) => span.start < end && span.end > start);
  const cuts = [start, end, ...here.flatMap((span) => [span.start, span.end])]
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => a - b);
  const pieces: Piece[] = [];
  cuts.forEach((from, i) => {
    const to = cuts[i + 1] ?? from;
    if (to <= from) return;
    const over = here.filter((span) => span.start <= from && span.end >= to);
    const top = over.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    pieces.push({ start: from, words: text.text.slice(from, to).replaceAll("\n", " "), mark: top?.mark ?? null });
  });
  return pieces;
}
