// A room alternates: gather frames → judge and apply all of them in one transaction → commit → broadcast, acknowledge,
// answer newcomers. So the live document is the committed one whenever anybody is answered (SY1), an acknowledgement
// follows the flush (SY2), and nobody is answered before the room is loaded (SY3).
import * as Y from "yjs";
import type { Logger } from "pino";
import { formatRoomName, isServerWritten, type RoomName } from "../../shared/protocol/sync.ts";
import { readFloor } from "../../shared/ydoc/floor.ts";
import { layoutOf } from "../../shared/ydoc/layouts.ts";
import type { UpdateLog } from "../storage/update-log.ts";
import type { AnswerQueue } from "./answer-queue.ts";
import type { Connection } from "./connection.ts";
import { syncFrame } from "./frames.ts";
import { limits } from "./limits.ts";
import { Newcomers } from "./newcomers.ts";
import { Presence } from "./presence.ts";
import { StoredDocument } from "./stored-document.ts";
import { takeTurn, type Edit, type Frame, type Turn, type TurnParts } from "./turn.ts";

export interface RoomOptions {
  name: RoomName;
  log: UpdateLog;
  answers: AnswerQueue;
  logger: Logger;
  /** Counts a refusal of this person in this room. */
  onRefusal: (personId: string) => void;
}

export class Room {
  readonly name: RoomName;
  readonly key: string;
  readonly connections = new Set<Connection>();
  /** Resolves when the room is loaded for the first time. */
  readonly ready: Promise<void>;
  private readonly logger: Logger;
  private readonly document: StoredDocument;
  private readonly presence: Presence;
  private readonly newcomers: Newcomers;
  private readonly parts: TurnParts;
  private frames: Frame[] = [];
  private edits: Edit[] = [];
  private greetLater: Connection[] = [];
  private busy = true;
  private planned = false;
  private lastOut = 0;

  constructor({ name, log, answers, logger, onRefusal }: RoomOptions) {
    this.name = name;
    this.key = formatRoomName(name);
    this.logger = logger;
    const layout = layoutOf(name.kind);
    this.document = new StoredDocument({ key: this.key, layout, log, logger });
    const { bindings } = this.document;
    this.presence = new Presence({
      ownerOf: (client) => bindings.ownerOf(client),
      bind: (client, personId) => bindings.bind(client, personId),
      broadcast: (frame) => this.broadcast(frame, null),
      isSeen: (personId) =>
        !isServerWritten(name.kind) ||
        (name.kind === "floor" && readFloor(this.document.doc).presentation?.presenterId === personId),
    });
    this.newcomers = new Newcomers({ doc: () => this.document.doc, isAtRest: () => !this.busy }, answers);
    this.parts = {
      document: this.document,
      layout,
      presence: this.presence,
      newcomers: this.newcomers,
      onRefusal: ({ personId }, { reason, message }) => {
        logger.info({ room: this.key, personId, reason, detail: message }, "refused");
        onRefusal(personId);
      },
    };
    this.ready = this.document.load().then(() => this.rest());
    this.ready.catch((error: unknown) => this.rejectEdits(this.edits.splice(0), error));
  }

  /** Nothing of it waits: it may be unloaded. */
  get isIdle(): boolean {
    return this.connections.size === 0 && !this.busy && this.frames.length === 0 && this.edits.length === 0;
  }

  join(connection: Connection): void {
    this.connections.add(connection);
    if (this.busy) this.greetLater.push(connection);
    else this.greet(connection);
  }

  leave(connection: Connection): void {
    this.connections.delete(connection);
    this.newcomers.leave(connection);
    this.presence.leave(connection);
  }

  receive(connection: Connection, data: Uint8Array): void {
    if (data.length > limits.frameBytes) return connection.close("frameTooLarge", "frame too large");
    if (!connection.isWithinRate(Date.now())) return connection.close("tooFast", "too many frames");
    this.frames.push({ connection, data });
    connection.queue(1, data.length);
    this.plan();
  }

