// Waiting for something to become true, with a deadline instead of a guessed pause.

/** How long a condition may take before the test fails: generous, since two cores are shared by several processes. */
const DEADLINE_MS = 10_000;
/** Often enough to be quick, seldom enough to leave the processor to what is waited for. */
const STEP_MS = 10;

/**
 * Waits until the condition gives something truthy, and returns it.
 * @throws Error with the description when the deadline passes first.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what = "the condition",
  deadlineMs = DEADLINE_MS,
): Promise<NonNullable<T>> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`waited ${deadlineMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
