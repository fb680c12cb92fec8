// A room alternates: gather frames → judge and apply all of them in one transaction → commit → broadcast, acknowledge,
// answer newcomers. So the live document is the committed one whenever anybody is answered (SY1), an acknowledgement
// follows the flush (SY2), and nobody is answered before the room is loaded (SY3).
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import type { Logger } from "pino";
import { formatRoomName, messageType, type RoomName } from "../../shared/protocol/sync.ts";
import type { Layout } from "../../shared/ydoc/layout.ts";
import { defineRoots, layoutOf } from "../../shared/ydoc/layouts.ts";
import { readFloor } from "../../shared/ydoc/floor.ts";
import type { LogRecord, UpdateLog } from "../storage/update-log.ts";
import type { AnswerQueue } from "./answer-queue.ts";
import type { Connection } from "./connection.ts";
import { syncFrame } from "./frames.ts";
import { isInOrder } from "./gate-order.ts";
import { judge } from "./gate.ts";
import { limits } from "./room-limits.ts";
import { Presence } from "./presence.ts";
import { HalfApplied, Refused } from "./refused.ts";

/** Encoded answers kept for newcomers with the same state vector. */
const CACHED_ANSWERS = 20;
/** After a failed commit the log is asked again this often. */
const RETRY_MS = 500;

