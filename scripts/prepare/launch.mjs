// How a launcher ends when it cannot go on.
import { stopChildren } from "./children.mjs";

/**
 * Runs a launcher; a failure is said in its own words, without a stack, and ends with a non-zero code.
 * @param {() => Promise<number>} main gives the exit code
 */
export async function launch(main) {
  let code = 1;
  try {
    code = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  await stopChildren();
  process.exit(code);
}
