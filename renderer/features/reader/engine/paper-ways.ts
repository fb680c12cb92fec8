// The ways through a paper: links on its pages and its outline.
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { boxOf, type PageBox, type PageView } from "./page-view.ts";

/** A link on a page: its place at scale 1, and where it leads. */
export interface PageLink {
  box: PageBox;
  target: { page: number } | { url: string };
}

/** One line of the outline. */
export interface OutlineEntry {
  title: string;
  page: number | null;
  children: OutlineEntry[];
}

/** Hostile papers carry more; nobody reads them. */
const MAX_LINKS = 2000;
const MAX_OUTLINE_DEPTH = 8;

interface RawOutline {
  title: string;
  dest: unknown;
  items: readonly RawOutline[];
}

/** The links of a page that lead somewhere. */
export async function readLinks(pdf: PDFDocumentProxy, page: PDFPageProxy, view: PageView): Promise<PageLink[]> {
  const found: PageLink[] = [];
  for (const entry of (await page.getAnnotations()) as Record<string, unknown>[]) {
    if (entry["subtype"] !== "Link" || found.length === MAX_LINKS) continue;
    const target = await targetOf(pdf, entry["dest"], entry["url"]);
    if (target) found.push({ target, box: boxOf(view, entry["rect"] as number[]) });
  }
  return found;
}

/** The outline; empty when the paper has none. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const read = async (entries: readonly RawOutline[], depth: number): Promise<OutlineEntry[]> =>
    Promise.all(
      entries.map(async (entry) => ({
        title: entry.title.normalize("NFC").trim(),
        page: await pageOf(pdf, entry.dest),
        children: depth < MAX_OUTLINE_DEPTH ? await read(entry.items, depth + 1) : [],
      })),
    );
  const raw: unknown = await pdf.getOutline();
  return read(Array.isArray(raw) ? (raw as RawOutline[]) : [], 1);
}

async function targetOf(pdf: PDFDocumentProxy, dest: unknown, url: unknown): Promise<PageLink["target"] | null> {
  if (typeof url === "string") return { url };
  const page = await pageOf(pdf, dest);
  return page === null ? null : { page };
}

async function pageOf(pdf: PDFDocumentProxy, dest: unknown): Promise<number | null> {
  const explicit = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
  const first: unknown = Array.isArray(explicit) ? explicit[0] : null;
  if (typeof first === "number") return first >= 0 && first < pdf.numPages ? first : null;
  if (typeof first !== "object" || first === null) return null;
  // A destination that points at no page of this file is a fault of the file, not of the reader.
  return pdf.getPageIndex(first as { num: number; gen: number }).catch(() => null);
}
