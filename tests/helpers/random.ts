// Randomness that can be repeated: a test prints its seed, and BANHOP_SEED brings the same run again.

/** The seed of this run. */
export function seedOf(): number {
  return Number(process.env["BANHOP_SEED"] ?? Date.now() % 1_000_000);
}

/** mulberry32: numbers from 0 to 1, the same ones for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
