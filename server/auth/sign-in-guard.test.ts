import { expect, it } from "vitest";
import { createSignInGuard, type SignInGuard } from "./sign-in-guard.ts";

function guardAt(start: number) {
  let now = start;
  return { guard: createSignInGuard(() => new Date(now)), pass: (ms: number) => (now += ms) };
}

async function fail(guard: SignInGuard, times: number, userName: string, address: string): Promise<void> {
  for (let i = 0; i < times; i++) {
    await guard.attempt(userName, address);
    await guard.failed(address);
  }
}

const waiting = (retryAfterSeconds: number) => ({ code: "tooManyRequests", details: { retryAfterSeconds } });

it("SE2: five failures cost nothing, the sixth a second, and each further one twice as long", async () => {
  const { guard, pass } = guardAt(1_000);
  await fail(guard, 6, "an", "1.1.1.1");
  await expect(guard.attempt("an", "1.1.1.1")).rejects.toMatchObject(waiting(1));
  pass(1_000);
  await fail(guard, 1, "an", "1.1.1.1");
  await expect(guard.attempt("an", "1.1.1.1")).rejects.toMatchObject(waiting(2));
});

it("SE2: nobody can lock an account for those who sign in from elsewhere, and the right password forgets", async () => {
  const { guard, pass } = guardAt(1_000);
  await fail(guard, 6, "an", "1.1.1.1");
  await guard.attempt("an", "2.2.2.2");
  await guard.attempt("binh", "1.1.1.1");
  pass(1_000);
  await guard.attempt("an", "1.1.1.1");
  await guard.succeeded("an", "1.1.1.1");
  await fail(guard, 5, "an", "1.1.1.1");
  await guard.attempt("an", "1.1.1.1");
});

it("SE2: one address that tries many accounts is slowed down on all of them", async () => {
  const { guard } = guardAt(1_000);
  for (let i = 0; i < 51; i++) await fail(guard, 1, `person-${i}`, "1.1.1.1");
  await expect(guard.attempt("somebody", "1.1.1.1")).rejects.toMatchObject(waiting(1));
  await guard.attempt("somebody", "2.2.2.2");
});
