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

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Since when the server has not answered; null while it does. */
export function useLostAt(): Date | null {
  return useSyncExternalStore(subscribe, () => lostAt);
}
