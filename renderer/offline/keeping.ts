// What this device does by itself while somebody is signed in: sends what waits, and keeps the store in order.
import { lostSince, onConnection } from "../platform/connection.ts";
import { forgetStrangers } from "../platform/device-store.ts";
import { countWaiting, drainRooms } from "../sync/drain.ts";
import { forgetWordsOfOthers, loadKeptWords } from "../sync/kept-words.ts";
import { fetchAhead } from "./fetch-ahead.ts";
import { clearParts } from "./papers-here.ts";
import { obeyRecalls, watchRecalls } from "./recalls.ts";
import { setWaiting } from "./waiting.ts";

/** While something waits people look at the count; otherwise seldom is enough. */
const SOON_MS = 3000;
const SELDOM_MS = 20_000;
/** New papers of a meeting are here within this; a round that finds nothing new asks for one list and few meetings. */
const AHEAD_MS = 30_000;
/** The shell asks the server this often whether the session still holds. */
const REFRESH_MS = 15 * 60_000;

/** Begins. @param onRecall called after something here was recalled; the returned function ends it. */
export function startKeeping(personId: string, onRecall: () => void): () => void {
  const ended = new AbortController();
  arrange(personId).catch((error: unknown) => console.warn("what is kept here is not in order", error));
  const refresh = (): void => void window.banhop?.session.refresh();
  const timer = setInterval(refresh, REFRESH_MS);
  const stopWatching = watchRecalls(personId, onRecall);
  const stopListening = onConnection(() => {
    if (lostSince() !== null) return;
    refresh();
    obeyRecalls().then(
      (something) => something && onRecall(),
      (error: unknown) => console.info("recalls are asked for again later", error),
    );
  });
  void sendWhatWaits(personId, ended.signal);
  void bringAhead(personId, ended.signal);
  return () => {
    ended.abort();
    clearInterval(timer);
    stopListening();
    stopWatching();
    setWaiting(0);
    clearParts();
  };
}

async function arrange(personId: string): Promise<void> {
  await loadKeptWords();
  forgetWordsOfOthers(personId);
  await forgetStrangers();
}

async function sendWhatWaits(personId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const waiting = await countWaiting();
      setWaiting([...waiting.values()].reduce((sum, count) => sum + count, 0));
      if (waiting.size > 0 && lostSince() === null) await drainRooms(personId, waiting.keys(), signal);
      await pause(waiting.size > 0 ? SOON_MS : SELDOM_MS, signal);
    } catch (error) {
      console.warn("what waits here cannot be counted", error);
      await pause(SELDOM_MS, signal);
    }
  }
}

async function bringAhead(personId: string, signal: AbortSignal): Promise<void> {
  const visited = new Map<string, number>();
  while (!signal.aborted) {
    await fetchAhead(personId, visited, signal).catch((error: unknown) => console.info("nothing fetched ahead", error));
    await pause(AHEAD_MS, signal);
  }
}

/** Ends early on abort, and when the server answers again or stops to. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stopListening();
      resolve();
    };
    const timer = setTimeout(end, ms);
    const stopListening = onConnection(end);
    signal.addEventListener("abort", end, { once: true });
  });
}
