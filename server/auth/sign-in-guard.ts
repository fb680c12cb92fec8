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
  /** Asked before the password is looked at. @throws AppError `tooManyRequests` with `retryAfterSeconds` */
  check(userName: string, address: string): Promise<void>;
  failed(userName: string, address: string): Promise<void>;
  /** Forgets the failures of this account from this address. */
  succeeded(userName: string, address: string): Promise<void>;
}

/** A guard that remembers in this process. */
export function createSignInGuard(clock: () => Date): SignInGuard {
  const failures = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: MEMORY_SECONDS });
  const waits = new Map<string, number>();
  const keysOf = (userName: string, address: string) => [
    { key: `account ${userName} ${address}`, free: FREE_FAILURES },
    { key: `address ${address}`, free: FREE_FAILURES_PER_ADDRESS },
  ];

  function forgetPassed(now: number): void {
    for (const [key, until] of waits) if (until <= now) waits.delete(key);
  }

  return {
    check(userName, address) {
      const now = clock().getTime();
      const until = Math.max(0, ...keysOf(userName, address).map(({ key }) => waits.get(key) ?? 0));
      if (until <= now) return Promise.resolve();
      const retryAfterSeconds = Math.ceil((until - now) / 1_000);
      return Promise.reject(new AppError("tooManyRequests", { retryAfterSeconds }));
    },
    async failed(userName, address) {
      const now = clock().getTime();
      forgetPassed(now);
      for (const { key, free } of keysOf(userName, address)) {
        const { consumedPoints } = await failures.consume(key);
        if (consumedPoints <= free) continue;
        waits.set(key, now + Math.min(FIRST_WAIT_MS * 2 ** (consumedPoints - free - 1), LONGEST_WAIT_MS));
      }
    },
    async succeeded(userName, address) {
      const { key } = keysOf(userName, address)[0] ?? { key: "" };
      waits.delete(key);
      await failures.delete(key);
    },
  };
}
