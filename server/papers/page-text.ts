// The text of a page of an opened PDF with the box of each letter, as the reader computes it.
import { OPS, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readFonts, readGlyphBoxes } from "../../shared/paper/glyph-boxes.ts";
import type { PageText } from "../../shared/paper/page-text.ts";

/** @throws Error when there is no such page */
export async function readPageText(pdf: PDFDocumentProxy, pageIndex: number): Promise<PageText> {
  const page = await pdf.getPage(pageIndex + 1);
  const operators = await page.getOperatorList();
  return readGlyphBoxes(operators, await readFonts(page, operators, OPS), OPS);
}
