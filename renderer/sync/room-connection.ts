// One room: its document, its socket, its store on this device, and the facts about both. Rules: RC1 a refused ticket is
// replaced before the next try; RC2 a lost network and a server that stops are tried again, ever more slowly; RC3 after a refusal the
// document starts anew from the server's state and the words that were not taken in are kept aside; RC4 after a changed
// network or a long sleep the old socket is given up without waiting for it to fail.
import { readVarUint } from "lib0/decoding";
import type { IndexeddbPersistence } from "y-indexeddb";
import { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { closeReasonOf, messageType, syncParameter, type CloseReason } from "../../shared/protocol/sync.ts";
import { noFacts, type ConnectionFacts } from "./connection-facts.ts";
import { countingSocket } from "./counting-socket.ts";
import { Delivery } from "./delivery.ts";
import { openDeviceStore, whenStored } from "./device-store.ts";
import { keepWords } from "./kept-words.ts";
import { wordsOfUpdate } from "./words-of-update.ts";

/** First wait before coming again; doubled each time. */
const FIRST_WAIT_MS = 300;
/** A meeting must not wait longer than this for a server that is back. */
const LONGEST_WAIT_MS = 5000;
/** The server echoes one's presence every 15 s; a socket that is silent for longer slept or is dead. */
const SILENCE_MS = 20_000;
/** Reasons after which the same words may well be taken a little later. */
const TRY_AGAIN = new Set<CloseReason>(["ticketExpired", "tooFast", "tooManyRooms"]);

export interface RoomSnapshot {
  doc: Y.Doc;
  awareness: Awareness;
  /** The server's state is here. */
  synced: boolean;
  /** The device's state is here: enough for reading. */
  ready: boolean;
  facts: ConnectionFacts;
}

export interface RoomPlace {
  room: string;
  personId: string;
  syncUrl: string;
  /** `anew`: the last one was refused. */
  ticket: (anew: boolean) => Promise<string>;
}

export class RoomConnection {
  private readonly place: RoomPlace;
  private readonly listeners = new Set<() => void>();
  private current: RoomSnapshot;
  private provider: WebsocketProvider | null = null;
  private store: IndexeddbPersistence | null = null;
  private delivery = new Delivery();
  /** The server has acknowledged something of this document. */
  private hasConfirmed = false;
  private attempts = 0;
  private ticketRefused = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private stopped = false;
  /** The document of before a refusal, until it can be compared with the server's. */
  private refused: { doc: Y.Doc; words: Uint8Array[]; reason: CloseReason } | null = null;

  constructor(place: RoomPlace) {
    this.place = place;
    this.current = RoomConnection.fresh();
    this.open();
    window.addEventListener("online", this.renew);
    document.addEventListener("visibilitychange", this.hurry);
  }

  private static fresh(): RoomSnapshot {
    const doc = new Y.Doc();
    return { doc, awareness: new Awareness(doc), synced: false, ready: false, facts: noFacts };
  }

  /** The same object until something changes. */
  readonly snapshot = (): RoomSnapshot => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  stop(): void {
    this.stopped = true;
    window.removeEventListener("online", this.renew);
    document.removeEventListener("visibilitychange", this.hurry);
    this.close();
  }

  /** Keeps aside what the server has not acknowledged, for the room will not be opened again by this sign-in. */
  keepUnsent(): void {
    const { unconfirmed } = this.delivery;
    if (unconfirmed.length === 0) return;
    keepWords(this.place.personId, this.place.room, "notAllowed", wordsOfUpdate(Y.mergeUpdates(unconfirmed)));
  }

  /** Comes again at once: the network is back, the machine woke up, or somebody pressed the button. */
  readonly hurry = (): void => {
    if (this.stopped || document.visibilityState === "hidden") return;
    if (this.timer) this.connectAfter(0);
    else if (this.provider?.wsconnected && Date.now() - this.provider.wsLastMessageReceived > SILENCE_MS) this.renew();
  };

  /** RC4. A socket of the network of before may look open for minutes. */
  private readonly renew = (): void => {
    if (this.stopped || !this.provider) return;
    this.provider.disconnect();
    this.connectAfter(0);
  };

  private open(): void {
    const { doc, awareness } = this.current;
    this.delivery = new Delivery();
    this.hasConfirmed = false;
    this.store = openDeviceStore(this.place.personId, this.place.room, doc);
    void this.store?.whenSynced.then(() => this.set({ ready: true }, { savedHere: true }));
    // After the store has written, before the provider sends: an act is counted before the frame that covers it.
    doc.on("update", this.onUpdate);
    const provider = new WebsocketProvider(this.place.syncUrl, this.place.room, doc, {
      connect: false,
      awareness,
      disableBc: true,
      shouldReconnect: () => false,
      WebSocketPolyfill: countingSocket(() => this.delivery.sent()),
    });
    this.provider = provider;
    provider.messageHandlers[messageType.acknowledgement] = (_encoder, decoder) => this.confirmed(readVarUint(decoder));
    provider.on("sync", (synced) => this.onSync(synced));
    provider.on("connection-close", (event) => this.onClose(event));
    this.connectAfter(0);
  }

  private close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { provider } = this;
    this.provider = null;
    provider?.destroy();
    this.current.awareness.destroy();
    void this.store?.destroy();
    this.current.doc.off("update", this.onUpdate);
  }

  private connectAfter(ms: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), ms);
  }

  private async connect(): Promise<void> {
    this.timer = null;
    const { provider } = this;
    try {
      const ticket = await this.place.ticket(this.ticketRefused);
      this.ticketRefused = false;
      if (this.stopped || !provider || provider !== this.provider) return;
      provider.params = { [syncParameter.ticket]: ticket, [syncParameter.acknowledge]: "1" };
      provider.connect();
    } catch (error) {
      console.info("no ticket for the room yet", this.place.room, error);
      this.offline();
    }
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider || origin === this.store) return;
    this.delivery.wrote(update);
    this.set({}, { waiting: this.delivery.waiting, savedHere: false });
    void this.watchStore();
  };

  private async watchStore(): Promise<void> {
    const { store } = this;
    if (!store) return;
    try {
      await whenStored(store);
      if (store === this.store) this.set({}, { savedHere: true });
    } catch (error) {
      if (store !== this.store) return; // given up meanwhile
      console.warn("this device does not store the room", error);
      this.set({}, { problem: { kind: "deviceStore", at: new Date() } });
    }
  }

  private confirmed(count: number): void {
    this.hasConfirmed = true;
    const all = this.delivery.confirmed(count);
    this.set({}, { waiting: this.delivery.waiting, ...(all && { savedAtServer: new Date() }) });
  }

  private onSync(synced: boolean): void {
    if (!synced) return this.set({ synced: false }, {});
    this.attempts = 0;
    this.set({ synced, ready: true }, { problem: null });
    if (!this.refused) return;
    const { doc, reason } = this.refused;
    this.refused = null;
    const lost = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.current.doc));
    keepWords(this.place.personId, this.place.room, reason, wordsOfUpdate(lost));
    doc.destroy();
  }

  private onClose(event: CloseEvent | null): void {
    this.delivery.closed();
    if (this.stopped || !this.provider) return;
    const reason = event ? closeReasonOf(event.code) : null;
    console.info("room closed", this.place.room, event?.code, event?.reason);
    if (event && reason && event.code < 4500 && !TRY_AGAIN.has(reason)) return this.onRefusal(reason);
    this.ticketRefused = reason === "ticketExpired";
    this.offline(this.ticketRefused);
  }

  private offline(atOnce = false): void {
    const { problem } = this.current.facts;
    if (!atOnce || this.attempts > 0)
      this.set({}, { problem: problem?.kind === "offline" ? problem : { kind: "offline", since: new Date() } });
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.attempts++);
    this.connectAfter(atOnce && this.attempts === 1 ? 0 : wait);
  }

  /** RC3. Words that cannot even be compared, since one may no longer read here, are taken from the updates themselves. */
  private onRefusal(reason: CloseReason): void {
    const problem = { kind: "refused", reason, at: new Date() } as const;
    if (this.refused || (this.delivery.waiting === 0 && !this.mayHoldOldWords(reason))) {
      const lost = this.refused?.words ?? [];
      this.refused = null;
      for (const update of lost) keepWords(this.place.personId, this.place.room, reason, wordsOfUpdate(update));
      return this.set({}, { problem });
    }
    const { unconfirmed } = this.delivery;
    const words = unconfirmed.length > 0 ? [Y.mergeUpdates(unconfirmed)] : [];
    this.refused = { doc: this.current.doc, words, reason };
    const { store } = this;
    this.store = null;
    queueMicrotask(() => void this.startAnew(store, problem));
  }

  /** What was written here before the last start has no count of its own: it went out with the first state. */
  private mayHoldOldWords(reason: CloseReason): boolean {
    return reason !== "notAllowed" && !this.hasConfirmed && this.store !== null && this.current.ready;
  }

  private async startAnew(store: IndexeddbPersistence | null, problem: ConnectionFacts["problem"]): Promise<void> {
    this.close();
    await store?.clearData();
    if (this.stopped) return;
    this.current = { ...RoomConnection.fresh(), facts: { ...noFacts, problem } };
    this.tell();
    this.open();
  }

  private set(part: Partial<RoomSnapshot>, facts: Partial<ConnectionFacts>): void {
    if (this.stopped) return;
    this.current = { ...this.current, ...part, facts: { ...this.current.facts, ...facts } };
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
