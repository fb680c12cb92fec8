// The reader's rows: a paper of three hundred pages beside bare pdf.js.
import { runPaper } from "../paper/index.ts";
import type { RowMaker } from "../row.ts";

export const paper: RowMaker = async () =>
  (await runPaper()).map(({ name, ours, bare, unit, target, met }) => ({
    what: name,
    target: target ?? "told only",
    ours: `${ours.toFixed(1)} ${unit}`,
    reference: bare === null ? "–" : `${bare.toFixed(1)} ${unit}`,
    ratio: bare === null ? null : ours / bare,
    met: met ?? true,
  }));
