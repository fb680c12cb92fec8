// Obeys recalls: what was recalled loses its keys on this device, and the server is told. Rules: RL1 at each start and at
// each return of the network before anything else is shown; RL2 while connected as soon as the inbox says so; RL3 rooms
// are closed first, and their unsent words go with the rest; RL4 confirmed only when it is destroyed.
import type { Recall } from "../../shared/protocol/http/schemas.ts";
import type { StoreResult } from "../../shared/protocol/device-store.ts";
import { readInbox } from "../../shared/ydoc/inbox.ts";
import { api, failureOf } from "../platform/api.ts";
import { deviceStore } from "../platform/device-store.ts";
import { forgetWordsOfScope } from "../sync/kept-words.ts";
import { dropRooms, openRoom, retainRoom } from "../sync/rooms.ts";
import { scopeOfRoom } from "../sync/room-store.ts";
import { NotKept, scopeOfPaper } from "./kept-papers.ts";
import { readMeetings } from "./papers-of-meeting.ts";

/** Longer than any answer of a server that is there takes. */
const FIRST_MS = 2500;

/** Asks for recalls and obeys them. Says whether there was one. */
export async function obeyRecalls(): Promise<boolean> {
  const { recalls } = await api.call("recalls", {});
  for (const recall of recalls) await obey(recall);
  return recalls.length > 0;
}

/** RL1. A server that does not answer soon does not keep the person from what is here. */
export async function obeyRecallsFirst(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, FIRST_MS));
  const obeyed = obeyRecalls().catch((error: unknown) => console.info("recalls are asked for again later", error));
  await Promise.race([obeyed, late]);
}

/** RL2. @param onRecall called after something was recalled; the returned function ends the watch */
export function watchRecalls(personId: string, onRecall: () => void): () => void {
  const room = `inbox:${personId}`;
  const release = retainRoom(personId, room);
  const connection = openRoom(personId, room);
  let seen = connection ? readInbox(connection.snapshot().doc).recalls : 0;
  const look = (): void => {
    const now = connection ? readInbox(connection.snapshot().doc).recalls : 0;
    if (now === seen) return;
    seen = now;
    obeyRecalls().then(
      (something) => something && onRecall(),
      (error: unknown) => console.info("recalls are asked for again later", failureOf(error)),
    );
  };
  connection?.snapshot().doc.on("update", look);
  return () => {
    connection?.snapshot().doc.off("update", look);
    release();
  };
}

async function obey(recall: Recall): Promise<void> {
  for (const scope of await scopesOf(recall)) {
    await dropRooms((room) => scopeOfRoom(room) === scope);
    forgetWordsOfScope(scope);
    const store = deviceStore();
    if (store) valueOf(await store.destroy(scope));
  }
  await api.call("confirmRecall", { params: { recallId: recall.id } }).catch((error: unknown) => {
    // A session on a machine that keeps nothing has no device, and nothing to confirm.
    if (failureOf(error) !== "forbidden") throw error;
  });
}

/** The paper, or the meeting with every paper of it that is here. */
async function scopesOf({ kind, subjectId }: Recall): Promise<string[]> {
  if (kind === "paper") return [scopeOfPaper(subjectId)];
  const store = deviceStore();
  const papers = store ? [...(await readMeetings(store))] : [];
  return [...papers.filter(([, meetingId]) => meetingId === subjectId).map(([scope]) => scope), `meeting:${subjectId}`];
}

function valueOf<T>(result: StoreResult<T>): T {
  if (!result.ok) throw new NotKept(result.reason);
  return result.value;
}
