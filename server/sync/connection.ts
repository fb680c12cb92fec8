// One socket in one room: what it may do, what of it waits, and how it ends. It knows nothing of documents.
import type { WebSocket } from "ws";
import { closeCodes, type CloseReason } from "../../shared/protocol/sync.ts";
import { acknowledgementFrame } from "./frames.ts";
import { limits } from "./limits.ts";

/** A socket that did not say goodbye by then is cut. */
const CLOSE_GRACE_MS = 1000;

export interface ConnectionOptions {
  socket: WebSocket;
  personId: string;
  sessionId: string;
  mayWrite: boolean;
  wantsAcknowledgement: boolean;
}

export class Connection {
  readonly personId: string;
  readonly sessionId: string;
  mayWrite: boolean;
  closed = false;
  /** Frames given to the room and not judged yet. */
  queued = 0;
  /** The clientID it speaks for, once known. */
  client: number | undefined;
  /** Updates that wait for their past. */
  readonly held: { updates: Uint8Array[]; bytes: number; since: number | null } = {
    updates: [],
    bytes: 0,
    since: null,
  };
  /** Updates judged and not acknowledged yet. */
  judged = 0;
  /** The state vector it asked with, until it is answered; and whether an answer is on its way. */
  wants: Uint8Array | null = null;
  answering = false;
  private readonly socket: WebSocket;
  private readonly wantsAcknowledgement: boolean;
  private alive = true;
  private paused = false;
  private second = { at: 0, frames: 0 };

  constructor(options: ConnectionOptions) {
    this.socket = options.socket;
    this.personId = options.personId;
    this.sessionId = options.sessionId;
    this.mayWrite = options.mayWrite;
    this.wantsAcknowledgement = options.wantsAcknowledgement;
    this.socket.on("pong", () => (this.alive = true));
  }

  /** Sends a frame; a reader that does not read is dropped and recovers by asking again. */
  send(frame: Uint8Array, sent?: () => void): void {
    if (this.closed || this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > limits.bufferedBytes) {
      this.closed = true;
      this.socket.terminate();
      return;
    }
    this.socket.send(frame, sent);
  }

  acknowledge(): void {
    if (this.judged > 0 && this.wantsAcknowledgement) this.send(acknowledgementFrame(this.judged));
    this.judged = 0;
  }

  close(reason: CloseReason, message: string): void {
    if (this.closed) return;
    this.closed = true;
    this.socket.close(closeCodes[reason].code, message);
    setTimeout(() => this.socket.terminate(), CLOSE_GRACE_MS).unref();
  }

  /** Counts a frame; false when it sends more than anybody can type. */
  isWithinRate(now: number): boolean {
    if (now - this.second.at >= 1000) this.second = { at: now, frames: 0 };
    return ++this.second.frames <= limits.framesPerSecond;
  }

  /** Stops and goes on reading the socket as its queue fills and empties. */
  balance(): void {
    if (!this.paused && this.queued > limits.queuedFrames) {
      this.paused = true;
      this.socket.pause();
    } else if (this.paused && this.queued < limits.queuedFrames / 2) {
      this.paused = false;
      this.socket.resume();
    }
  }

  hold(update: Uint8Array, now: number): void {
    const { held } = this;
    held.updates.push(update);
    held.bytes += update.length;
    held.since ??= now;
    if (held.updates.length > limits.heldUpdates || held.bytes > limits.heldBytes) {
      this.close("comeAgain", "too much waits for its past");
    }
  }

  /** Called at each heartbeat: cuts whoever did not answer the last one. */
  beat(): void {
    if (!this.alive) return this.socket.terminate();
    this.alive = false;
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
  }
}
