// One socket in one room: what it may do, what of it waits, and how it ends. It knows nothing of documents.
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { closeCodes, type CloseReason } from "../../shared/protocol/sync.ts";
import { acknowledgementFrame } from "./frames.ts";
import { limits } from "./limits.ts";
import type { WorkBudget } from "./work-budget.ts";

/** A socket that did not say goodbye by then is cut. */
const CLOSE_GRACE_MS = 1000;

export interface ConnectionOptions {
  socket: WebSocket;
  /** What lies under the WebSocket: frames are written to it whole, since ws would frame a broadcast anew for each receiver. */
  stream: Duplex;
  personId: string;
  sessionId: string;
  mayWrite: boolean;
  wantsAcknowledgement: boolean;
  work: WorkBudget;
}

export class Connection {
  readonly personId: string;
  readonly sessionId: string;
  mayWrite: boolean;
  closed = false;
  /** Frames given to the room and not judged yet, and their bytes. */
  private queued = { frames: 0, bytes: 0 };
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
  private readonly stream: Duplex;
  private readonly wantsAcknowledgement: boolean;
  private alive = true;
  /** Spread at random, so that hundreds of heartbeats never come at once. */
  private nextBeat = performance.now() + Math.random() * limits.heartbeatMs;
  private paused = false;
  private second = { at: 0, frames: 0 };
  private readonly work: WorkBudget;
  /** A large answer on its way may fill the socket beyond the usual measure. */
  private allowedBytes = 0;

  constructor(options: ConnectionOptions) {
    this.socket = options.socket;
    this.stream = options.stream;
    this.personId = options.personId;
    this.sessionId = options.sessionId;
    this.mayWrite = options.mayWrite;
    this.wantsAcknowledgement = options.wantsAcknowledgement;
    this.work = options.work;
    this.socket.on("pong", () => (this.alive = true));
  }

  /** Sends a frame; a reader that does not read is dropped and recovers by asking again. */
  send(frame: Buffer, sent?: () => void): void {
    if (this.closed || this.socket.readyState !== this.socket.OPEN) return;
    if (this.stream.writableLength > limits.bufferedBytes + this.allowedBytes) return this.cut();
    this.stream.write(frame, sent);
  }

  /** Sends the answer to a state request, of any size. `sent` is called when it has left. */
  sendAnswer(frame: Buffer, sent: () => void): void {
    this.allowedBytes = frame.length;
    this.send(frame, () => {
      this.allowedBytes = 0;
      sent();
    });
  }

  /** Whether everything sent before has left. */
  get isDrained(): boolean {
    return this.stream.writableLength === 0;
  }

  /** Drops a reader that does not read. */
  private cut(): void {
    this.closed = true;
    this.socket.terminate();
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

  /** The protocol layer answers pings by itself: counted like frames, and not answered into a full socket. */
  takePing(now: number): void {
    if (!this.isWithinRate(now)) this.close("tooFast", "too many pings");
    else if (this.stream.writableLength > limits.bufferedBytes) this.cut();
  }

  /** Takes the time that serving it has cost; closes it, and is false, when its person has used too much. */
  spend(usedMs: number, now: number): boolean {
    const hasLeft = this.work.spend(usedMs, now);
    if (!hasLeft) this.close("tooFast", "too much work");
    return hasLeft;
  }

  /** Counts a frame; false when it sends more than anybody can type. */
  isWithinRate(now: number): boolean {
    if (now - this.second.at >= 1000) this.second = { at: now, frames: 0 };
    return ++this.second.frames <= limits.framesPerSecond;
  }

  /** A frame waits to be judged (1), or no longer (-1). Stops and goes on reading the socket as its queue fills and empties. */
  queue(sign: 1 | -1, bytes: number): void {
    const { queued } = this;
    queued.frames += sign;
    queued.bytes += sign * bytes;
    const share = Math.max(queued.frames / limits.queuedFrames, queued.bytes / limits.queuedBytes);
    if (!this.paused && share > 1) {
      this.paused = true;
      this.socket.pause();
    } else if (this.paused && share < 0.5) {
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

  /** Called often: when a heartbeat is due, cuts whoever did not answer the last one. Returns whether it was due. */
  beat(now: number): boolean {
    if (now < this.nextBeat) return false;
    this.nextBeat = now + limits.heartbeatMs;
    if (!this.alive) this.cut();
    else if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
    this.alive = false;
    return true;
  }
}
