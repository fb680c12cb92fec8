// Answers state requests from the committed document: one encoding for all who lack the same, one answer at a time for
// each connection, in turns shared with all other rooms.
import * as Y from "yjs";
import type { AnswerQueue } from "./answer-queue.ts";
import type { Connection } from "./connection.ts";
import { syncFrame } from "./frames.ts";

/** Encoded answers kept for newcomers with the same state vector: a hundred join with one or two different ones. */
const CACHED_ANSWERS = 4;

/** What answering needs of its room. */
export interface NewcomersRoom {
  doc(): Y.Doc;
  /** Whether the document is the committed one just now. */
  isAtRest(): boolean;
}

export class Newcomers {
  private readonly room: NewcomersRoom;
  private readonly queue: AnswerQueue;
  private readonly waiting = new Set<Connection>();
  private readonly cache = new Map<string, Buffer>();

  constructor(room: NewcomersRoom, queue: AnswerQueue) {
    this.room = room;
    this.queue = queue;
  }

  /** Notes a request; a newer one of the same connection replaces it. @throws Error when it is no state vector */
  ask(connection: Connection, stateVector: Uint8Array): void {
    Y.decodeStateVector(stateVector);
    connection.wants = stateVector;
    this.waiting.add(connection);
  }

  leave(connection: Connection): void {
    this.waiting.delete(connection);
  }

  /** The document has changed: nothing encoded before is an answer any more. */
  forget(): void {
    this.cache.clear();
  }

  /** Queues an answer for everybody who waits. Called when the room comes to rest. */
  answerAll(): void {
    for (const connection of this.waiting) {
      if (connection.answering) continue;
      connection.answering = true;
      this.queue.add(() => this.answer(connection));
    }
  }

  private answer(connection: Connection): number {
    connection.answering = false;
    if (!connection.wants || connection.closed || !this.room.isAtRest()) return 0; // at rest again, `answerAll` comes
    const start = performance.now();
    const frame = this.encodedFor(connection.wants);
    const now = performance.now();
    // An answer of one's own is dear, a shared one costs nothing.
    if (!connection.spend(now - start, now)) return 0;
    connection.wants = null;
    this.waiting.delete(connection);
    connection.answering = true; // the next one only when this one has left
    connection.sendAnswer(frame, () => {
      connection.answering = false;
      if (this.room.isAtRest()) this.answerAll();
    });
    return frame.length;
  }

  private encodedFor(stateVector: Uint8Array): Buffer {
    const key = Buffer.from(stateVector).toString("base64");
    const known = this.cache.get(key);
    if (known) return known;
    if (this.cache.size >= CACHED_ANSWERS) this.cache.clear();
    const frame = syncFrame(1, Y.encodeStateAsUpdate(this.room.doc(), stateVector));
    this.cache.set(key, frame);
    return frame;
  }
}
