// An update as bytes: read within limits, checked for what honest encoders never write, and written anew with other deletes.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Struct } from "./gate-places.ts";
import { limits } from "./limits.ts";
import { Refused } from "./refused.ts";

export type DeleteSet = ReturnType<typeof Y.decodeUpdate>["ds"];
export type DeleteRange = readonly [clock: number, length: number];
const malformed = (reason: string) => new Refused("malformed", reason);

/** The structs of each client in the order of their clocks, and what is deleted. @throws {Refused} beyond the limits */
export function readUpdate(update: Uint8Array): { groups: Map<number, Struct[]>; deletes: DeleteSet } {
  const { structs, ds } = Y.decodeUpdateV2(update, CountingDecoder);
  return { groups: groupByClient(structs, update), deletes: ds };
}

/** Reads version 1, and stops at more structs and delete ranges than anybody writes at once. */
class CountingDecoder extends Y.UpdateDecoderV1 {
  private count = 0;
  private clients = 0;

  override readInfo(): number {
    this.one();
    return super.readInfo();
  }

  override readClient(): number {
    if (++this.clients > limits.clients) throw new Refused("tooManyClientIds", "too many clients");
    return super.readClient();
  }

  override readDsClock(): number {
    this.one();
    return super.readDsClock();
  }

  private one(): void {
    if (++this.count > limits.structs) throw new Refused("frameTooLarge", "too many structs");
  }
}

function groupByClient(structs: Struct[], update: Uint8Array): Map<number, Struct[]> {
  const groups = new Map<number, Struct[]>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct.length <= 0 || client > 0xffffffff || clock + struct.length > limits.clock) throw malformed("length");
    const list = groups.get(client);
    if (list) list.push(struct);
    else groups.set(client, [struct]);
  }
  // `applyUpdate` keeps only the last block of a client, `decodeUpdate` gives all of them.
  if (decoding.readVarUint(decoding.createDecoder(update)) !== groups.size)
    throw malformed("client twice or empty block");
  return groups;
}

/** @throws {Refused} when ranges overlap or are empty */
export function sortedRanges(ranges: readonly { clock: number; len: number }[]): DeleteRange[] {
  const sorted = ranges.map(({ clock, len }): DeleteRange => [clock, len]).sort(([a], [b]) => a - b);
  let from = 0;
  for (const [clock, length] of sorted) {
    if (length <= 0 || clock < from) throw malformed("delete ranges overlap");
    from = clock + length;
  }
  return sorted;
}

/** The update with other deletes. The delete set is an update's tail, and honest encoders write it in one way only. */
export function replaceDeletes(update: Uint8Array, deletes: DeleteSet, kept: Map<number, DeleteRange[]>): Uint8Array {
  const all = [...deletes.clients].map(([client, ranges]): [number, DeleteRange[]] => [
    client,
    ranges.map(({ clock, len }): DeleteRange => [clock, len]),
  ]);
  const tail = encodeDeletes(all);
  const head = update.subarray(0, update.length - tail.length);
  if (!Buffer.from(update.subarray(head.length)).equals(tail)) throw malformed("delete set");
  return new Uint8Array(Buffer.concat([head, encodeDeletes([...kept])]));
}

function encodeDeletes(clients: [number, DeleteRange[]][]): Uint8Array {
  return encoding.encode((encoder) => {
    const numbers = clients.flatMap(([client, ranges]) => [client, ranges.length, ...ranges.flat()]);
    for (const number of [clients.length, ...numbers]) encoding.writeVarUint(encoder, number);
  });
}
