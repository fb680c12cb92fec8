// What a row of the bench is, and how it is printed.

export interface Row {
  what: string;
  target: string;
  /** Measured figures as text, ours and the reference's of the same run; "–" when there is none. */
  ours: string;
  reference: string;
  /** Ours ÷ reference, or null where the target is absolute. */
  ratio: number | null;
  met: boolean;
}

export interface RowOptions {
  /** Shorter and smaller: shows that the row runs, its figures mean little. */
  quick: boolean;
}

/** One file of tests/load/rows exports one of these for each line of the table. */
export type RowMaker = (options: RowOptions) => Promise<Row[]>;

export function printRow({ what, target, ours, reference, ratio, met }: Row): void {
  const cells = [
    met ? "met   " : "MISSED",
    what,
    `ours ${ours}`,
    `reference ${reference}`,
    ratio === null ? "" : `${ratio.toFixed(2)} ×`,
  ];
  console.log(`${cells.filter(Boolean).join(" · ")} · target ${target}`);
}

/** The value below which the given share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const mb = (bytes: number) => `${(bytes / (1 << 20)).toFixed(1)} MB`;
export const us = (value: number) => `${value.toFixed(2)} µs`;
