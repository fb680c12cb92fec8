// How much of what this person wrote is on this device only, as an external store for React.
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let total = 0;

/** Told by the keeper. */
export function setWaiting(count: number): void {
  if (count === total) return;
  total = count;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Acts that wait for the server, over all rooms of this device. */
export function useWaiting(): number {
  return useSyncExternalStore(subscribe, () => total);
}
