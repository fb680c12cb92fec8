// Judging the deletes of an update: only what is not deleted yet counts, nothing may reach beyond what exists, and in an
// authored collection only one's own words. A full state repeats everybody's deletes: the others' are left to their owners.
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { MAX_CLOCK, type DeleteSet } from "./decode.ts";
import { isOwn, placeOfKnown } from "./place.ts";
import { refuse } from "./refusal.ts";

export interface DeleteContext {
  doc: Y.Doc;
  personId: string;
  owners: ReadonlyMap<number, string>;
  isAuthored: boolean;
  isFullState: boolean;
  leftOut: ReadonlySet<number>;
  /** The clock each client will have after the update's structs. */
  reached(client: number): number;
}

export interface JudgedDeletes {
  kept: Map<number, [clock: number, length: number][]>;
  hasLeftOut: boolean;
}

/** "early" when a range lies ahead of what is here. @throws Refusal */
export function judgeDeletes(deletes: DeleteSet, context: DeleteContext): JudgedDeletes | "early" {
  const judged: JudgedDeletes = { kept: new Map(), hasLeftOut: false };
  for (const [client, ranges] of deletes.clients) {
    let previousEnd = 0;
    for (const { clock, len } of [...ranges].sort((a, b) => a.clock - b.clock)) {
      if (len <= 0 || clock < previousEnd) refuse("malformed", "delete ranges overlap");
      previousEnd = clock + len;
      if (judgeRange(client, clock, previousEnd, context, judged) === "early") return "early";
    }
  }
  return judged;
}

function judgeRange(
  client: number,
  from: number,
  to: number,
  context: DeleteContext,
  judged: JudgedDeletes,
): "early" | "judged" {
  const { doc, owners, personId, isAuthored, isFullState, leftOut } = context;
  const isForeign = leftOut.has(client) || (owners.has(client) && owners.get(client) !== personId);
  const exists = Y.getState(doc.store, client);
  const reached = context.reached(client);
  if (to > reached) {
    if (isForeign && isFullState) judged.hasLeftOut = true;
    else if (to > MAX_CLOCK || (isAuthored && isForeign)) refuse("notAllowed", "deletes the future");
    else return "early";
  }
  const end = Math.min(to, reached);
  if (end > exists && end > from) keep(judged, client, Math.max(from, exists), end);
  judgeKnown(client, from, Math.min(to, exists), context, judged);
  return "judged";
}

function judgeKnown(client: number, from: number, to: number, context: DeleteContext, judged: JudgedDeletes): void {
  const structs = context.doc.store.clients.get(client);
  if (!structs || from >= to) return;
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= to) return;
    if (struct.deleted) continue;
    const isMine = context.owners.get(client) === context.personId && isOwn(placeOfKnown(struct), context.personId);
    if (context.isAuthored && !isMine) {
      if (!context.isFullState) refuse("notAllowed", "deletes words of another");
      judged.hasLeftOut = true;
    } else keep(judged, client, Math.max(from, struct.id.clock), Math.min(to, struct.id.clock + struct.length));
  }
}

function keep({ kept }: JudgedDeletes, client: number, from: number, to: number): void {
  const ranges = kept.get(client) ?? [];
  ranges.push([from, to - from]);
  kept.set(client, ranges);
}

/** The update with only the kept deletes. The delete set is the tail of an update, and honest encoders write it one way. */
export function withDeletes(update: Uint8Array, deletes: DeleteSet, kept: JudgedDeletes["kept"]): Uint8Array {
  const all = [...deletes.clients].map(([client, ranges]): Ranges => [client, ranges.map((r) => [r.clock, r.len])]);
  const tail = encode(all);
  const start = update.length - tail.length;
  if (start < 0 || !Buffer.from(tail).equals(update.subarray(start))) refuse("malformed", "delete set");
  return new Uint8Array(Buffer.concat([update.subarray(0, start), encode([...kept])]));
}

type Ranges = [client: number, ranges: [clock: number, length: number][]];

function encode(clients: readonly Ranges[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clients.length);
  for (const [client, ranges] of clients) {
    for (const number of [client, ranges.length, ...ranges.flat()]) encoding.writeVarUint(encoder, number);
  }
  return encoding.toUint8Array(encoder);
}
