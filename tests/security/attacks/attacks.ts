// What a member of the room would send to forge, destroy or block the words of others. Each makes the bytes of one update
// from a copy of the document; the attacker is always "ban", the honest one "an".
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { entryOf, textOf, ulidOf, type Target, type Victim } from "./targets.ts";
import { anyValue, contentRef, editOn, number, rawItem, rawUpdate, varUints, words } from "./update-bytes.ts";

export type Attack = (target: Target, doc: Y.Doc, victim: Victim) => Uint8Array;

const GIANT = 2 ** 31 - 1;
const own = (target: Target, n: number) => target.keyOf("ban", n);
const root = (target: Target, doc: Y.Doc) => doc.getMap<unknown>(target.root);

/** An update of many blocks of one struct each. */
function manyClients(count: number, clock: number): Uint8Array {
  return rawUpdate(Array.from({ length: count }, (_, at) => ({ client: 1_000_000 + at, clock, structs: [{ gc: 1 }] })));
}

/** A value of maps within maps. */
function nested(depth: number): (encoder: encoding.Encoder) => void {
  return (encoder) => {
    encoding.writeVarUint(encoder, 1);
    for (let at = 0; at < depth; at++) {
      encoding.writeUint8(encoder, 117); // lib0: an array
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeUint8(encoder, 126); // lib0: null
  };
}

/** A good entry of the attacker's, and one more change to it. */
function entryWith(target: Target, doc: Y.Doc, change: (entry: Y.Map<unknown>, doc: Y.Doc) => void): Uint8Array {
  return editOn(doc, (copy) => change(target.write(copy, "ban", 80), copy));
}

/** Refused only where everybody writes under their own keys; elsewhere these are honest edits. */
export const againstAuthors: Readonly<Record<string, Attack>> = {
  "an entry under another's key": (t, d) => editOn(d, (x) => t.write(x, "an", 50)),
  "a field of another's entry": (t, d) => editOn(d, (x) => entryOf(t, x, "an", 1).set(...t.valueField)),
  "a letter in another's text": (t, d) => editOn(d, (x) => textOf(t, x, "an", 1).insert(2, "x")),
  "a word of another's text deleted": (t, d) => editOn(d, (x) => textOf(t, x, "an", 1).delete(0, 2)),
  "another's field deleted": (t, d) => editOn(d, (x) => entryOf(t, x, "an", 1).delete(t.valueField[0])),
  "another's entry deleted": (t, d) => editOn(d, (x) => root(t, x).delete(t.keyOf("an", 1))),
  "the prefix trick ba for ban": (t, d) => editOn(d, (x) => t.write(x, "ba", 1)),
  "own entry and another's in one update": (t, d) =>
    editOn(d, (x) => {
      t.write(x, "ban", 60);
      entryOf(t, x, "an", 1).set(...t.valueField);
    }),
  "letters after the letters of another": (t, _, v) =>
    rawItem(772, { origin: v.letters, ref: contentRef.string, content: words("forged") }),
  "letters before the letters of another": (t, _, v) =>
    rawItem(773, { right: v.letters, ref: contentRef.string, content: words("forged") }),
  "deleted content over an entry of another": (t) =>
    rawItem(775, { parent: t.root, key: t.keyOf("an", 1), ref: contentRef.deleted, content: number(1) }),
  "a key that looks like another's (Cyrillic)": (t, d) =>
    editOn(d, (x) => root(t, x).set(`аn/${ulidOf(1)}`, new Y.Map())),
};

/** Whose it is, and where it lies. */
const owners: Readonly<Record<string, Attack>> = {
  "nested in another's entry": (t, d) => editOn(d, (x) => entryOf(t, x, "an", 1).set("more", new Y.Map())),
  "the prefix trick ban/../an": (t, d) => editOn(d, (x) => root(t, x).set(`ban/../an/${ulidOf(1)}`, new Y.Map())),
  "another's clientID, own key": (t, d, v) => editOn(d, (x) => t.write(x, "ban", 61), v.client),
  "a clientID seen in presence only": (t, d, v) => editOn(d, (x) => t.write(x, "ban", 62), v.reader),
  "other content at the victim's next clock": (t, _, v) =>
    rawItem(v.client, { parent: t.root, key: t.keyOf("an", 1), content: anyValue("forged") }, v.clock),
  "an unknown root": (_, d) => editOn(d, (x) => x.getMap("secret").set("a", 1)),
  "a nested type under an unknown root": (_, d) => editOn(d, (x) => x.getMap("secret").set("a", new Y.Map([["b", 1]]))),
  "a text under an unknown root": (_, d) => editOn(d, (x) => x.getText("secret").insert(0, "x")),
  "the root __proto__": () => rawItem(771, { parent: "__proto__", key: "a", content: anyValue(1) }),
  "the root constructor": () => rawItem(771, { parent: "constructor", key: "a", content: anyValue(1) }),
  "an empty root name": () => rawItem(771, { parent: "", key: "a", content: anyValue(1) }),
  "list content in a map root": (t) => rawItem(771, { parent: t.root, content: anyValue("x") }),
  "overwriting the map item of another": (_, __, v) => rawItem(774, { origin: v.entry, content: anyValue(0) }),
  "own key first, then letters in another's text, badly": (t, _, v) =>
    rawUpdate([
      {
        client: 776,
        structs: [
          { parent: t.root, key: own(t, 70), content: anyValue(1) },
          { origin: v.letters, ref: contentRef.string, content: words("forged") },
        ],
      },
    ]),
};

/** Clocks, clients and pasts. */
const clocks: Readonly<Record<string, Attack>> = {
  "one client twice in an update": (t) =>
    rawUpdate([
      { client: 777, structs: [{ parent: t.root, key: own(t, 71), content: anyValue(1) }] },
      { client: 777, structs: [{ parent: t.root, key: t.keyOf("an", 1), content: anyValue(0) }] },
    ]),
  "its own future as origin": () => rawItem(778, { origin: [778, 5], content: anyValue(1) }),
  "itself as origin": () => rawItem(778, { origin: [778, 0], content: anyValue(1) }),
  "two clients that wait for each other": () =>
    rawUpdate([
      { client: 778, structs: [{ origin: [779, 0], content: anyValue(1) }] },
      { client: 779, structs: [{ origin: [778, 0], content: anyValue(1) }] },
    ]),
  "the missing past of a stranger": () => rawItem(779, { origin: [424_242, 3], content: anyValue(1) }),
  "a clock ahead (2^30)": (t) => rawItem(780, { parent: t.root, key: own(t, 72), content: anyValue(1) }, 2 ** 30),
  "the clock 2^53-1": (t) =>
    rawItem(781, { parent: t.root, key: own(t, 72), content: anyValue(1) }, Number.MAX_SAFE_INTEGER),
  "a clientID beyond 32 bits": (t) => rawItem(2 ** 40, { parent: t.root, key: own(t, 72), content: anyValue(1) }),
  "a parent that never existed": () => rawItem(782, { parent: [123_456, 5], key: "x", content: anyValue(1) }),
  "skipped clocks": (t) =>
    rawUpdate([{ client: 782, structs: [{ skip: 5 }, { parent: t.root, key: own(t, 72), content: anyValue(1) }] }]),
  "a skip in the victim's name": (_, __, v) =>
    rawUpdate([{ client: v.client, clock: v.clock, structs: [{ skip: 1e6 }] }]),
  "a skip over what the victim wrote": (_, __, v) => rawUpdate([{ client: v.client, structs: [{ skip: 1e9 }] }]),
  "20,000 unknown clients": () => manyClients(20_000, 5),
  "20,000 unknown clients from clock 0": () => manyClients(20_000, 0),
  "65 new clients": () => manyClients(65, 0),
};

/** Deletes, gaps and collected structs. */
const deletes: Readonly<Record<string, Attack>> = {
  "deletes of all of the victim's, future too": (_, __, v) => rawUpdate([], [[v.client, [0, GIANT]]]),
  "deletes of the victim's next 1000": (_, __, v) => rawUpdate([], [[v.client, [v.clock, 1000]]]),
  "deletes of 2^31 of a stranger": () => rawUpdate([], [[987_654, [0, 2 ** 31]]]),
  "deletes of 1000 of a reader who has not written": (_, __, v) => rawUpdate([], [[v.reader, [0, 1000]]]),
  "overlapping delete ranges": (_, __, v) => rawUpdate([], [[v.client, [0, GIANT], [1, GIANT]]]),
  "the victim twice in the deletes": (_, __, v) =>
    rawUpdate(
      [],
      [
        [v.client, [0, 1]],
        [v.client, [0, GIANT]],
      ],
    ),
  "empty delete ranges": (_, __, v) => rawUpdate([], [[v.client, [0, 0]]]),
  "a delete range around the whole number line": (_, __, v) =>
    rawUpdate([], [[v.client, [1, Number.MAX_SAFE_INTEGER - 1]]]),
  "GC of 10^9 in the victim's name": (_, __, v) =>
    rawUpdate([{ client: v.client, clock: v.clock, structs: [{ gc: 1e9 }] }]),
  "GC of 10^9 as a reader seen in presence": (_, __, v) => rawUpdate([{ client: v.reader, structs: [{ gc: 1e9 }] }]),
  "GC over what the victim wrote, and further": (_, __, v) => rawUpdate([{ client: v.client, structs: [{ gc: 1e9 }] }]),
  "GC of no length": () => rawUpdate([{ client: 785, structs: [{ gc: 0 }] }]),
};

/** Values and types that do not fit. */
const contents: Readonly<Record<string, Attack>> = {
  "a subdocument": (t, d) => entryWith(t, d, (entry) => entry.set("sub", new Y.Doc())),
  "a subdocument as the text": (t, d) => entryWith(t, d, (entry) => entry.set(t.textField, new Y.Doc())),
  "bytes as a value": (t, d) => entryWith(t, d, (entry) => entry.set(t.valueField[0], Uint8Array.of(1, 2))),
  "a wrong value": (t, d) => entryWith(t, d, (entry) => entry.set(t.valueField[0], "x")),
  "not a number": (t, d) => entryWith(t, d, (entry) => entry.set(t.valueField[0], Number.NaN)),
  "an unknown field": (t, d) => entryWith(t, d, (entry) => entry.set("evil", 1)),
  "a forged author": (t, d) => entryWith(t, d, (entry) => entry.set("author", "an")),
  "an entry that is no map": (t, d) => editOn(d, (x) => root(t, x).set(own(t, 84), "plain")),
  "an entry that is a text": (t, d) => editOn(d, (x) => root(t, x).set(own(t, 84), new Y.Text("plain"))),
  "a text that is an array": (t, d) => entryWith(t, d, (entry) => entry.set(t.textField, new Y.Array())),
  "a text that is an XML element": (t, d) => entryWith(t, d, (entry) => entry.set(t.textField, new Y.XmlElement("p"))),
  "a value that is a text": (t, d) => entryWith(t, d, (entry) => entry.set(t.valueField[0], new Y.Text("1"))),
  "a map inside an entry": (t, d) => entryWith(t, d, (entry) => entry.set("more", new Y.Map([["a", 1]]))),
  "formats in a text": (t, d) => entryWith(t, d, (_, x) => textOf(t, x, "ban", 80).format(0, 2, { bold: true })),
  "an embedded image in a text": (t, d) =>
    entryWith(t, d, (_, x) => textOf(t, x, "ban", 80).insertEmbed(1, { image: "x" })),
  "a type embedded in a text": (t, d) => entryWith(t, d, (_, x) => textOf(t, x, "ban", 80).insertEmbed(1, new Y.Map())),
  "an attribute on a text": (t, d) => entryWith(t, d, (_, x) => textOf(t, x, "ban", 80).setAttribute("a", "b")),
  "a field named __proto__": (t, d) => entryWith(t, d, (entry) => entry.set("__proto__", 1)),
  "a value with the key __proto__": (t) =>
    rawItem(783, { parent: t.root, key: own(t, 86), content: anyValue(JSON.parse('{"__proto__":{"x":1}}')) }),
  "a key of 10,000 letters": (t) => rawItem(783, { parent: t.root, key: "k".repeat(10_000), content: anyValue(1) }),
};

/** Content and bytes that no encoder writes. */
const encodings: Readonly<Record<string, Attack>> = {
  "two values under one key": (t) =>
    rawItem(783, {
      parent: t.root,
      key: own(t, 86),
      content: (encoder) => {
        encoding.writeVarUint(encoder, 2);
        encoding.writeAny(encoder, 1);
        encoding.writeAny(encoder, 2);
      },
    }),
  "a value nested 3,000 deep": (t) => rawItem(783, { parent: t.root, key: own(t, 86), content: nested(3000) }),
  "a value nested 100,000 deep": (t) => rawItem(783, { parent: t.root, key: own(t, 86), content: nested(100_000) }),
  "legacy JSON content": (t) =>
    rawItem(784, {
      parent: t.root,
      key: own(t, 86),
      ref: contentRef.json,
      content: (encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, "1");
      },
    }),
  "an unknown kind of content": (t) => rawItem(784, { parent: t.root, key: own(t, 86), ref: 30, content: anyValue(1) }),
  "an unknown shared type": (t) =>
    rawItem(785, { parent: t.root, key: own(t, 86), ref: contentRef.type, content: number(99) }),
  "words of no length": (t) =>
    rawItem(786, { parent: t.root, key: own(t, 86), ref: contentRef.string, content: words("") }),
  "words under a key": (t) =>
    rawItem(786, { parent: t.root, key: own(t, 86), ref: contentRef.string, content: words("abc") }),
  "own text continued in another's": (t, d, v) => {
    const entry = editOn(d, (x) => t.write(x, "ban", 95), 795);
    const across = { origin: lettersIn(entry), right: v.letters, ref: contentRef.string, content: words("z") };
    return Y.mergeUpdates([entry, rawItem(796, across)]);
  },
  "crossed origins in own text": (t, d) => {
    const entry = editOn(d, (x) => t.write(x, "ban", 89), 790);
    const [client, clock] = lettersIn(entry);
    const crossed = { origin: [client, clock + 3], right: [client, clock + 1] } as const;
    return Y.mergeUpdates([entry, rawItem(791, { ...crossed, ref: contentRef.string, content: words("z") })]);
  },
  truncated: (t, d) => editOn(d, (x) => t.write(x, "ban", 88)).slice(0, 20),
  "an update of version 2": (t, d) => Y.convertUpdateFormatV1ToV2(editOn(d, (x) => t.write(x, "ban", 88))),
  "a client count of 2^53-1": () => varUints(Number.MAX_SAFE_INTEGER, 1, 1, 0),
  "a struct count of 2^53-1": () => varUints(1, Number.MAX_SAFE_INTEGER, 792, 0),
  "a number of 12 bytes": () => Uint8Array.of(...new Array<number>(11).fill(255), 127),
  "a negative clock": () => Uint8Array.of(1, 1, 1, 0xc1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 8),
  "a word of 2^31 letters that is not there": (t) =>
    rawItem(793, { parent: t.root, key: own(t, 86), ref: contentRef.string, content: number(2 ** 31) }),
  "a known struct with a lying reference": (t, d, v) =>
    rawUpdate([
      { client: v.client, structs: [{ origin: [999_999, 7], content: anyValue(1) }] },
      { client: 794, structs: [{ parent: t.root, key: "__proto__", content: anyValue(1) }] },
    ]),
};

/** Refused or held in every room, whoever may write there. */
export const againstEverybody: Readonly<Record<string, Attack>> = {
  ...owners,
  ...clocks,
  ...deletes,
  ...contents,
  ...encodings,
};

/** Nothing new in it: it is neither refused nor does it do anything. */
export const withoutEffect: Readonly<Record<string, Attack>> = {
  "a replay of everything": (_, doc) => Y.encodeStateAsUpdate(doc),
  "a replay of the victim's words": (_, doc, v) =>
    Y.diffUpdate(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(new Map([[v.client, 1]]))),
  "an empty update": () => Uint8Array.of(0, 0),
  "a known struct with a lying reference, alone": (_, __, v) =>
    rawUpdate([{ client: v.client, structs: [{ origin: [999_999, 7], content: anyValue(1) }] }]),
};

function lettersIn(update: Uint8Array): [number, number] {
  const found = Y.decodeUpdate(update).structs.find(
    (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString,
  );
  if (!found) throw new Error("no letters");
  return [found.id.client, found.id.clock];
}
