// Whether the server answers, judged by the last request that was sent.
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let lostAt: Date | null = null;

/** Told after every request. */
export function noteAnswer(answered: boolean): void {
  if (answered === (lostAt === null)) return;
  lostAt = answered ? null : new Date();
  for (const listener of listeners) listener();
}

/** Since when the server has not answered; null while it does. */
export const lostSince = (): Date | null => lostAt;

/** Calls back when the server stops or begins again to answer; the returned function ends that. */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** As `lostSince`. */
export function useLostAt(): Date | null {
  return useSyncExternalStore(onConnection, lostSince);
}
