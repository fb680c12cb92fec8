// The collection of difficult PDFs and DOCX that some tests read; it lies beside the checkout, not in it.
import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = process.env["BANHOP_PAPERS"] ?? join(import.meta.dirname, "../../../shared/data");

/** Whether the collection is on this machine; a test that needs it asks first and says why it does nothing. */
export function hasPapers(): boolean {
  if (existsSync(folder)) return true;
  console.warn(`No collection of papers at ${folder}: set BANHOP_PAPERS to its folder to run this test.`);
  return false;
}

/**
 * The path of one paper of the collection.
 * @throws Error when it is not there.
 */
export function paperPath(name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`no paper ${path}: set BANHOP_PAPERS to the folder of the collection`);
  return path;
}
