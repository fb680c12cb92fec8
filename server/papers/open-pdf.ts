// The one way in which the server opens a PDF: no scripts, no network, no fonts of the machine.
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

const packageFolder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
/** Pictures larger than this are not drawn: a thumbnail is not worth a gigabyte. */
const MAX_IMAGE_PIXELS = 50_000_000;

/** @throws PasswordException, InvalidPDFException and others of pdf.js. The bytes are handed over. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    stopAtErrors: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    useSystemFonts: false,
    cMapUrl: join(packageFolder, "cmaps") + sep,
    standardFontDataUrl: join(packageFolder, "standard_fonts") + sep,
    wasmUrl: join(packageFolder, "wasm") + sep,
  }).promise;
}
