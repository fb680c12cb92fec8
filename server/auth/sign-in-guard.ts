// Slows down guessing of passwords: failures are counted per account and address together and per address, each with a
// wait that doubles. An account is never locked for everybody, so nobody can lock a whole office out.
import { RateLimiterMemory } from "rate-limiter-flexible";
import { AppError } from "../../shared/protocol/errors.ts";

/** Typing errors happen: the first five failures cost nothing. */
const FREE_FAILURES = 5;
/** An office behind one address has many people who mistype. */
const FREE_FAILURES_PER_ADDRESS = 50;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** After a quiet hour all is forgotten. */
const MEMORY_SECONDS = 3_600;

export interface SignInGuard {
  /**
   * Asked before the password is looked at. For the account it counts as a failure until `succeeded`, so that many
   * attempts at once get no further than one after another. @throws AppError `tooManyRequests` with `retryAfterSeconds`
   */
  attempt(userName: string, address: string): Promise<void>;
  /** Counts a failure for the address; an office that signs in all at once has none. */
  failed(address: string): Promise<void>;
  /** Forgets the failures of this account from this address. */
  succeeded(userName: string, address: string): Promise<void>;
}

/** A guard that remembers in this process. */
export function createSignInGuard(clock: () => Date): SignInGuard {
  const failures = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: MEMORY_SECONDS });
  const waits = new Map<string, number>();
  const accountKey = (userName: string, address: string) => `account ${userName} ${address}`;
  const addressKey = (address: string) => `address ${address}`;

  function forgetPassed(now: number): void {
    for (const [key, until] of waits) if (until <= now) waits.delete(key);
  }

  function wait(key: string, failed: number, free: number): void {
    if (failed <= free) return;
    waits.set(key, clock().getTime() + Math.min(FIRST_WAIT_MS * 2 ** (failed - free - 1), LONGEST_WAIT_MS));
  }

  return {
    async attempt(userName, address) {
      const account = accountKey(userName, address);
      // Counted first: of many at once each has a number of its own, and those after the first wait are refused.
      const { consumedPoints } = await failures.consume(account);
      const now = clock().getTime();
      forgetPassed(now);
      const until = Math.max(...[account, addressKey(address)].map((key) => waits.get(key) ?? 0));
      if (until > now) {
        await failures.reward(account); // what was not tried has not failed
        throw new AppError("tooManyRequests", { retryAfterSeconds: Math.ceil((until - now) / 1_000) });
      }
      wait(account, consumedPoints, FREE_FAILURES);
    },
    async failed(address) {
      const { consumedPoints } = await failures.consume(addressKey(address));
      wait(addressKey(address), consumedPoints, FREE_FAILURES_PER_ADDRESS);
    },
    async succeeded(userName, address) {
      waits.delete(accountKey(userName, address));
      await failures.delete(accountKey(userName, address));
    },
  };
}
