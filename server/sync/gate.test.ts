import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { floorLayout } from "../../shared/ydoc/floor.ts";
import { judge, type GateContext } from "./gate.ts";
import { limits } from "./limits.ts";

const CLIENT = 7;
const context: GateContext = {
  personId: "an",
  layout: floorLayout,
  owners: new Map([[CLIENT, "an"]]),
  whole: false,
};

/** An update of one collected struct: five bytes that claim to be as long as they like. */
function collected(length: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, 1, CLIENT, 0, 0, length, 0]) encoding.writeVarUint(encoder, number);
  });
}

it("takes no update that claims more letters than any frame holds", () => {
  expect(() => judge(new Y.Doc(), collected(limits.newClocks + 1), context)).toThrow(
    expect.objectContaining({ reason: "malformed", message: "too long" }),
  );
});
