// Frames of the wire. Each is a whole WebSocket message (RFC 6455, section 5.2: one unmasked binary frame), made once and
// written to the socket of every receiver as it is.
import * as encoding from "lib0/encoding";
import { messageType } from "../../shared/protocol/sync.ts";

/** 0: a state vector that asks. 1: the answer to it. 2: an update. */
export type SyncStep = 0 | 1 | 2;

export function syncFrame(step: SyncStep, payload: Uint8Array): Buffer {
  return message((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** `count` of the receiver's own updates are on disk. */
export function acknowledgementFrame(count: number): Buffer {
  return message((encoder) => {
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

export function awarenessFrame(entries: readonly PresenceEntry[]): Buffer {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, json } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return message((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** The last fragment of a binary message, unmasked as a server must send it. */
const BINARY = 0x82;

function message(write: (encoder: encoding.Encoder) => void): Buffer {
  const body = encoding.encode(write);
  return Buffer.concat([headOf(body.length), body]);
}

function headOf(length: number): Buffer {
  if (length < 126) return Buffer.of(BINARY, length);
  const isShort = length < 1 << 16;
  const head = Buffer.alloc(isShort ? 4 : 10);
  head.writeUInt16BE((BINARY << 8) | (isShort ? 126 : 127));
  if (isShort) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
