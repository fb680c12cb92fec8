// A step that takes its time says so in one line: what it does, a dot now and then, and how long it took.

const DOT_MS = 3_000;

/**
 * Does the work under one line of progress.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function slowStep(what, work) {
  const start = performance.now();
  process.stdout.write(`${what} `);
  const dots = setInterval(() => process.stdout.write("."), DOT_MS);
  let outcome = "không được";
  try {
    const result = await work();
    outcome = "xong";
    return result;
  } finally {
    clearInterval(dots);
    process.stdout.write(` ${outcome}, ${Math.round((performance.now() - start) / 1000)} giây\n`);
  }
}
