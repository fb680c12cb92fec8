// The gate: judges an update against a document BEFORE it is applied, so that a refusal leaves no trace and costs no
// reload. It knows of every new struct whose it is, that its past is here, where it will lie and whether that may be.
import * as Y from "yjs";
import type { Layout } from "../../../shared/ydoc/layout.ts";
import { decode, endOf, MAX_CLOCK, type DecodedUpdate, type Struct } from "./decode.ts";
import { judgeDeletes, withDeletes } from "./deletes.ts";
import type { Between } from "./order.ts";
import { isOwn, locate, NOWHERE, placeOfKnown, type Location } from "./place.ts";
import { Refusal, refuse } from "./refusal.ts";
import { checkContent } from "./values.ts";

/** New clientIDs in one update: a person offline for this many sessions. Pending unknown clients cost O(n²) in Yjs. */
const MAX_NEW_CLIENTS = 64;

export interface GateContext {
  personId: string;
  /** Whose each clientID is. */
  owners: ReadonlyMap<number, string>;
  layout: Layout;
  /** The answer to a state request: it may repeat what others wrote, which is then left to them. */
  isFullState: boolean;
}

export type Verdict =
  | { is: "known" }
  | { is: "early" }
  | { is: "good"; update: Uint8Array; between: Between[]; clocks: [client: number, from: number, to: number][] };

/** @throws Refusal when the update may not enter; nothing has changed then. */
export function judge(doc: Y.Doc, update: Uint8Array, context: GateContext): Verdict {
  try {
    return new Judgement(doc, context, new Set()).of(update, false);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("malformed", error instanceof Error ? error.message : "malformed");
  }
}

class Judgement {
  private readonly doc: Y.Doc;
  private readonly context: GateContext;
  private readonly leftOut: ReadonlySet<number>;
  private readonly fresh = new Map<number, Struct[]>();
  private readonly frontier = new Map<number, number>();
  private readonly places = new Map<Struct, Location>();
  private readonly between: Between[] = [];

  constructor(doc: Y.Doc, context: GateContext, leftOut: ReadonlySet<number>) {
    this.doc = doc;
    this.context = context;
    this.leftOut = leftOut;
  }

  of(update: Uint8Array, isTrimmed: boolean): Verdict {
    const decoded = decode(update);
    const known = this.sortOut(decoded);
    if (known === "early") return { is: "early" };
    // Yjs looks for the references of KNOWN structs too, and a lie there would be left pending: so they are cut off.
    if (known.overlaps && !isTrimmed && (this.fresh.size > 0 || decoded.deletes.clients.size > 0)) {
      const trimmed = Y.diffUpdate(update, Y.encodeStateVector(known.skip));
      return new Judgement(this.doc, this.context, this.leftOut).of(trimmed, true);
    }
    const strangers = this.placeAll();
    if (strangers === "early") return { is: "early" };
    if (strangers.size > 0) {
      return new Judgement(this.doc, this.context, new Set([...this.leftOut, ...strangers])).of(update, false);
    }
    return this.conclude(update, decoded);
  }

  /** Which structs are new, whose they are, and from which clock they must be read. */
  private sortOut({ groups }: DecodedUpdate): { overlaps: boolean; skip: Map<number, number> } | "early" {
    const skip = new Map<number, number>();
    let overlaps = false;
    for (const [client, structs] of groups) {
      const state = Y.getState(this.doc.store, client);
      const start = structs[0]?.id.clock ?? 0;
      skip.set(client, state);
      if (start < state) overlaps = true;
      if (endOf(structs) <= state) continue;
      if (this.isForeign(client)) {
        if (!this.context.isFullState) refuse("notAllowed", "clientID of another");
        skip.set(client, MAX_CLOCK * 2);
        overlaps = true;
      } else if (start > state || structs.some((struct) => struct instanceof Y.Skip)) return "early";
      else this.fresh.set(client, structs);
    }
    const unknown = [...this.fresh.keys()].filter((client) => !this.context.owners.has(client));
    if (unknown.length > MAX_NEW_CLIENTS) refuse("tooManyClientIds", "too many new clients");
    return { overlaps, skip };
  }

