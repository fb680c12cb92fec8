// Words that the server did not take in, shown until deleted by hand. Also an external store for React. Rules: KW1 on an
// own device they outlive the window, in the scope that is recalled with their meeting or paper; KW2 on any other machine
// they live with the window and go when their owner signs out or somebody else signs in.
import { useSyncExternalStore } from "react";
import { z } from "zod";
import { deviceStore } from "../platform/device-store.ts";
import { isOwnDevice, personIdHere } from "../platform/sign-in.ts";
import type { CloseReason } from "../../shared/protocol/sync.ts";
import { readAll, scopeOfRoom } from "./room-store.ts";

const NAME = "kept-words";
const WINDOW_KEY = "banhop.kept-words";

const keptWord = z.object({
  id: z.string(),
  personId: z.string(),
  room: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
  words: z.string(),
});
const keptList = z.array(keptWord);
export type KeptWords = z.infer<typeof keptWord>;

const listeners = new Set<() => void>();
let kept: readonly KeptWords[] = [];

/** Brings in what this device keeps, once it is known whose device it is. */
export async function loadKeptWords(): Promise<void> {
  const found = isOwnDevice() ? await readStore() : readWindow();
  const known = new Set(kept.map(({ id }) => id));
  show([...found.filter(({ id }) => !known.has(id)), ...kept]);
}

/** Keeps words aside. Does nothing for words that are empty. */
export function keepWords(personId: string, room: string, reason: CloseReason, words: string): void {
  if (!words.trim()) return;
  const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
  show([...kept, { id, personId, room, reason, words, at: new Date().toISOString() }]);
  void store(scopeOfRoom(room));
}

/** All words kept on this device; the same array until something changes. */
export const keptWords = (): readonly KeptWords[] => kept;

/** Deletes kept words by hand. */
export function forgetKeptWords(id: string): void {
  const gone = kept.find((one) => one.id === id);
  if (!gone) return;
  show(kept.filter((one) => one !== gone));
  void store(scopeOfRoom(gone.room));
}

/** KW2: deletes the words of everybody but the person named; null: of everybody. Nothing on an own device. */
export function forgetWordsOfOthers(personId: string | null): void {
  if (isOwnDevice()) return;
  show(kept.filter((one) => one.personId === personId));
  storeInWindow();
}

/** The words of a scope that was recalled go with it. */
export function forgetWordsOfScope(scope: string): void {
  show(kept.filter(({ room }) => scopeOfRoom(room) !== scope));
  if (!isOwnDevice()) storeInWindow();
}

/** What is kept of this person for one room. */
export function useKeptWords(personId: string | null, room: string): KeptWords[] {
  const all = useSyncExternalStore(onKeptWords, keptWords);
  return all.filter((one) => one.room === room && one.personId === personId);
}

function onKeptWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function show(next: readonly KeptWords[]): void {
  kept = next;
  for (const listener of listeners) listener();
}

async function store(scope: string): Promise<void> {
  if (!isOwnDevice()) return storeInWindow();
  const mine = kept.filter(({ room, personId }) => scopeOfRoom(room) === scope && personId === personIdHere());
  const bytes = new TextEncoder().encode(JSON.stringify(mine));
  const result = await (mine.length > 0
    ? deviceStore()?.replace(scope, NAME, [bytes])
    : deviceStore()?.remove(scope, NAME));
  if (!result?.ok) console.warn("kept words live with this window only", result?.reason);
}

/** In the desktop program the window's own storage lies on the disk: there the memory has to do. */
function storeInWindow(): void {
  if (window.banhop) return;
  if (kept.length > 0) sessionStorage.setItem(WINDOW_KEY, JSON.stringify(kept));
  else sessionStorage.removeItem(WINDOW_KEY);
}

async function readStore(): Promise<KeptWords[]> {
  const device = deviceStore();
  const entries = await device?.entries();
  if (!device || !entries?.ok) return [];
  const places = entries.value.filter(({ name }) => name === NAME);
  const records = await Promise.all(places.map(({ scope }) => readAll(device, scope, NAME)));
  return records.flat().flatMap((record) => parse(new TextDecoder().decode(record)));
}

const readWindow = (): KeptWords[] => parse(sessionStorage.getItem(WINDOW_KEY));

function parse(text: string | null): KeptWords[] {
  if (text === null) return [];
  try {
    return keptList.parse(JSON.parse(text));
  } catch (error) {
    console.warn("kept words cannot be read", error);
    return [];
  }
}
