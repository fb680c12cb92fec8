// The order of papers under one item, as fractional keys. Pure.
import { generateKeyBetween } from "fractional-indexing";

interface Placed {
  id: string;
  order: string;
}

/** The new key of a paper that goes one place up or down among `papers`, which stand in order; null when it cannot. */
export function orderAfterStep(papers: readonly Placed[], id: string, step: "up" | "down"): string | null {
  const from = papers.findIndex((paper) => paper.id === id);
  const to = step === "up" ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= papers.length) return null;
  const rest = papers.filter((paper) => paper.id !== id);
  const before = rest[to - 1]?.order ?? null;
  const after = rest.slice(to).find(({ order }) => before === null || order > before)?.order ?? null;
  return generateKeyBetween(before, after);
}
