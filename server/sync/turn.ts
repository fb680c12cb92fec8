// One turn of a room: judges and applies everything that was gathered, in one transaction. What comes of it is stored
// and sent by the room.
import * as decoding from "lib0/decoding";
import type * as Y from "yjs";
import { messageType } from "../../shared/protocol/sync.ts";
import type { Layout } from "../../shared/ydoc/layout.ts";
import type { Connection } from "./connection.ts";
import { limits } from "./limits.ts";
import type { Newcomers } from "./newcomers.ts";
import { offer } from "./offer.ts";
import type { Presence } from "./presence.ts";
import { HalfApplied, Refused } from "./refused.ts";
import type { StoredDocument } from "./stored-document.ts";

export interface Frame {
  connection: Connection;
  data: Uint8Array;
}

/** An edit by the server itself. */
export interface Edit {
  change: (doc: Y.Doc) => void;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** What one turn brought about. */
export interface Turn {
  update: Uint8Array | null;
  writers: Set<Connection>;
  acknowledge: Set<Connection>;
  /** Those of whom something came out of waiting. */
  resumed: Set<Connection>;
  edits: Edit[];
  /** Frames for which this turn had no time left. */
  later: Frame[];
  broken: HalfApplied | null;
}

/** The parts of a room that a turn works on. */
export interface TurnParts {
  document: StoredDocument;
  layout: Layout;
  presence: Presence;
  newcomers: Newcomers;
  /** Called for each refusal, before its connection is closed. */
  onRefusal: (connection: Connection, refused: Refused) => void;
}

/** Never throws: a refusal closes its own connection, a failed edit rejects its own promise. */
export function takeTurn(parts: TurnParts, batch: readonly Frame[], edits: Edit[]): Turn {
  const turn: Turn = {
    update: null,
    writers: new Set(),
    acknowledge: new Set(),
    resumed: new Set(),
    edits: [],
    later: [],
    broken: null,
  };
  turn.update = parts.document.change(() => {
    turn.edits = edits.filter((edit) => editSafely(parts.document.doc, edit));
    const clock: TurnClock = { begun: performance.now(), spent: new Map() };
    for (const frame of inOrderOfServing(batch)) takeInTurn(parts, frame, turn, clock);
    const later = new Set(turn.later);
    turn.later = batch.filter((frame) => later.has(frame)); // as they came
  });
  return turn;
}

function editSafely(doc: Y.Doc, { change, reject }: Edit): boolean {
  try {
    change(doc);
    return true;
  } catch (error) {
    reject(error);
    return false;
  }
}

/**
 * SY9: whoever has waited longest, then those who send least: what is dear to judge is large, and typing is small. The frames
 * of one connection keep their order.
 */
export function inOrderOfServing(batch: readonly Frame[]): readonly Frame[] {
  const oldest = batch[0]?.connection;
  const bytes = new Map<Connection, number>();
  for (const { connection, data } of batch) bytes.set(connection, (bytes.get(connection) ?? 0) + data.length);
  const rank = ({ connection }: Frame) => (connection === oldest ? 0 : (bytes.get(connection) ?? 0));
  return batch.toSorted((a, b) => rank(a) - rank(b));
}

/** When a turn began, and what each connection has had of it, in milliseconds. */
interface TurnClock {
  begun: number;
  spent: Map<Connection, number>;
}

/** Serves each connection for a bounded time, so that the dear frames of one do not hold up the others. */
function takeInTurn(parts: TurnParts, frame: Frame, turn: Turn, { begun: turnBegun, spent }: TurnClock): void {
  const { connection, data } = frame;
  const used = spent.get(connection) ?? 0;
  if (used > limits.turnMsPerConnection || performance.now() - turnBegun > limits.turnMs) {
    turn.later.push(frame);
    return;
  }
  connection.queue(-1, data.length);
  if (connection.closed || turn.broken) return;
  const begun = performance.now();
  takeSafely(parts, frame, turn);
  const now = performance.now();
  spent.set(connection, used + now - begun);
  connection.spend(now - begun, now);
}

function takeSafely(parts: TurnParts, frame: Frame, turn: Turn): void {
  const { connection } = frame;
  try {
    take(parts, frame, turn);
  } catch (error) {
    const refused = error instanceof Refused ? error : new Refused("malformed", "malformed", { cause: error });
    if (refused instanceof HalfApplied) turn.broken = refused;
    parts.onRefusal(connection, refused);
    connection.close(refused.reason, refused.message);
  }
}

function take(parts: TurnParts, { connection, data }: Frame, turn: Turn): void {
  const decoder = decoding.createDecoder(data);
  const type = decoding.readVarUint(decoder);
  if (type === messageType.sync) takeSync(parts, connection, decoder, turn);
  else if (type === messageType.awareness) parts.presence.take(connection, decoding.readVarUint8Array(decoder));
  else if (type === messageType.queryAwareness) parts.presence.tell(connection);
  else throw new Refused("malformed", "type of message");
}

function takeSync(parts: TurnParts, connection: Connection, decoder: decoding.Decoder, turn: Turn): void {
  const step = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (step === 0) parts.newcomers.ask(connection, payload);
  else if (step === 1 || step === 2) takeUpdate(parts, connection, payload, step === 1, turn);
  else throw new Refused("malformed", "kind of sync message");
}

function takeUpdate(parts: TurnParts, connection: Connection, update: Uint8Array, whole: boolean, turn: Turn): void {
  const { held } = connection;
  const fate = offer(parts, connection, update, whole);
  if (fate === "early") connection.hold(update, Date.now());
  else connection.judged++;
  if (fate === "ok") {
    turn.writers.add(connection);
    if (held.updates.length > 0) retryHeld(parts, connection, turn);
  }
  if (held.updates.length === 0) turn.acknowledge.add(connection);
}

function retryHeld(parts: TurnParts, connection: Connection, turn: Turn): void {
  const { held } = connection;
  held.updates = held.updates.filter((update) => {
    if (offer(parts, connection, update, false) === "early") return true;
    held.bytes -= update.length;
    connection.judged++;
    turn.resumed.add(connection);
    return false;
  });
  if (held.updates.length === 0) held.since = null;
}
