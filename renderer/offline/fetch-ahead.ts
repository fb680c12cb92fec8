// Brings the meetings of the next days onto this device before the network is away: facts, papers and rooms. Only on a
// machine that the person calls their own. Rules: FA1 what is live or begins within seven days, what is pinned and what
// was opened; FA2 one file at a time, the nearest meeting first; FA3 beyond the limit the papers that were used longest
// ago go, never those of FA1; FA4 what the server refuses is left out, and tried again in the next round; FA5 the file of a
// paper that was removed, or that the person may no longer read, goes; what they wrote on it stays until it is sent.
import type { DeviceStore } from "../../shared/protocol/device-store.ts";
import type { Paper } from "../../shared/protocol/http/schemas.ts";
import { api, failureOf } from "../platform/api.ts";
import { lostSince } from "../platform/connection.ts";
import { deviceStore } from "../platform/device-store.ts";
import { serverUrl } from "../platform/server.ts";
import { isOwnDevice } from "../platform/sign-in.ts";
import { visitRoom } from "../sync/drain.ts";
import { readMeetings } from "./papers-of-meeting.ts";
import { keepPaper, NotKept, readKeptParts, scopeOfPaper, WrongFile, type PaperFacts } from "./kept-papers.ts";
import { meetingsAhead } from "./meetings-ahead.ts";
import { setPart } from "./papers-here.ts";

/** Rooms of a meeting that nobody opened here are looked into this often. */
const ROOMS_AGAIN_MS = 20 * 60_000;
/** Old laptops have small disks. */
const LIMIT_BYTES = 2 * 1024 ** 3;
const REQUEST_MS = 60_000;

/** One round. @param visited when the rooms of a meeting were last looked into; kept by the caller from round to round */
export async function fetchAhead(personId: string, visited: Map<string, number>, signal: AbortSignal): Promise<void> {
  const store = deviceStore();
  if (!store || !isOwnDevice() || lostSince()) return;
  const { meetings } = await api.call("meetings", {});
  const ahead = meetingsAhead(meetings, await pinnedMeetings(), Date.now());
  const wanted: Paper[] = [];
  const looked = new Set<string>();
  for (const { id } of ahead) {
    if (signal.aborted || lostSince()) return;
    const papers = await fetchMeeting(id);
    if (!papers) continue;
    looked.add(id);
    wanted.push(...papers);
    for (const [hash, part] of await readKeptParts(store, papers)) setPart(hash, part);
  }
  await forgetVanished(store, looked, new Set(wanted.map(({ id }) => scopeOfPaper(id))));
  await makeRoom(new Set(wanted.map(({ id }) => scopeOfPaper(id))));
  for (const paper of wanted) await fetchPaper(paper, signal);
  for (const { id } of ahead) {
    if (Date.now() - (visited.get(id) ?? 0) < ROOMS_AGAIN_MS) continue;
    const papers = wanted.filter(({ meetingId, pageCount }) => meetingId === id && pageCount !== null);
    await visitRooms(personId, id, papers, signal);
    visited.set(id, Date.now());
  }
}

/** Keeps the file of a paper that was opened. Quiet: the reader shows what it has. */
export async function keepOpened(paper: Paper, signal: AbortSignal): Promise<void> {
  if (isOwnDevice()) await fetchPaper(paper, signal);
}

/** The papers that can be kept; null when the server does not give the meeting. */
async function fetchMeeting(meetingId: string): Promise<Paper[] | null> {
  try {
    const { papers } = await api.call("meeting", { params: { meetingId } });
    const readable = papers.filter(({ recalledAt, status }) => recalledAt === null && status === "ready");
    for (const { id } of readable) await api.call("paper", { params: { paperId: id } });
    return readable;
  } catch (error) {
    console.info("a meeting is not fetched ahead", meetingId, failureOf(error)); // FA4
    return null;
  }
}

/** FA5. @param looked the meetings whose papers are known now */
async function forgetVanished(store: DeviceStore, looked: ReadonlySet<string>, stay: ReadonlySet<string>) {
  const meetings = await readMeetings(store);
  const entries = await store.entries();
  for (const { scope, name } of entries.ok ? entries.value : []) {
    const isGone = looked.has(meetings.get(scope) ?? "") && !stay.has(scope);
    if (isGone && /^(content|verified|answer):/.test(name)) await store.remove(scope, name);
  }
}

async function fetchPaper(paper: Paper, signal: AbortSignal): Promise<void> {
  const store = deviceStore();
  if (!store || signal.aborted || lostSince()) return;
  try {
    await keepPaper(store, paper, fetchRange, signal, (part) => setPart(paper.sha256, part));
  } catch (error) {
    if (error instanceof WrongFile || error instanceof NotKept) console.warn("a paper is not kept", paper.id, error);
    else console.info("a paper is not fetched to its end", paper.id, error); // FA4
  }
}

async function fetchRange({ id, sha256 }: PaperFacts, begin: number, end: number, signal: AbortSignal) {
  const answer = await fetch(serverUrl(`/api/papers/${id}/content`), {
    headers: { ...api.headers(), range: `bytes=${begin}-${end - 1}`, "if-range": `"${sha256}"` },
    signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]),
  });
  if (answer.status !== 206) {
    await answer.body?.cancel();
    throw new Error(`the file does not come: ${answer.status}`);
  }
  return new Uint8Array(await answer.arrayBuffer());
}

async function visitRooms(personId: string, meetingId: string, papers: readonly Paper[], signal: AbortSignal) {
  const rooms = [`meeting:${meetingId}`, `floor:${meetingId}`];
  for (const { id } of papers) rooms.push(`annotations:${id}`, `notes:${id}:${personId}`);
  for (const room of rooms) if (!signal.aborted && !lostSince()) await visitRoom(personId, room, signal);
}

/** FA3. */
async function makeRoom(stay: ReadonlySet<string>): Promise<void> {
  const store = deviceStore();
  const entries = await store?.entries();
  if (!store || !entries?.ok) return;
  let bytes = entries.value.reduce((sum, entry) => sum + entry.bytes, 0);
  const files = entries.value.filter(({ scope, name }) => name.startsWith("content:") && !stay.has(scope));
  for (const { scope, name, bytes: size } of files.sort((a, b) => a.usedAt - b.usedAt)) {
    if (bytes <= LIMIT_BYTES) return;
    await store.remove(scope, name);
    await store.remove(scope, name.replace("content:", "verified:"));
    bytes -= size;
  }
}

const PIN = "pin";

/** Meetings that the person wants here whatever their date. */
export async function pinnedMeetings(): Promise<Set<string>> {
  const entries = await deviceStore()?.entries();
  if (!entries?.ok) return new Set();
  return new Set(entries.value.filter(({ name }) => name === PIN).map(({ scope }) => scope.slice("meeting:".length)));
}

/** Pins a meeting to this device, or lets go of it. */
export async function pinMeeting(meetingId: string, isPinned: boolean): Promise<void> {
  const store = deviceStore();
  const scope = `meeting:${meetingId}`;
  const result = isPinned ? await store?.replace(scope, PIN, [new Uint8Array(1)]) : await store?.remove(scope, PIN);
  if (!result?.ok) throw new NotKept(result?.reason ?? "closed");
}
