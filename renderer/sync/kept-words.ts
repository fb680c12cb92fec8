// Words that the server did not take in, shown until deleted by hand. Also an external store for React. Rules: KW1 on an
// own device they outlive the window; KW2 on any other machine they live with the window and go when their owner signs out
// or somebody else signs in, so that the next person there finds nothing of them.
import { useSyncExternalStore } from "react";
import { z } from "zod";
import { api } from "../platform/api.ts";
import type { CloseReason } from "../../shared/protocol/sync.ts";

const STORE_KEY = "banhop.kept-words";

const keptWord = z.object({
  id: z.string(),
  personId: z.string(),
  room: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
  words: z.string(),
});
export type KeptWords = z.infer<typeof keptWord>;

const listeners = new Set<() => void>();
let kept: readonly KeptWords[] | null = null;

/** Keeps words aside. Does nothing for words that are empty. */
export function keepWords(personId: string, room: string, reason: CloseReason, words: string): void {
  if (!words.trim()) return;
  const entry = { id: crypto.getRandomValues(new Uint32Array(2)).join("-"), personId, room, reason, words };
  store([...keptWords(), { ...entry, at: new Date().toISOString() }]);
}

/** All words kept on this device; the same array until something changes. */
export function keptWords(): readonly KeptWords[] {
  kept ??= read();
  return kept;
}

/** Deletes kept words by hand. */
export function forgetKeptWords(id: string): void {
  store(keptWords().filter((one) => one.id !== id));
}

/** KW2: deletes the words of everybody but the person named; null: of everybody. Nothing on an own device. */
export function forgetWordsOfOthers(personId: string | null): void {
  const stay = keptWords().filter((one) => one.personId === personId);
  if (!api.isOwnDevice() && stay.length < keptWords().length) store(stay);
}

/** Calls the listener at every change; the returned function ends that. */
function onKeptWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What is kept of this person for one room. */
export function useKeptWords(personId: string | null, room: string): KeptWords[] {
  const all = useSyncExternalStore(onKeptWords, keptWords);
  return all.filter((one) => one.room === room && one.personId === personId);
}

function read(): KeptWords[] {
  const text = localStorage.getItem(STORE_KEY) ?? sessionStorage.getItem(STORE_KEY);
  if (text === null) return [];
  try {
    return z.array(keptWord).parse(JSON.parse(text));
  } catch (error) {
    console.warn("kept words cannot be read", error);
    return [];
  }
}

function store(next: readonly KeptWords[]): void {
  kept = next;
  for (const shelf of [localStorage, sessionStorage]) shelf.removeItem(STORE_KEY);
  if (next.length > 0) (api.isOwnDevice() ? localStorage : sessionStorage).setItem(STORE_KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
}
