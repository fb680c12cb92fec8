// A bare client of the sync endpoint: says exactly what a test tells it to, and remembers what it was told.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import * as Y from "yjs";
import { messageType, syncStep } from "../../shared/protocol/sync.ts";
import { until } from "../helpers/until.ts";

export interface RawClientOptions {
  doc?: Y.Doc;
  /** Sends its own edits, as an honest client does. */
  sendsEdits?: boolean;
  /** Answers the server's state request, as an honest client does. */
  answers?: boolean;
  /** Asks for acknowledgements. */
  acknowledge?: boolean;
}

/** The bytes of one frame. */
export function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** A presence message about any number of clients. */
export function awarenessFrame(entries: readonly (readonly [client: number, clock: number, json: string])[]) {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const [client, clock, json] of entries) {
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

export class RawClient {
  readonly doc: Y.Doc;
  readonly socket: WebSocket;
  /** The close code, 0 while open. */
  code = 0;
  synced = false;
  /** Frames of documents received. */
  updates = 0;
  /** Answers to its state requests. */
  states = 0;
  acknowledged = 0;
  /** The latest presence of every client seen here, as JSON. */
  readonly presence = new Map<number, string>();
  private readonly answersRequests: boolean;

  constructor(url: string, room: string, ticket: string, options: RawClientOptions = {}) {
    this.doc = options.doc ?? new Y.Doc();
    this.answersRequests = options.answers ?? true;
    this.socket = new WebSocket(`${url}/${room}?ticket=${ticket}${options.acknowledge ? "&ack=1" : ""}`);
    this.socket.on("close", (code) => (this.code = code));
    this.socket.on("error", () => this.socket.terminate());
    this.socket.on("message", (data) => this.take(data as Buffer));
    this.socket.on("open", () => this.ask());
    if (options.sendsEdits ?? true)
      this.doc.on("update", (update: Uint8Array, origin: unknown) => {
        if (origin !== this) this.update(update);
      });
  }

  /** Opens and waits for the state; also returns when it was closed. */
  async ready(): Promise<this> {
    await until(() => this.synced || this.code, "state or refusal");
    return this;
  }

  send(frame: Uint8Array | string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(frame);
  }

  update(update: Uint8Array): void {
    this.send(syncFrame(syncStep.update, update));
  }

  ask(): void {
    this.send(syncFrame(syncStep.stateRequest, Y.encodeStateVector(this.doc)));
  }

  announce(state: unknown, clock = 1, client = this.doc.clientID): void {
    this.send(awarenessFrame([[client, clock, JSON.stringify(state)]]));
  }

  /** Waits until the server has dealt with everything sent so far: by an answer that comes after it, or by a refusal. */
  async settled(): Promise<void> {
    const before = this.states;
    this.ask();
    await until(() => this.states > before || this.code, "an answer or a refusal");
  }

  end(): void {
    this.socket.terminate();
  }

  private take(data: Buffer): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === messageType.acknowledgement) this.acknowledged += decoding.readVarUint(decoder);
    if (type === messageType.awareness) this.takePresence(decoding.readVarUint8Array(decoder));
    if (type === messageType.sync) this.takeSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
  }

  private takeSync(step: number, payload: Uint8Array): void {
    if (step === syncStep.stateRequest) {
      if (this.answersRequests) this.send(syncFrame(syncStep.state, Y.encodeStateAsUpdate(this.doc, payload)));
      return;
    }
    if (step === syncStep.update) this.updates++;
    else this.states++;
    Y.applyUpdate(this.doc, payload, this);
    this.synced = true;
  }

  private takePresence(payload: Uint8Array): void {
    const decoder = decoding.createDecoder(payload);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      this.presence.set(client, decoding.readVarString(decoder));
    }
  }
}
