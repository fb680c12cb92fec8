// A room on screen: its document, who is there, and what is known about its saving. The room is open while something shows it.
import { useEffect, useState, useSyncExternalStore } from "react";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { noFacts } from "./connection-facts.ts";
import { knownPerson, whoseRooms } from "./person.ts";
import type { RoomSnapshot } from "./room-connection.ts";
import { openRoom, retainRoom } from "./rooms.ts";

/** The server may be away just now. */
const ASK_AGAIN_MS = 2000;

let empty: RoomSnapshot | null = null;

/** Opens `room` (as in `meeting:ID`) while the component is shown; null opens nothing and gives an empty document. */
export function useRoom(room: string | null): RoomSnapshot {
  const personId = useRoomPerson();
  const open = room !== null && personId !== null;
  useEffect(() => (open ? retainRoom(personId, room) : undefined), [open, personId, room]);
  const connection = open ? openRoom(personId, room) : null;
  return useSyncExternalStore(connection?.subscribe ?? subscribeNothing, connection?.snapshot ?? emptySnapshot);
}

/** Who is signed in, once it is known. */
export function useRoomPerson(): string | null {
  const [personId, setPersonId] = useState(knownPerson);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (personId !== null) return;
    let timer = 0;
    let gone = false;
    whoseRooms().then(
      (id) => (gone ? undefined : setPersonId(id)),
      (error: unknown) => {
        console.info("not known who is signed in", error);
        if (!gone) timer = window.setTimeout(() => setAttempt((n) => n + 1), ASK_AGAIN_MS);
      },
    );
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [personId, attempt]);
  return personId;
}

function subscribeNothing(): () => void {
  return () => undefined;
}

function emptySnapshot(): RoomSnapshot {
  if (!empty) {
    const doc = new Y.Doc();
    empty = { doc, awareness: new Awareness(doc), synced: false, ready: false, facts: noFacts };
  }
  return empty;
}
