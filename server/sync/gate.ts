// The gate: judges an update against a document before it is applied, so that a refusal leaves no trace and costs no
// reload. Everything here is a pure reading of the decoded update and of the document's store.
// Rules: GA1 new structs belong to the person's own clientIDs · GA2 nothing is left pending · GA3 what it touches lies
// under the room's roots and, in an authored collection, under the person's keys · GA4 values fit the schema.
import * as Y from "yjs";
import type { Layout } from "../../shared/ydoc/layout.ts";
import { checkContent, isOwnPlace } from "./gate-content.ts";
import type { Between } from "./gate-order.ts";
import { Places, type Struct } from "./gate-places.ts";
import { readUpdate, replaceDeletes, sortedRanges, type DeleteRange, type DeleteSet } from "./gate-update.ts";
import { limits } from "./limits.ts";
import { Refused } from "./refused.ts";

export interface GateContext {
  personId: string;
  layout: Layout;
  /** ClientID → the person it is bound to in this room. */
  owners: ReadonlyMap<number, string>;
  /** A sync step 2: a whole state, which may repeat other people's words and deletes. */
  whole: boolean;
}

/** `early`: its past is not here yet. `known`: nothing new in it. */
export type Verdict =
  { is: "ok"; update: Uint8Array; between: Between[]; clients: number[] } | { is: "early" } | { is: "known" };

const malformed = (reason: string) => new Refused("malformed", reason);
const forbidden = (reason: string) => new Refused("notAllowed", reason);

/** @throws {Refused} when the update may not enter, malformed ones included. */
export function judge(doc: Y.Doc, update: Uint8Array, context: GateContext): Verdict {
  try {
    return new Judgement(doc, update, context, new Set(), false).verdict();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused("malformed", "cannot be read", { cause: error });
  }
}

class Judgement {
  private readonly doc: Y.Doc;
  private readonly update: Uint8Array;
  private readonly context: GateContext;
  /** Clients of a whole state that are left to their owners. */
  private readonly leave: ReadonlySet<number>;
  private readonly trimmed: boolean;
  private readonly deletes: DeleteSet;
  private readonly groups: Map<number, Struct[]>;
  /** New structs by client, and how far each is known or reached by now. */
  private readonly fresh = new Map<number, Struct[]>();
  private readonly frontier = new Map<number, number>();
  private readonly between: Between[] = [];
  private readonly places: Places;

  constructor(doc: Y.Doc, update: Uint8Array, context: GateContext, leave: ReadonlySet<number>, trimmed: boolean) {
    this.doc = doc;
    this.update = update;
    this.context = context;
    this.leave = leave;
    this.trimmed = trimmed;
    const { groups, deletes } = readUpdate(update);
    this.groups = groups;
    this.deletes = deletes;
    this.places = new Places(context.layout, (id) => this.find(id));
  }

  verdict(): Verdict {
    const sorted = this.sortOut();
    if (sorted === "early") return { is: "early" };
    // Yjs looks for the references of known structs too, and a lie there is left pending: so they are cut off.
    if (sorted && !this.trimmed && (this.fresh.size > 0 || this.deletes.clients.size > 0)) return this.again(sorted);
    const placed = this.placeAll();
    if (placed.strangers.size > 0) return this.without(placed.strangers);
    if (!placed.complete) return { is: "early" };
    return this.judgeDeletes();
  }

  /** Splits known from new. Returns the state to trim by when known structs are repeated, else null. */
  private sortOut(): Map<number, number> | "early" | null {
    const skip = new Map<number, number>();
    let overlap = false;
    for (const [client, list] of this.groups) {
      const known = Y.getState(this.doc.store, client);
      const first = list[0] as Struct;
      const last = list.at(-1) as Struct;
      skip.set(client, known);
      if (first.id.clock < known) overlap = true;
      if (last.id.clock + last.length <= known) continue;
      if (this.isForeign(client)) {
        if (!this.context.whole) throw forbidden("clientID of another");
        skip.set(client, limits.clock * 2);
        overlap = true;
        continue;
      }
      if (last.id.clock + last.length - known > limits.newClocks) throw malformed("too long");
      if (first.id.clock > known || list.some((struct) => struct instanceof Y.Skip)) return "early";
      this.fresh.set(client, list);
      this.frontier.set(client, known);
    }
    const unbound = [...this.fresh.keys()].filter((client) => !this.context.owners.has(client));
    if (unbound.length > limits.newClients) throw new Refused("tooManyClientIds", "too many new clients");
    return overlap ? skip : null;
  }

  private isForeign(client: number): boolean {
    const owner = this.context.owners.get(client);
    return (owner !== undefined && owner !== this.context.personId) || this.leave.has(client);
  }

  private again(skip: Map<number, number>): Verdict {
    const rest = Y.diffUpdate(this.update, Y.encodeStateVector(skip));
    return new Judgement(this.doc, rest, this.context, this.leave, true).verdict();
  }

  private without(strangers: Set<number>): Verdict {
    return new Judgement(this.doc, this.update, this.context, new Set([...this.leave, ...strangers]), false).verdict();
  }

