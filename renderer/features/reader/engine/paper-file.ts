// An opened PDF: sizes, drawing and text with glyph boxes. Everything pdf.js is hidden behind this.
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { readFonts, readGlyphBoxes } from "../../../../shared/paper/glyph-boxes.ts";
import type { PageText } from "../../../../shared/paper/page-text.ts";
import { type PageView, toView, type Turn, viewportOf } from "./page-view.ts";
import { type OutlineEntry, type PageLink, readLinks, readOutline } from "./paper-ways.ts";
import { AnnotationMode, OPS } from "./pdfjs.ts";
import type { RangeSource, SourceState } from "./range-source.ts";
import { Recent } from "./recent.ts";

/** More pixels than this on one canvas and tablets run out of memory: density gives way first. */
const MAX_CANVAS_PIXELS = 16_000_000;
/** Pages whose glyph boxes are kept: those in sight, their neighbours and a selection over several; 80 KB each. */
const KEPT_TEXTS = 24;

/** How a page is drawn. */
export interface Look {
  scale: number;
  density: number;
  turn: Turn;
}

/** An opened PDF. Pages count from 0. */
export class PaperFile {
  readonly #pdf: PDFDocumentProxy;
  readonly #source: RangeSource;
  readonly #texts = new Recent<number, Promise<PageText>>(KEPT_TEXTS);
  readonly #words = new Map<number, string>();
  readonly #drawing = new Set<Promise<void>>();
  #later: Promise<void> = Promise.resolve();
  readonly #held = new Map<number, number>();

  constructor(pdf: PDFDocumentProxy, source: RangeSource) {
    this.#pdf = pdf;
    this.#source = source;
  }

  get pageCount(): number {
    return this.#pdf.numPages;
  }

  /** Tells how the bytes come, now and later. */
  onState(listener: (state: SourceState) => void): void {
    this.#source.onState(listener);
    listener(this.#source.state);
  }

  /** Asks the server again without waiting. */
  retry(): void {
    this.#source.retry();
  }

  /** Frees the worker's memory. */
  async close(): Promise<void> {
    this.#source.close();
    await this.#pdf.loadingTask.destroy();
  }

  /** Size and matrix of a page at scale 1. */
  async view(index: number, turn: Turn): Promise<PageView> {
    return toView(viewportOf(await this.#page(index), 1, turn));
  }

  /** A page in sight keeps what pdf.js has read of it; the answer lets go of it. */
  hold(index: number): () => void {
    this.#held.set(index, (this.#held.get(index) ?? 0) + 1);
    return () => {
      this.#held.set(index, (this.#held.get(index) ?? 1) - 1);
      void this.#letGo(index);
    };
  }

  /** Draws when nothing larger is being drawn, one page after another: for thumbnails. */
  drawLater(canvas: HTMLCanvasElement, index: number, look: Look, signal: AbortSignal): Promise<void> {
    const drawn = this.#later.then(async () => {
      while (this.#drawing.size > 0) await Promise.allSettled(this.#drawing);
      if (!signal.aborted) await this.#render(canvas, index, look, signal);
    });
    // The next one waits for this one, and does not care how it ended.
    this.#later = drawn.catch(() => undefined);
    return drawn;
  }

  /** Draws a page on a canvas whose CSS size the caller sets; density is for sharp screens. Ends early on abort. */
  async draw(canvas: HTMLCanvasElement, index: number, look: Look, signal: AbortSignal): Promise<void> {
    const drawing = this.#render(canvas, index, look, signal);
    this.#drawing.add(drawing);
    await drawing.finally(() => this.#drawing.delete(drawing));
  }

  async #render(canvas: HTMLCanvasElement, index: number, look: Look, signal: AbortSignal): Promise<void> {
    const page = await this.#page(index);
    const one = viewportOf(page, 1, look.turn);
    const most = Math.sqrt(MAX_CANVAS_PIXELS / (one.width * one.height));
    const viewport = viewportOf(page, Math.min(look.scale * look.density, most), look.turn);
    const unwanted = (): boolean => signal.aborted;
    if (unwanted()) return;
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    const task = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
    signal.addEventListener("abort", () => task.cancel(), { once: true });
    try {
      await task.promise;
    } catch (error) {
      if (!unwanted()) throw error;
    } finally {
      void this.#letGo(index);
    }
  }

  /** The text of a page with glyph boxes. */
  text(index: number): Promise<PageText> {
    const known = this.#texts.get(index);
    if (known) return known;
    const text = this.#readText(index);
    this.#texts.set(index, text);
    text.catch(() => this.#texts.delete(index));
    return text;
  }

  /** The letters of a page alone: kept for all pages, since a search asks for them at every letter typed. */
  async words(index: number): Promise<string> {
    return this.#words.get(index) ?? (await this.text(index)).text;
  }

  /** The links of a page. */
  async links(index: number, turn: Turn): Promise<PageLink[]> {
    const page = await this.#page(index);
    return readLinks(this.#pdf, page, toView(viewportOf(page, 1, turn)));
  }

  /** The outline; empty when the paper has none. */
  outline(): Promise<OutlineEntry[]> {
    return readOutline(this.#pdf);
  }

  #page(index: number): Promise<PDFPageProxy> {
    return this.#pdf.getPage(index + 1);
  }

  async #letGo(index: number): Promise<void> {
    if ((this.#held.get(index) ?? 0) > 0) return;
    this.#held.delete(index);
    // A paper that was closed meanwhile has let go of everything.
    const page = await this.#page(index).catch(() => null);
    if (!this.#held.has(index)) page?.cleanup();
  }

  async #readText(index: number): Promise<PageText> {
    const page = await this.#page(index);
    const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    const text = readGlyphBoxes(operators, await readFonts(page, operators, OPS), OPS);
    this.#words.set(index, text.text);
    void this.#letGo(index);
    return text;
  }
}
