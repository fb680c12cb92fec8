// The thread in which PDFs are opened on the server, one request at a time; see pdf-threads.ts.
import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { createCanvas } from "@napi-rs/canvas";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { findQuote, quoteOf, type WantedQuote } from "../../shared/paper/quote.ts";
import { openPdf } from "./open-pdf.ts";
import { readPageText } from "./page-text.ts";
import type { PdfAnswer, PdfRequest, PlacedQuote } from "./pdf-threads.ts";
import { degreeOfSecrecy, HEAD_PART } from "./secrecy.ts";

/** Wide enough for the home page's preview on a sharp screen. */
const THUMBNAIL_WIDTH = 400;
/** A page may be a strip ten thousand times as high as it is wide: it is drawn smaller, not cut. */
const THUMBNAIL_HEIGHT = 1200;
const WEBP_QUALITY = 80;
/** No paper of a meeting is longer; what claims to be is built to take for ever. */
const MAX_PAGES = 3_000;

async function answer(request: PdfRequest): Promise<PdfAnswer> {
  let pdf: PDFDocumentProxy | null = null;
  try {
    pdf = await openPdf(new Uint8Array(await readFile(request.file)));
    return request.kind === "inspect" ? await inspect(pdf) : await place(pdf, request.quotes);
  } catch (error) {
    return { is: error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged" };
  } finally {
    await pdf?.loadingTask.destroy();
  }
}

async function inspect(pdf: PDFDocumentProxy): Promise<PdfAnswer> {
  if (pdf.numPages > MAX_PAGES) return { is: "tooLong", most: MAX_PAGES };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const degree = degreeOfSecrecy(await headOf(pdf, number));
    if (degree !== null) return { is: "secret", degree, pageNumber: number };
  }
  return { is: "sound", pageCount: pdf.numPages, thumbnail: await thumbnail(pdf) };
}

/** The pieces of text in the upper part of a page, as it is seen. */
async function headOf(pdf: PDFDocumentProxy, number: number): Promise<string[]> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  page.cleanup();
  const lines: string[] = [];
  let line = "";
  for (const item of items) {
    if (!("str" in item)) continue;
    const point: unknown[] = viewport.convertToViewportPoint(Number(item.transform[4]), Number(item.transform[5]));
    if (Number(point[1]) <= viewport.height * HEAD_PART) line += item.str;
    // A stamp stands alone: a gap that pdf.js tells as white space of its own parts two columns of the head.
    if (!item.hasEOL && !(item.str.trim() === "" && item.width > item.height)) continue;
    lines.push(line);
    line = "";
  }
  return [...lines, line].filter((text) => text.trim() !== "");
}

async function thumbnail(pdf: PDFDocumentProxy): Promise<Uint8Array> {
  const page = await pdf.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(THUMBNAIL_WIDTH / width, THUMBNAIL_HEIGHT / height) });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // pdf.js draws on any canvas of the standard shape; its types know the browser's only.
  await page.render({ canvas: canvas as never, viewport }).promise;
  return canvas.encode("webp", WEBP_QUALITY);
}

async function place(pdf: PDFDocumentProxy, quotes: readonly (WantedQuote & { pageIndex: number })[]) {
  const found: (PlacedQuote | null)[] = [];
  for (const wanted of quotes) {
    const text = await readPageText(pdf, wanted.pageIndex);
    const where = findQuote(text, wanted);
    found.push(where && { quads: where.quads.flat(), quote: quoteOf(text, where.start, where.end) });
  }
  return { is: "placed" as const, found };
}

parentPort?.on("message", (request: PdfRequest) => {
  void answer(request).then((result) => parentPort?.postMessage(result));
});
