// The thread in which an uploaded PDF is opened for the first time.
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { createCanvas } from "@napi-rs/canvas";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { InspectionAnswer } from "./inspect.ts";
import { openPdf } from "./open-pdf.ts";

/** Wide enough for the home page's preview on a sharp screen. */
const THUMBNAIL_WIDTH = 400;
const WEBP_QUALITY = 80;

async function look(file: string): Promise<InspectionAnswer> {
  try {
    const pdf = await openPdf(new Uint8Array(await readFile(file)));
    return { is: "sound", pageCount: pdf.numPages, firstText: await firstText(pdf), thumbnail: await thumbnail(pdf) };
  } catch (error) {
    return { is: error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged" };
  }
}

async function firstText(pdf: PDFDocumentProxy): Promise<string> {
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
}

async function thumbnail(pdf: PDFDocumentProxy): Promise<Uint8Array> {
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale: THUMBNAIL_WIDTH / page.getViewport({ scale: 1 }).width });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // pdf.js draws on any canvas of the standard shape; its types know the browser's only.
  await page.render({ canvas: canvas as never, viewport }).promise;
  return canvas.encode("webp", WEBP_QUALITY);
}

parentPort?.postMessage(await look((workerData as { file: string }).file));
