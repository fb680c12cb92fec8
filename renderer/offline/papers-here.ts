// How much of each paper is on this device, as an external store for React.
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let parts: ReadonlyMap<string, number> = new Map();

/** Told by the keeper: from 0 to 1, by the hash of the file. */
export function setPart(sha256: string, part: number): void {
  if (parts.get(sha256) === part) return;
  parts = new Map(parts).set(sha256, part);
  for (const listener of listeners) listener();
}

/** Forgets everything, when somebody else signs in. */
export function clearParts(): void {
  parts = new Map();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** How much of each file is here, by its hash. */
export function useParts(): ReadonlyMap<string, number> {
  return useSyncExternalStore(subscribe, () => parts);
}

/** How much of a file is here; null while that is not known, or nothing is kept on this device. */
export function usePart(sha256: string): number | null {
  return useSyncExternalStore(subscribe, () => parts.get(sha256) ?? null);
}