  /** Gives every new struct its place in the order in which Yjs would take them in. */
  private placeAll(): { complete: boolean; strangers: Set<number> } {
    const next = new Map([...this.fresh.keys()].map((client) => [client, 0]));
    const strangers = new Set<number>();
    for (let moved = true; moved;) {
      moved = false;
      for (const [client, list] of this.fresh) {
        const from = next.get(client) ?? 0;
        const to = this.placeRun(client, list, from, strangers);
        if (to > from) moved = true;
        next.set(client, to);
      }
    }
    const stuck = [...this.fresh].flatMap(([client, list]) => list[next.get(client) ?? 0] ?? []);
    for (const struct of stuck) refuseOwnFuture(struct);
    return { complete: stuck.length === 0, strangers };
  }

  private placeRun(client: number, list: Struct[], from: number, strangers: Set<number>): number {
    let at = from;
    for (; at < list.length; at++) {
      const struct = list[at] as Struct;
      if (struct instanceof Y.Item && !this.hasPast(struct)) break;
      const place = this.places.locate(struct);
      const { context } = this;
      // A restored backup: words of a device nobody knows any more, under another's key. Their owner will bring them.
      if (
        context.whole &&
        context.layout.authored &&
        !context.owners.has(client) &&
        !isOwnPlace(place, context.personId)
      ) {
        strangers.add(client);
        return list.length;
      }
      if (struct instanceof Y.Item && !place.gone) {
        checkContent(struct, place, context.layout, context.personId);
        if (struct.origin && struct.rightOrigin) this.between.push([struct.id, struct.origin, struct.rightOrigin]);
      }
      this.frontier.set(client, struct.id.clock + struct.length);
    }
    return at;
  }

  private hasPast(item: Y.Item): boolean {
    const parent: unknown = item.parent;
    return [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null].every(
      (id) =>
        id === null || (id.client === item.id.client ? id.clock < item.id.clock : id.clock < this.reached(id.client)),
    );
  }

  private reached(client: number): number {
    return this.frontier.get(client) ?? Y.getState(this.doc.store, client);
  }

  private find(id: Y.ID): Struct {
    const list = this.fresh.get(id.client);
    if (!list || id.clock < (list[0] as Struct).id.clock) return Y.getItem(this.doc.store, id);
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((list[middle] as Struct).id.clock <= id.clock) low = middle;
      else high = middle - 1;
    }
    return list[low] as Struct;
  }

  /** Only what is not deleted yet counts: a whole state names all deletes of its document, other people's too. */
  private judgeDeletes(): Verdict {
    const kept = new Map<number, DeleteRange[]>();
    let left = false;
    for (const [client, unsorted] of this.deletes.clients) {
      const judged = this.judgeRanges(client, sortedRanges(unsorted));
      if (judged === "early") return { is: "early" };
      if (judged.kept.length > 0) kept.set(client, judged.kept);
      left ||= judged.left;
    }
    if (this.fresh.size === 0 && kept.size === 0) return { is: "known" };
    const update = left ? replaceDeletes(this.update, this.deletes, kept) : this.update;
    return { is: "ok", update, between: this.between, clients: [...this.fresh.keys()] };
  }

  private judgeRanges(client: number, ranges: DeleteRange[]): { kept: DeleteRange[]; left: boolean } | "early" {
    const { context, doc } = this;
    const exists = Y.getState(doc.store, client);
    const kept: DeleteRange[] = [];
    let left = false;
    for (const [clock, length] of ranges) {
      const end = clock + length;
      if (end > this.reached(client)) {
        if (this.isForeign(client) && context.whole) left = true;
        else if (end > limits.clock || (context.layout.authored && this.isForeign(client)))
          throw forbidden("deletes the future");
        else return "early";
      } else if (end > exists) kept.push([Math.max(clock, exists), end - Math.max(clock, exists)]);
      for (const [from, to, mine] of this.aliveIn(client, clock, Math.min(end, exists))) {
        if (mine) kept.push([from, to - from]);
        else if (context.whole) left = true;
        else throw forbidden("deletes words of another");
      }
    }
    return { kept, left };
  }

  /** The parts of a range that are not deleted yet, and whether this person may delete them. */
  private *aliveIn(client: number, clock: number, end: number): Generator<[from: number, to: number, mine: boolean]> {
    const list = this.doc.store.clients.get(client);
    if (!list || clock >= end) return;
    const { context } = this;
    for (let at = Y.findIndexSS(list, clock); at < list.length; at++) {
      const struct = list[at] as Struct;
      if (struct.id.clock >= end) return;
      if (struct.deleted) continue;
      const isOwner = context.owners.get(client) === context.personId;
      const mine = !context.layout.authored || (isOwner && isOwnPlace(this.places.of(struct), context.personId));
      yield [Math.max(clock, struct.id.clock), Math.min(end, struct.id.clock + struct.length), mine];
    }
  }
}

function refuseOwnFuture(struct: Struct): void {
  if (!(struct instanceof Y.Item)) return;
  const { client, clock } = struct.id;
  const parent: unknown = struct.parent;
  for (const id of [struct.origin, struct.rightOrigin, parent]) {
    if (id instanceof Y.ID && id.client === client && id.clock >= clock) throw malformed("refers to its own future");
  }
}
