// An opened PDF: sizes, drawing, text with glyph boxes, links and outline. Everything pdf.js is hidden behind this.
import type { PDFDocumentProxy, PDFPageProxy, PageViewport } from "pdfjs-dist";
import { readFonts, readGlyphBoxes } from "../../../../shared/paper/glyph-boxes.ts";
import { apply, type Matrix } from "../../../../shared/paper/matrix.ts";
import type { PageText } from "../../../../shared/paper/page-text.ts";
import { AnnotationMode, loadPdfjs, OPS } from "./pdfjs.ts";

/** Quarter turns clockwise, added to the page's own. */
export type Turn = 0 | 90 | 180 | 270;

/** A page's place at scale 1: CSS pixels per point, and how user space lies in it. */
export interface PageView {
  width: number;
  height: number;
  /** From PDF user space to the page seen at scale 1. */
  matrix: Matrix;
}

/** A link on a page: its corners at scale 1, and where it leads. */
export interface PageLink {
  box: { left: number; top: number; width: number; height: number };
  target: { page: number } | { url: string };
}

/** One line of the outline. */
export interface OutlineEntry {
  title: string;
  page: number | null;
  children: OutlineEntry[];
}

/** Why a paper did not open. */
export type OpenProblem = "locked" | "damaged" | "gone" | "network";

/** Thrown by `openPaperFile`. */
export class OpenError extends Error {
  readonly problem: OpenProblem;
  constructor(problem: OpenProblem, cause: unknown) {
    super(`paper does not open: ${problem}`, { cause });
    this.problem = problem;
  }
}

/** More pixels than this on one canvas and tablets run out of memory: density gives way first. */
const MAX_CANVAS_PIXELS = 16_000_000;

/** Bytes asked for at once; small enough that the first page of a long paper comes before the rest. */
const RANGE_CHUNK = 65_536;

/** Opens a paper from the server, by ranges. */
export async function openPaperFile(source: { url: string; headers: Record<string, string> }): Promise<PaperFile> {
  const pdfjs = loadPdfjs();
  const assets = new URL("pdfjs/", new URL("/", document.baseURI)).href;
  const task = pdfjs.getDocument({
    url: source.url,
    httpHeaders: source.headers,
    withCredentials: false,
    rangeChunkSize: RANGE_CHUNK,
    disableStream: true,
    cMapUrl: `${assets}cmaps/`,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    iccUrl: `${assets}iccs/`,
    isEvalSupported: false,
    enableXfa: false,
  } as Parameters<typeof pdfjs.getDocument>[0]);
  try {
    return new PaperFile(await task.promise);
  } catch (error) {
    await task.destroy();
    throw new OpenError(problemOf(error), error);
  }
}

function problemOf(error: unknown): OpenProblem {
  const { name, status } = error as { name?: string; status?: number };
  if (name === "PasswordException") return "locked";
  if (name === "InvalidPDFException") return "damaged";
  if (name === "ResponseException") return status === 404 || status === 403 || status === 410 ? "gone" : "network";
  return "damaged";
}

/** An opened PDF. Pages count from 0. */
export class PaperFile {
  readonly #pdf: PDFDocumentProxy;
  readonly #texts = new Map<number, Promise<PageText>>();

  constructor(pdf: PDFDocumentProxy) {
    this.#pdf = pdf;
  }

  get pageCount(): number {
    return this.#pdf.numPages;
  }

  /** Frees the worker's memory. */
  async close(): Promise<void> {
    await this.#pdf.loadingTask.destroy();
  }

