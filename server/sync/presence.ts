// Who is here: awareness of one room. A client speaks for itself only; every state is stamped with its person, echoed
// to the sender too (a stock provider alone in a room would hang up otherwise) and merged.
import * as decoding from "lib0/decoding";
import type { Connection } from "./connection.ts";
import { awarenessFrame, type PresenceEntry } from "./frames.ts";
import { limits } from "./limits.ts";
import { Refused } from "./refused.ts";

interface Present {
  clock: number;
  connection: Connection;
  /** As it came, to know a renewal from news. */
  raw: string;
  json: string;
}

/** What presence needs of its room. */
export interface PresenceRoom {
  ownerOf(client: number): string | undefined;
  bind(client: number, personId: string): void;
  broadcast(frame: Buffer): void;
  /** Whether others see this person's state; in the floor only the presenter's view counts. */
  isSeen(personId: string): boolean;
}

export class Presence {
  private readonly room: PresenceRoom;
  private readonly present = new Map<number, Present>();
  /** Last clock of those who left. */
  private readonly gone = new Map<number, number>();
  private readonly dirty = new Set<number>();
  private timer: NodeJS.Timeout | undefined;
  private lastOut = 0;

  constructor(room: PresenceRoom) {
    this.room = room;
  }

  /** Tells one connection everybody's state. */
  tell(connection: Connection): void {
    if (this.present.size === 0 || !connection.isDrained) return; // who has not read yet gets no second copy
    connection.send(awarenessFrame([...this.present.keys()].map((client) => this.entry(client))));
  }

  /** Takes an awareness message. @throws {Refused} for a taken clientID and for states too large or not an object. */
  take(connection: Connection, payload: Uint8Array): void {
    const decoder = decoding.createDecoder(payload);
    const count = decoding.readVarUint(decoder);
    for (let at = 0; at < count; at++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const json = decoding.readVarString(decoder);
      if (connection.client === undefined && json !== "null") this.introduce(connection, client, clock, count === 1);
      if (client === connection.client) this.takeOwn(connection, client, clock, json);
    }
  }

  leave(connection: Connection): void {
    const { client } = connection;
    const state = client === undefined ? undefined : this.present.get(client);
    if (client === undefined || state?.connection !== connection) return;
    this.present.delete(client);
    this.gone.set(client, state.clock + 1);
    this.changed(client);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  /** The first state that comes is the client's own; what a stock provider repeats of others is left aside. */
  private introduce(connection: Connection, client: number, clock: number, alone: boolean): void {
    const owner = this.room.ownerOf(client);
    if (owner !== undefined && owner !== connection.personId) {
      if (alone && !this.present.has(client)) throw new Refused("clientIdTaken", "clientID taken");
      return;
    }
    if (owner === undefined) this.room.bind(client, connection.personId);
    // Seen before: the others hold its last clock. Told that it is gone, a client answers with its next clock.
    else connection.send(awarenessFrame([{ client, clock, json: "null" }]));
    connection.client = client;
  }

  private takeOwn(connection: Connection, client: number, clock: number, json: string): void {
    if (json.length > limits.awarenessBytes || clock > limits.clock) throw new Refused("malformed", "awareness");
    const old = this.present.get(client);
    if (old?.connection === connection && clock < old.clock) return;
    if (json === "null") {
      this.present.delete(client);
      this.gone.set(client, clock);
    } else {
      const state = stamped(json, connection.personId);
      if (!this.room.isSeen(connection.personId))
        return connection.send(awarenessFrame([{ client, clock, json: state }]));
      this.present.set(client, { clock, connection, raw: json, json: state });
    }
    this.changed(client);
  }

  private changed(client: number): void {
    this.dirty.add(client);
    const wait = Math.max(0, this.lastOut + limits.awarenessGapMs - performance.now());
    this.timer ??= setTimeout(() => this.flush(), wait);
  }

  private flush(): void {
    this.timer = undefined;
    this.lastOut = performance.now();
    const entries = [...this.dirty].map((client) => this.entry(client));
    this.dirty.clear();
    this.room.broadcast(awarenessFrame(entries));
  }

  private entry(client: number): PresenceEntry {
    const state = this.present.get(client);
    return { client, clock: state?.clock ?? this.gone.get(client) ?? 0, json: state?.json ?? "null" };
  }
}

function stamped(json: string, personId: string): string {
  const state: unknown = JSON.parse(json);
  if (typeof state !== "object" || state === null || Array.isArray(state)) {
    throw new Refused("malformed", "awareness");
  }
  return JSON.stringify({ ...state, person: personId });
}
