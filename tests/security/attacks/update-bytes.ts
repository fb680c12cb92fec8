// Updates written byte by byte, as no honest client would.
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

type Id = readonly [client: number, clock: number];

/** What stands in a struct, by Yjs' reference numbers of version 1. */
export const contentRef = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
  skip: 10,
} as const;

export interface RawItem {
  ref?: number;
  origin?: Id;
  right?: Id;
  /** A root's name or the id of an item. Only written when there is no origin. */
  parent?: string | Id;
  key?: string;
  content: (encoder: encoding.Encoder) => void;
}

export type RawStruct = RawItem | { gc: number } | { skip: number };

export interface RawBlock {
  client: number;
  clock?: number;
  structs: RawStruct[];
}

export type RawDeletes = readonly (readonly [client: number, ...ranges: Id[]])[];

/** One update of these blocks and deletes, however wrong. */
export function rawUpdate(blocks: readonly RawBlock[], deletes: RawDeletes = []): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length);
    for (const block of blocks) writeBlock(encoder, block);
    encoding.writeVarUint(encoder, deletes.length);
    for (const [client, ...ranges] of deletes) {
      for (const number of [client, ranges.length, ...ranges.flat()]) encoding.writeVarUint(encoder, number);
    }
  });
}

/** One item of one client. */
export function rawItem(client: number, item: RawItem, clock = 0): Uint8Array {
  return rawUpdate([{ client, clock, structs: [item] }]);
}

/** Plain numbers, one after the other. */
export function varUints(...numbers: number[]): Uint8Array {
  return encoding.encode((encoder) => numbers.forEach((number) => encoding.writeVarUint(encoder, number)));
}

/** Content of one plain value. */
export function anyValue(value: unknown): (encoder: encoding.Encoder) => void {
  return (encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeAny(encoder, value as number); // writes whatever it is given
  };
}

export function words(text: string): (encoder: encoding.Encoder) => void {
  return (encoder) => encoding.writeVarString(encoder, text);
}

export function number(value: number): (encoder: encoding.Encoder) => void {
  return (encoder) => encoding.writeVarUint(encoder, value);
}

/** What an edit on a copy of a document gives as an update. */
export function editOn(base: Y.Doc, change: (doc: Y.Doc) => void, clientID?: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
  if (clientID !== undefined) doc.clientID = clientID;
  const before = Y.encodeStateVector(doc);
  const made: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => made.push(update));
  doc.transact(() => change(doc));
  return made[0] ?? Y.encodeStateAsUpdate(doc, before);
}

function writeBlock(encoder: encoding.Encoder, { client, clock = 0, structs }: RawBlock): void {
  for (const value of [structs.length, client, clock]) encoding.writeVarUint(encoder, value);
  for (const struct of structs) {
    if ("gc" in struct) writeEmpty(encoder, contentRef.gc, struct.gc);
    else if ("skip" in struct) writeEmpty(encoder, contentRef.skip, struct.skip);
    else writeItem(encoder, struct);
  }
}

function writeEmpty(encoder: encoding.Encoder, ref: number, length: number): void {
  encoding.writeUint8(encoder, ref);
  encoding.writeVarUint(encoder, length);
}

function writeItem(
  encoder: encoding.Encoder,
  { ref = contentRef.any, origin, right, parent, key, content }: RawItem,
): void {
  encoding.writeUint8(encoder, ref | (origin ? 128 : 0) | (right ? 64 : 0) | (key !== undefined ? 32 : 0));
  for (const id of [origin, right]) id?.forEach((value) => encoding.writeVarUint(encoder, value));
  if (!origin && !right) {
    encoding.writeVarUint(encoder, typeof parent === "string" ? 1 : 0);
    if (typeof parent === "string") encoding.writeVarString(encoder, parent);
    else (parent ?? [0, 0]).forEach((value) => encoding.writeVarUint(encoder, value));
    if (key !== undefined) encoding.writeVarString(encoder, key);
  }
  content(encoder);
}