interface Frame {
  connection: Connection;
  data: Uint8Array;
}
interface Edit {
  change: (doc: Y.Doc) => void;
  resolve: () => void;
  reject: (error: unknown) => void;
}
/** What one turn brought about. */
interface Turn {
  update: Uint8Array | null;
  writers: Set<Connection>;
  acknowledge: Set<Connection>;
  edits: Edit[];
  broken: HalfApplied | null;
}

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
  private readonly layout: Layout;
  private readonly options: RoomOptions;
  private readonly presence: Presence;
  private doc = new Y.Doc();
  private owners = new Map<number, string>();
  private newBindings: [number, string][] = [];
  private frames: Frame[] = [];
  private edits: Edit[] = [];
  private greetLater: Connection[] = [];
  private cache = new Map<string, Uint8Array>();
  private busy = true;
  private planned = false;
  private merged: Uint8Array | null = null;
  private lastOut = 0;
  private tailBytes = 0;
  private baseBytes = 0;

  constructor(options: RoomOptions) {
    this.options = options;
    this.name = options.name;
    this.key = formatRoomName(options.name);
    this.layout = layoutOf(options.name.kind);
    this.presence = new Presence({
      ownerOf: (client) => this.owners.get(client),
      bind: (client, personId) => this.bind(client, personId),
      broadcast: (frame) => this.broadcast(frame, null),
      isSeen: (personId) => this.name.kind !== "floor" || readFloor(this.doc).presentation?.presenterId === personId,
    });
    this.ready = this.load().then(() => this.done());
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
    this.presence.leave(connection);
  }

  receive(connection: Connection, data: Uint8Array): void {
    if (data.length > limits.frameBytes) return connection.close("frameTooLarge", "frame too large");
    if (!connection.isWithinRate(Date.now())) return connection.close("tooFast", "too many frames");
    this.frames.push({ connection, data });
    connection.queued++;
    connection.balance();
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
    return look(this.doc);
  }

  /** Sends away those whose past did not come. */
  dropHeld(now: number): void {
    for (const connection of this.connections) {
      const { since } = connection.held;
      if (since !== null && now - since > limits.heldMs) connection.close("comeAgain", "its past did not come");
    }
  }

  /** Writes what is left as a snapshot and frees the document. Only when idle. */
  async unload(): Promise<void> {
    if (this.tailBytes > 0) await this.compact();
    this.presence.close();
    this.doc.destroy();
  }

  private async load(): Promise<void> {
    const stored = await this.options.log.load(this.key);
    const doc = new Y.Doc({ gc: true });
    defineRoots(doc, this.layout);
    const updates = stored.snapshot ? [stored.snapshot, ...stored.updates] : stored.updates;
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
    this.doc.destroy();
    this.doc = doc;
    this.owners = new Map([...stored.bindings, ...this.newBindings]);
    this.cache.clear();
    this.baseBytes = stored.snapshot?.length ?? 0;
    this.tailBytes = stored.updates.reduce((bytes, update) => bytes + update.length, 0);
    doc.on("update", (update: Uint8Array) => {
      this.merged = this.merged ? Y.mergeUpdates([this.merged, update]) : update;
    });
  }

  private greet(connection: Connection): void {
    connection.send(syncFrame(0, Y.encodeStateVector(this.doc)));
    const presence = this.presence.frame();
    if (presence) connection.send(presence);
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
    const turn = this.apply(batch);
    const { pendingStructs, pendingDs } = this.doc.store;
    if (turn.broken || pendingStructs || pendingDs) await this.recover(turn, batch);
    else await this.settle(turn);
    this.done();
  }

  private apply(batch: Frame[]): Turn {
    const turn: Turn = {
      update: null,
      writers: new Set(),
      acknowledge: new Set(),
      edits: this.edits.splice(0),
      broken: null,
    };
    this.merged = null;
    this.doc.transact(() => {
      turn.edits = turn.edits.filter((edit) => this.editSafely(edit));
      for (const { connection, data } of batch) {
        connection.queued--;
        if (connection.closed || turn.broken) continue;
        this.takeSafely(connection, data, turn);
      }
    });
    for (const { connection } of batch) connection.balance();
    turn.update = this.merged;
    return turn;
  }

  private editSafely({ change, reject }: Edit): boolean {
    try {
      change(this.doc);
      return true;
    } catch (error) {
      reject(error);
      return false;
    }
  }

  private takeSafely(connection: Connection, data: Uint8Array, turn: Turn): void {
    try {
      this.take(connection, data, turn);
    } catch (error) {
      const refused = error instanceof Refused ? error : new Refused("malformed", "malformed", { cause: error });
      if (refused instanceof HalfApplied) turn.broken = refused;
      this.options.logger.info(
        { room: this.key, personId: connection.personId, reason: refused.reason, detail: refused.message },
        "refused",
      );
      this.options.onRefusal(connection.personId);
      connection.close(refused.reason, refused.message);
    }
  }

  private take(connection: Connection, data: Uint8Array, turn: Turn): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === messageType.sync) {
      const step = decoding.readVarUint(decoder);
      const payload = decoding.readVarUint8Array(decoder);
      if (step === 0) this.ask(connection, payload);
      else if (step === 1 || step === 2) this.takeUpdate(connection, payload, step === 1, turn);
      else throw new Refused("malformed", "kind of sync message");
    } else if (type === messageType.awareness) this.presence.take(connection, decoding.readVarUint8Array(decoder));
    else if (type === messageType.queryAwareness) {
      const frame = this.presence.frame();
      if (frame) connection.send(frame);
    } else throw new Refused("malformed", "type of message");
  }

  private ask(connection: Connection, stateVector: Uint8Array): void {
    Y.decodeStateVector(stateVector); // throws when it is none
    connection.wants = stateVector;
  }

  private takeUpdate(connection: Connection, update: Uint8Array, whole: boolean, turn: Turn): void {
    const fate = this.offer(connection, update, whole, turn);
    if (fate === "early") connection.hold(update, Date.now());
    else connection.judged++;
    if (fate === "ok" && connection.held.updates.length > 0) this.retryHeld(connection, turn);
    if (connection.held.updates.length === 0) turn.acknowledge.add(connection);
  }

  private offer(connection: Connection, update: Uint8Array, whole: boolean, turn: Turn): "ok" | "early" | "known" {
    const { personId } = connection;
    const verdict = judge(this.doc, update, { personId, layout: this.layout, owners: this.owners, whole });
    if (verdict.is === "known") return "known";
    if (!connection.mayWrite) throw new Refused("notAllowed", "may only read");
    if (verdict.is === "early") return "early";
    if (this.baseBytes + this.tailBytes + update.length > limits.documentBytes)
      throw new Refused("documentTooLarge", "document too large");
    for (const client of verdict.clients) this.bind(client, personId);
    try {
      Y.applyUpdate(this.doc, verdict.update);
    } catch (error) {
      throw new HalfApplied("malformed", "cannot be applied", { cause: error });
    }
    if (!isInOrder(this.doc, verdict.between)) throw new HalfApplied("malformed", "crossed origins");
    turn.writers.add(connection);
    return "ok";
  }

  private retryHeld(connection: Connection, turn: Turn): void {
    const { held } = connection;
    held.updates = held.updates.filter((update) => {
      if (this.offer(connection, update, false, turn) === "early") return true;
      held.bytes -= update.length;
      connection.judged++;
      return false;
    });
    if (held.updates.length === 0) held.since = null;
  }

  private bind(client: number, personId: string): void {
    if (this.owners.has(client)) return;
    const own = [...this.owners.values()].filter((owner) => owner === personId).length;
    if (own >= limits.bindsPerPerson) throw new Refused("tooManyClientIds", "too many clientIDs");
    this.owners.set(client, personId);
    this.newBindings.push([client, personId]);
  }

  private async settle(turn: Turn): Promise<void> {
    const bindings = this.newBindings;
    this.newBindings = [];
    if (turn.update || bindings.length > 0) {
      const authorship = [...new Set([...turn.writers].map(({ personId }) => personId))].map((personId) => ({
        personId,
        clocks: [],
      }));
      const record: LogRecord = { room: this.key, authorship, bindings, ...(turn.update && { update: turn.update }) };
      try {
        await this.options.log.append(record);
      } catch (error) {
        this.newBindings = bindings;
        return this.fail(error, turn);
      }
    }
    if (turn.update) this.publish(turn.update, turn.writers);
    for (const connection of turn.acknowledge) connection.acknowledge();
    for (const { resolve } of turn.edits) resolve();
  }

  private publish(update: Uint8Array, writers: Set<Connection>): void {
    this.tailBytes += update.length;
    this.cache.clear();
    const only = writers.size === 1 ? ([...writers][0] ?? null) : null;
    this.broadcast(syncFrame(2, update), only);
    this.lastOut = performance.now();
  }

  private broadcast(frame: Uint8Array, except: Connection | null): void {
    for (const connection of this.connections) if (connection !== except) connection.send(frame);
  }

  /** The live document is not trusted any more: read it again, and judge the honest frames once more. */
  private async recover(turn: Turn, batch: Frame[]): Promise<void> {
    this.options.logger.warn({ room: this.key, reason: turn.broken?.message ?? "pending after judgement" }, "reload");
    if (!turn.broken) for (const writer of turn.writers) writer.close("comeAgain", "come again");
    const again = batch.filter(({ connection }) => !connection.closed);
    for (const { connection } of again) {
      connection.queued++;
      connection.judged = 0;
    }
    this.frames.unshift(...again);
    this.edits.unshift(...turn.edits);
    await this.reload();
  }

  /** The log cannot be written: nothing was acknowledged, everybody comes again. */
  private async fail(error: unknown, turn: Turn): Promise<void> {
    this.options.logger.error({ room: this.key, err: error }, "log not written");
    for (const connection of this.connections) connection.close("storageFailed", "storage");
    this.frames = [];
    for (const { reject } of turn.edits) reject(error);
    await this.reload();
  }

  private async reload(): Promise<void> {
    for (;;) {
      try {
        return await this.load();
      } catch (error) {
        this.options.logger.error({ room: this.key, err: error }, "log not read");
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  private done(): void {
    this.busy = false;
    for (const connection of this.greetLater.splice(0)) if (!connection.closed) this.greet(connection);
    this.answerWaiting();
    if (this.tailBytes > Math.max(limits.tailBytes, this.baseBytes)) void this.compact();
    if (this.frames.length > 0 || this.edits.length > 0) this.plan();
  }

  private answerWaiting(): void {
    for (const connection of this.connections) {
      if (!connection.wants || connection.answering || connection.closed) continue;
      connection.answering = true;
      this.options.answers.add(() => this.answer(connection));
    }
  }

  /** What a newcomer with this state vector lacks, encoded once for all who have the same. */
  private answer(connection: Connection): number {
    connection.answering = false;
    if (!connection.wants || connection.closed || this.busy) return 0; // when busy, `done` asks again
    const frame = this.encodedFor(connection.wants);
    connection.wants = null;
    connection.answering = true; // the next one only when this one has left
    connection.send(frame, () => {
      connection.answering = false;
      if (connection.wants && !this.busy) this.answerWaiting();
    });
    return frame.length;
  }

  private encodedFor(stateVector: Uint8Array): Uint8Array {
    const key = Buffer.from(stateVector).toString("base64");
    const known = this.cache.get(key);
    if (known) return known;
    if (this.cache.size >= CACHED_ANSWERS) this.cache.clear();
    const frame = syncFrame(1, Y.encodeStateAsUpdate(this.doc, stateVector));
    this.cache.set(key, frame);
    return frame;
  }

  /** At a boundary only: what is encoded is what is committed, and the log takes its orders in turn. */
  private async compact(): Promise<void> {
    const snapshot = Y.encodeStateAsUpdate(this.doc);
    const before = { base: this.baseBytes, tail: this.tailBytes };
    this.baseBytes = snapshot.length;
    this.tailBytes = 0;
    try {
      await this.options.log.append({ room: this.key, snapshot });
    } catch (error) {
      this.options.logger.warn({ room: this.key, err: error }, "not compacted; the log still has everything");
      this.baseBytes = before.base;
      this.tailBytes += before.tail;
    }
  }
}
