// The one place that loads pdf.js: its page half with our polyfills, and its worker from our own entry.
import "./polyfills.ts";
import * as pdfjs from "pdfjs-dist/legacy/build/pdf.min.mjs";

let worker: Worker | null = null;

/** pdf.js with its worker running; the worker is shared by every paper opened in this window. */
export function loadPdfjs(): typeof pdfjs {
  if (!worker) {
    worker = new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" });
    pdfjs.GlobalWorkerOptions.workerPort = worker;
  }
  return pdfjs;
}

export const { OPS, AnnotationMode } = pdfjs;
