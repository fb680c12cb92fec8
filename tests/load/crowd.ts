// People in a room of a measured server: light clients that make real updates and read only what is measured.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import * as Y from "yjs";
import { until } from "../helpers/until.ts";
import { entryOf, targets } from "../security/attacks/targets.ts";
import { awarenessFrame, syncFrame } from "../sync/raw-client.ts";
import type { Place } from "./target.ts";

const marks = targets.annotations;
const JOIN_MS = 60_000;
/** Sockets opened at once, so that the listening queue of the system never overflows. */
const JOIN_BATCH = 50;

export interface GuestOptions {
  /** Reads what it receives and notes how old each write is; the others only count frames. */
  listens?: boolean;
}

export class Guest {
  readonly doc = new Y.Doc();
  frames = 0;
  hasState = false;
  code = 0;
  /** Ages of the writes and states heard, in milliseconds. */
  readonly heardMs: number[] = [];
  readonly socket: WebSocket;
  private readonly prefix: Uint8Array | null;
  private readonly person: string;
  private readonly listens: boolean;
  private clock = 0;

  constructor(target: Place, room: string, person: string, { listens = false }: GuestOptions = {}) {
    this.person = person;
    this.listens = listens;
    this.prefix =
      target.name === "hocuspocus" ? encoding.encode((encoder) => encoding.writeVarString(encoder, room)) : null;
    this.socket = new WebSocket(target.url(room, person), { perMessageDeflate: false });
    this.socket.on("error", () => this.socket.terminate());
    this.socket.on("close", (code) => (this.code = code || 1));
    this.socket.on("open", () => this.greet());
    this.socket.on("message", (data) => this.take(data as Buffer));
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.send(syncFrame(2, update));
    });
    if (listens) this.doc.getMap(marks.root).observeDeep((events, transaction) => this.hear(events, transaction));
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Makes its own entry, n-th of this person. */
  open(n = 1): void {
    marks.write(this.doc, this.person, n);
  }

  /** Writes now: the time goes with it, so that a listener can tell how old it is. */
  write(n = 1): void {
    entryOf(marks, this.doc, this.person, n).set("modified", new Date(now()).toISOString());
  }

  announce(): void {
    this.send(awarenessFrame([[this.doc.clientID, ++this.clock, `{"at":${now()}}`]]));
  }

  send(frame: Uint8Array): void {
    if (this.isOpen) this.socket.send(this.prefix ? Buffer.concat([this.prefix, frame]) : frame);
  }

  end(): void {
    this.socket.terminate();
  }

  private greet(): void {
    // Hocuspocus answers only after an authentication message, with any token.
    if (this.prefix) this.send(Uint8Array.of(2, 0, 1, 120));
    this.send(syncFrame(0, Y.encodeStateVector(this.doc)));
  }

  private take(data: Buffer): void {
    this.frames++;
    if (this.hasState && !this.listens) return;
    const decoder = decoding.createDecoder(data);
    if (this.prefix) decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === 1) this.takePresence(decoding.readVarUint8Array(decoder));
    if (type !== 0) return;
    const step = decoding.readVarUint(decoder);
    if (step === 0)
      return this.send(syncFrame(1, Y.encodeStateAsUpdate(this.doc, decoding.readVarUint8Array(decoder))));
    if (step === 1) this.hasState = true;
    if (this.listens) Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this);
  }

  private hear(events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
    if (transaction.origin !== this) return;
    for (const { target, keys } of events) {
      if (!keys.has("modified") || !(target instanceof Y.Map)) continue;
      this.heardMs.push(now() - Date.parse(String(target.get("modified"))));
    }
  }

  private takePresence(payload: Uint8Array): void {
    if (!this.listens) return;
    const decoder = decoding.createDecoder(payload);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const at = /"at":([\d.]+)/.exec(decoding.readVarString(decoder))?.[1];
      if (at !== undefined && client !== this.doc.clientID) this.heardMs.push(now() - Number(at));
    }
  }
}

/** Brings people into a room and waits until each has its state; the last few listen. */
export async function join(target: Place, room: string, count: number, listeners = 3, name = "p"): Promise<Guest[]> {
  const guests: Guest[] = [];
  while (guests.length < count) {
    const size = Math.min(JOIN_BATCH, count - guests.length);
    for (let at = 0; at < size; at++) {
      guests.push(new Guest(target, room, `${name}${guests.length}`, { listens: guests.length >= count - listeners }));
    }
    const here = (guest: Guest) => guest.isOpen && (guest.hasState || target.name === "relay");
    await until(() => guests.every(here), `${guests.length} people in ${room} of ${target.name}`, JOIN_MS);
  }
  return guests;
}

/** Lets everybody act once in each interval, spread evenly over it. Ends after so many seconds. */
export async function actEvenly(
  guests: readonly Guest[],
  intervalMs: number,
  seconds: number,
  act: (guest: Guest) => void,
) {
  const begun = performance.now();
  let done = 0;
  while (performance.now() - begun < seconds * 1000) {
    const due = Math.floor(((performance.now() - begun) / intervalMs) * guests.length);
    for (; done < due; done++) act(guests[done % guests.length] as Guest);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return done;
}

/** Waits until nothing more arrives. */
export async function comeToRest(guests: readonly Guest[]): Promise<void> {
  let last = -1;
  await until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 250));
      const frames = guests.reduce((sum, guest) => sum + guest.frames, 0);
      const quiet = frames === last;
      last = frames;
      return quiet;
    },
    "rest",
    60_000,
  );
}

export function heardBy(guests: readonly Guest[]): number[] {
  return guests.flatMap(({ heardMs }) => heardMs);
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
