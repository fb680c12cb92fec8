// From the browser's selection to stretches of the pages' text models, and from those to what a mark keeps.
import type { PageText } from "../../../../shared/paper/page-text.ts";
import { quadsOf, quoteOf, trimStretch } from "../../../../shared/paper/quote.ts";
import type { HighlightPlace } from "../../../../shared/ydoc/marks.ts";

/** A selected stretch of one page. */
export interface PageSelection {
  pageIndex: number;
  start: number;
  end: number;
}

/** What is selected inside `root`, page by page. */
export function readSelection(root: HTMLElement): PageSelection[] {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const found: PageSelection[] = [];
  for (const page of root.querySelectorAll<HTMLElement>("[data-page]")) {
    if (!range.intersectsNode(page)) continue;
    const spans = [...page.querySelectorAll<HTMLElement>("[data-start]")].filter((span) => range.intersectsNode(span));
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) continue;
    const start = startOf(first) + offsetIn(first, range.startContainer, range.startOffset, 0);
    const end = startOf(last) + offsetIn(last, range.endContainer, range.endOffset, last.textContent.length);
    if (end > start) found.push({ pageIndex: Number(page.dataset["page"]), start, end });
  }
  return found;
}

const startOf = (span: HTMLElement): number => Number(span.dataset["start"]);

/** The offset when the boundary lies in the span, otherwise the whole span's side. */
function offsetIn(span: HTMLElement, container: Node, offset: number, otherwise: number): number {
  if (!span.contains(container)) return otherwise;
  return container.nodeType === Node.TEXT_NODE ? offset : offset === 0 ? 0 : span.textContent.length;
}

/** Most letters one mark quotes; a longer selection keeps its quads and the beginning of its quote. */
const MAX_QUOTE = 2000;

/** The anchor of a selected stretch; null when only white space is selected. */
export function anchorOf(text: PageText, selected: PageSelection, version: number): HighlightPlace | null {
  const part = trimStretch(text, selected.start, selected.end);
  if (!part) return null;
  const quote = quoteOf(text, part.start, part.end);
  return {
    version,
    pageIndex: selected.pageIndex,
    quads: quadsOf(text, part.start, part.end)
      .flat()
      .map((n) => Math.round(n * 100) / 100),
    quote: { ...quote, exact: quote.exact.slice(0, MAX_QUOTE) },
  };
}