  private isForeign(client: number): boolean {
    const owner = this.context.owners.get(client);
    return this.leftOut.has(client) || (owner !== undefined && owner !== this.context.personId);
  }

  /** Goes through the new structs as applyUpdate would; each gets its place before another reaches it. */
  private placeAll(): Set<number> | "early" {
    const strangers = new Set<number>();
    const next = new Map<number, number>();
    for (let hasMoved = true; hasMoved;) {
      hasMoved = false;
      for (const [client, structs] of this.fresh) {
        let index = next.get(client) ?? 0;
        for (let struct = structs[index]; struct && this.hasPast(struct); struct = structs[index]) {
          if (this.place(struct) === "stranger") {
            strangers.add(client);
            index = structs.length;
            break;
          }
          this.frontier.set(client, struct.id.clock + struct.length);
          index++;
          hasMoved = true;
        }
        next.set(client, index);
      }
    }
    if (strangers.size > 0) return strangers;
    for (const [client, structs] of this.fresh) {
      const stuck = structs[next.get(client) ?? 0];
      if (!stuck) continue;
      refuseOwnFuture(stuck);
      return "early";
    }
    return strangers;
  }

  /** A struct of a device nobody knows, under another's key, in a full state: its owner will bring it ("stranger"). */
  private place(struct: Struct): "placed" | "stranger" {
    if (!(struct instanceof Y.Item)) {
      this.places.set(struct, NOWHERE);
      return "placed";
    }
    const { layout, isFullState, owners, personId } = this.context;
    const place = locate(struct, { find: (id) => this.find(id), placeOf: (other) => this.placeOf(other) }, layout);
    this.places.set(struct, place);
    if (place === NOWHERE) return "placed";
    if (layout.authored && !isOwn(place, personId)) {
      if (isFullState && !owners.has(struct.id.client)) return "stranger";
      refuse("notAllowed", "words of another");
    }
    checkContent(struct, place, layout);
    if (struct.origin && struct.rightOrigin) this.between.push([struct.id, struct.origin, struct.rightOrigin]);
    return "placed";
  }

  private conclude(update: Uint8Array, { deletes }: DecodedUpdate): Verdict {
    const judged = judgeDeletes(deletes, {
      doc: this.doc,
      personId: this.context.personId,
      owners: this.context.owners,
      isAuthored: this.context.layout.authored,
      isFullState: this.context.isFullState,
      leftOut: this.leftOut,
      reached: (client) => this.reached(client),
    });
    if (judged === "early") return { is: "early" };
    if (this.fresh.size === 0 && judged.kept.size === 0) return { is: "known" };
    return {
      is: "good",
      update: judged.hasLeftOut ? withDeletes(update, deletes, judged.kept) : update,
      between: this.between,
      clocks: [...this.fresh].map(([client, structs]) => [client, structs[0]?.id.clock ?? 0, endOf(structs)]),
    };
  }

  private reached(client: number): number {
    return this.frontier.get(client) ?? Y.getState(this.doc.store, client);
  }

  private hasPast(struct: Struct): boolean {
    if (!(struct instanceof Y.Item)) return true;
    return referencesOf(struct).every((id) =>
      id.client === struct.id.client ? id.clock < struct.id.clock : id.clock < this.reached(id.client),
    );
  }

  private find(id: Y.ID): Struct {
    const structs = this.fresh.get(id.client);
    const first = structs?.[0];
    if (!structs || !first || id.clock < first.id.clock) return Y.getItem(this.doc.store, id);
    let low = 0;
    let high = structs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((structs[middle]?.id.clock ?? 0) <= id.clock) low = middle;
      else high = middle - 1;
    }
    return structs[low] ?? first;
  }

  private placeOf(struct: Struct): Location {
    return this.places.get(struct) ?? placeOfKnown(struct);
  }
}

function referencesOf(item: Y.Item): Y.ID[] {
  return [item.origin, item.rightOrigin, item.parent as unknown].filter((id) => id instanceof Y.ID);
}

function refuseOwnFuture(struct: Struct): void {
  if (!(struct instanceof Y.Item)) return;
  const isAhead = (id: Y.ID) => id.client === struct.id.client && id.clock >= struct.id.clock;
  if (referencesOf(struct).some(isAhead)) refuse("malformed", "refers to its own future");
}
