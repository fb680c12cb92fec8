// Frames of the wire, made once and shared by all receivers.
import * as encoding from "lib0/encoding";
import { messageType } from "../../shared/protocol/sync.ts";

/** 0: a state vector that asks. 1: the answer to it. 2: an update. */
export type SyncStep = 0 | 1 | 2;

export function syncFrame(step: SyncStep, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** `count` of the receiver's own updates are on disk. */
export function acknowledgementFrame(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.acknowledgement);
    encoding.writeVarUint(encoder, count);
  });
}

/** One client's presence; `json` is "null" when it is gone. */
export interface PresenceEntry {
  client: number;
  clock: number;
  json: string;
}

export function awarenessFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, json } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}