  /** Size and matrix of a page at scale 1. */
  async view(index: number, turn: Turn): Promise<PageView> {
    return toView(viewportOf(await this.#page(index), 1, turn));
  }

  /** Draws a page on a canvas whose CSS size the caller sets; density is for sharp screens. Ends early on abort. */
  async draw(
    canvas: HTMLCanvasElement,
    index: number,
    look: { scale: number; density: number; turn: Turn },
    signal: AbortSignal,
  ): Promise<void> {
    const page = await this.#page(index);
    const one = viewportOf(page, 1, look.turn);
    const most = Math.sqrt(MAX_CANVAS_PIXELS / (one.width * one.height));
    const viewport = viewportOf(page, Math.min(look.scale * look.density, most), look.turn);
    const unwanted = (): boolean => signal.aborted;
    if (unwanted()) return;
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    const task = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
    signal.addEventListener("abort", () => task.cancel(), { once: true });
    try {
      await task.promise;
    } catch (error) {
      if (!unwanted()) throw error;
    }
  }

  /** The text of a page with glyph boxes; kept, because a page is asked for again and again. */
  text(index: number): Promise<PageText> {
    let text = this.#texts.get(index);
    if (!text) {
      text = this.#readText(index);
      this.#texts.set(index, text);
      text.catch(() => this.#texts.delete(index));
    }
    return text;
  }

  /** The links of a page. */
  async links(index: number, turn: Turn): Promise<PageLink[]> {
    const page = await this.#page(index);
    const view = toView(viewportOf(page, 1, turn));
    const found: PageLink[] = [];
    for (const entry of (await page.getAnnotations()) as Record<string, unknown>[]) {
      if (entry["subtype"] !== "Link") continue;
      const target = await this.#target(entry["dest"], entry["url"]);
      if (target) found.push({ target, box: boxOf(view, entry["rect"] as number[]) });
    }
    return found;
  }

  /** The outline; empty when the paper has none. */
  async outline(): Promise<OutlineEntry[]> {
    const read = async (entries: readonly RawOutline[]): Promise<OutlineEntry[]> =>
      Promise.all(
        entries.map(async (entry) => ({
          title: entry.title.normalize("NFC").trim(),
          page: await this.#pageOf(entry.dest),
          children: await read(entry.items),
        })),
      );
    const raw: unknown = await this.#pdf.getOutline();
    return read(Array.isArray(raw) ? (raw as RawOutline[]) : []);
  }

  #page(index: number): Promise<PDFPageProxy> {
    return this.#pdf.getPage(index + 1);
  }

  async #readText(index: number): Promise<PageText> {
    const page = await this.#page(index);
    const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    return readGlyphBoxes(operators, await readFonts(page, operators, OPS), OPS);
  }

  async #target(dest: unknown, url: unknown): Promise<PageLink["target"] | null> {
    if (typeof url === "string") return { url };
    const page = await this.#pageOf(dest);
    return page === null ? null : { page };
  }

  async #pageOf(dest: unknown): Promise<number | null> {
    const explicit = typeof dest === "string" ? await this.#pdf.getDestination(dest) : dest;
    const first: unknown = Array.isArray(explicit) ? explicit[0] : null;
    if (typeof first === "number") return first;
    if (typeof first !== "object" || first === null) return null;
    // A destination that points at no page of this file is a fault of the file, not of the reader.
    return this.#pdf.getPageIndex(first as { num: number; gen: number }).catch(() => null);
  }
}

interface RawOutline {
  title: string;
  dest: unknown;
  items: readonly RawOutline[];
}

function viewportOf(page: PDFPageProxy, scale: number, turn: Turn): PageViewport {
  return page.getViewport({ scale, rotation: (page.rotate + turn) % 360 });
}

function toView(viewport: PageViewport): PageView {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform;
  return { width: viewport.width, height: viewport.height, matrix: [a, b, c, d, e, f] };
}

function boxOf(view: PageView, rect: readonly number[]): PageLink["box"] {
  const [left, bottom, right, top] = [rect[0] ?? 0, rect[1] ?? 0, rect[2] ?? 0, rect[3] ?? 0];
  const [x1, y1] = apply(view.matrix, left, bottom);
  const [x2, y2] = apply(view.matrix, right, top);
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}
