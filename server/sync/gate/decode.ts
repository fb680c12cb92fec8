// Reading an update without applying it: its structs per client, checked for everything that is wrong by itself.
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { refuse } from "./refusal.ts";

export type Struct = Y.Item | Y.GC | Y.Skip;
export type DeleteSet = ReturnType<typeof Y.decodeUpdate>["ds"];

/** Beyond this no honest clock goes; one letter is one. */
export const MAX_CLOCK = 2 ** 31;
const MAX_CLIENT_ID = 0xffffffff;

export interface DecodedUpdate {
  groups: Map<number, Struct[]>;
  deletes: DeleteSet;
}

/** @throws Refusal for lengths, clocks and blocks no honest encoder writes; any Error for bytes that cannot be read. */
export function decode(update: Uint8Array): DecodedUpdate {
  const { structs, ds } = Y.decodeUpdate(update);
  const groups = new Map<number, Struct[]>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct.length <= 0 || client > MAX_CLIENT_ID || clock + struct.length > MAX_CLOCK)
      refuse("malformed", "length");
    const group = groups.get(client);
    if (group) group.push(struct);
    else groups.set(client, [struct]);
  }
  // applyUpdate keeps only the last block of a client while decodeUpdate gives all: what was judged must be what enters.
  if (decoding.readVarUint(decoding.createDecoder(update)) !== groups.size)
    refuse("malformed", "client twice or empty");
  return { groups, deletes: ds };
}

/** The clock after the last struct of a group. */
export function endOf(group: readonly Struct[]): number {
  const last = group.at(-1);
  return last ? last.id.clock + last.length : 0;
}
