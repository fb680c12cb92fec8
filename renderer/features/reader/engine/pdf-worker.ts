// Entry of the PDF worker: what old Chromium lacks first, then pdf.js itself.
import "./polyfills.ts";
import "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
