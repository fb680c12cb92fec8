// One room: its document, its socket, its store on this device, and the facts about both. Rules: RC1 a refused ticket is
// replaced before the next try; RC2 a lost network and a server that stops are tried again, ever more slowly; RC3 after a refusal the
// document starts anew from the server's state and the words that were not taken in are kept aside; RC4 after a changed
// network or a long sleep the old socket is given up without waiting for it to fail.
import { readVarUint } from "lib0/decoding";
import { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { closeReasonOf, messageType, syncParameter, type CloseReason } from "../../shared/protocol/sync.ts";
import { noFacts, type ConnectionFacts } from "./connection-facts.ts";
import { countingSocket } from "./counting-socket.ts";
import { Delivery } from "./delivery.ts";
import { deviceStore } from "../platform/device-store.ts";
import { keepWords } from "./kept-words.ts";
import { RoomStore } from "./room-store.ts";
import { wordsOfUpdate } from "./words-of-update.ts";

/** First wait before coming again; doubled each time. */
const FIRST_WAIT_MS = 300;
/** A meeting must not wait longer than this for a server that is back. */
const LONGEST_WAIT_MS = 5000;
/** The server echoes one's presence every 15 s; a socket that is silent for longer slept or is dead. */
const SILENCE_MS = 20_000;
/** A store that does not open must not keep the room from the server. */
const STORE_MS = 2000;
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
  private store: RoomStore | null = null;
  private delivery = new Delivery();
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

  /** Resolves when what was written is in the device's store. */
  stop(): Promise<void> {
    this.stopped = true;
    window.removeEventListener("online", this.renew);
    document.removeEventListener("visibilitychange", this.hurry);
    return this.close();
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
    const kept = deviceStore();
    this.store = kept && new RoomStore(kept, this.place.room, doc);
    // Before the provider sends: an act is counted before the frame that covers it.
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
    void this.openStore(this.store);
  }

  /** What is kept here comes first, so that what waits is counted before a first state goes out that covers it. */
  private async openStore(store: RoomStore | null): Promise<void> {
    const late = setTimeout(() => this.connectAfter(0), STORE_MS);
    try {
      const unconfirmed = (await store?.opened) ?? [];
      if (this.stopped || store !== this.store) return;
      for (const update of unconfirmed) this.delivery.wrote(update);
      if (store) this.set({ ready: true }, { savedHere: true, waiting: this.delivery.waiting });
      if (this.provider?.wsconnected)
        this.renew(); // the state that went out covers none of it
      else this.connectAfter(0);
    } catch (error) {
      console.warn("this device does not give out the room", this.place.room, error);
      if (!this.stopped && store === this.store) this.connectAfter(0);
    } finally {
      clearTimeout(late);
    }
  }

  private async close(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { provider } = this;
    this.provider = null;
    provider?.destroy();
    this.current.awareness.destroy();
    this.current.doc.off("update", this.onUpdate);
    await this.store?.close();
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
    if (origin === this.store) return;
    if (origin === this.provider) return this.store?.keep(update);
    this.delivery.wrote(update);
    this.set({}, { waiting: this.delivery.waiting, savedHere: false });
    void this.writeDown(update);
  };

  private async writeDown(update: Uint8Array): Promise<void> {
    const { store } = this;
    if (!store) return;
    const { made } = this.delivery;
    try {
      await store.write(update);
      if (store === this.store && made === this.delivery.made) this.set({}, { savedHere: true });
    } catch (error) {
      if (store !== this.store) return; // given up meanwhile
      console.warn("this device does not store the room", error);
      this.set({}, { problem: { kind: "deviceStore", at: new Date() } });
    }
  }

  private confirmed(count: number): void {
    const all = this.delivery.confirmed(count);
    if (all) this.store?.confirm();
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
    if (this.refused || this.delivery.waiting === 0) {
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

  private async startAnew(store: RoomStore | null, problem: ConnectionFacts["problem"]): Promise<void> {
    void this.close();
    await store?.clear().catch((error: unknown) => console.warn("a refused room stays on this device", error));
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