  /** An edit by the server itself; resolves when it is on disk and sent. */
  edit(change: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.edits.push({ change, resolve, reject });
      this.plan();
    });
  }

  /** Reads the committed document. */
  async read<T>(look: (doc: Y.Doc) => T): Promise<T> {
    await this.ready;
    await this.edit(() => undefined); // waits for its turn, so that nothing uncommitted is seen
    return look(this.document.doc);
  }

  /** Sends away those whose past did not come. */
  dropHeld(now: number): void {
    for (const connection of this.connections) {
      const { since } = connection.held;
      if (since !== null && now - since > limits.heldMs) connection.close("comeAgain", "its past did not come");
    }
  }

  /** Stores what is left and frees the document. Only when idle. */
  async unload(): Promise<void> {
    this.presence.close();
    await this.document.unload();
  }

  private greet(connection: Connection): void {
    connection.send(syncFrame(0, Y.encodeStateVector(this.document.doc)));
    this.presence.tell(connection);
  }

  /** At once when the room is at rest; under load not before the gap since the last fan-out is over. */
  private plan(): void {
    if (this.busy || this.planned) return;
    this.planned = true;
    const gap = Math.min(limits.gapMs, this.connections.size / limits.receiversPerMs);
    const wait = this.lastOut + gap - performance.now();
    const go = () => {
      this.planned = false;
      void this.turn();
    };
    if (wait > 1) setTimeout(go, wait);
    else setImmediate(go);
  }

  private async turn(): Promise<void> {
    this.busy = true;
    const batch = this.frames.splice(0, limits.framesPerTurn);
    const turn = takeTurn(this.parts, batch, this.edits.splice(0));
    this.frames.unshift(...turn.later);
    if (turn.broken || this.document.isPending) await this.recover(turn, batch);
    else await this.settle(turn);
    this.rest();
  }

  private async settle(turn: Turn): Promise<void> {
    try {
      await this.document.store(turn.update, [...new Set([...turn.writers].map(({ personId }) => personId))]);
    } catch (error) {
      return this.fail(error, turn);
    }
    if (turn.update) this.publish(turn.update, turn.writers);
    for (const connection of turn.acknowledge) connection.acknowledge();
    for (const { resolve } of turn.edits) resolve();
  }

  private publish(update: Uint8Array, writers: Set<Connection>): void {
    this.newcomers.forget();
    const only = writers.size === 1 ? ([...writers][0] ?? null) : null;
    this.broadcast(syncFrame(2, update), only);
    this.lastOut = performance.now();
  }

  private broadcast(frame: Buffer, except: Connection | null): void {
    for (const connection of this.connections) if (connection !== except) connection.send(frame);
  }

  /** The live document is not trusted any more: read it again, and judge the honest frames once more. */
  private async recover(turn: Turn, batch: readonly Frame[]): Promise<void> {
    this.logger.warn({ room: this.key, reason: turn.broken?.message ?? "pending after judgement" }, "reload");
    const lost = turn.broken ? turn.resumed : new Set([...turn.resumed, ...turn.writers]);
    for (const connection of lost) connection.close("comeAgain", "come again");
    const later = new Set(turn.later);
    const again = batch.filter((frame) => !frame.connection.closed && !later.has(frame));
    for (const { connection, data } of again) {
      connection.queue(1, data.length);
      connection.judged = 0;
    }
    this.frames.unshift(...again);
    this.edits.unshift(...turn.edits);
    await this.reload();
  }

  /** The log cannot be written: nothing was acknowledged, everybody comes again. */
  private async fail(error: unknown, turn: Turn): Promise<void> {
    this.logger.error({ room: this.key, err: error }, "log not written");
    for (const connection of this.connections) connection.close("storageFailed", "storage");
    this.frames = [];
    this.rejectEdits(turn.edits, error);
    await this.reload();
  }

  private rejectEdits(edits: readonly Edit[], error: unknown): void {
    for (const { reject } of edits) reject(error);
  }

  private async reload(): Promise<void> {
    this.newcomers.forget();
    await this.document.reload();
  }

  private rest(): void {
    this.busy = false;
    for (const connection of this.greetLater.splice(0)) if (!connection.closed) this.greet(connection);
    this.newcomers.answerAll();
    this.document.compactWhenLong();
    if (this.frames.length > 0 || this.edits.length > 0) this.plan();
  }
}
