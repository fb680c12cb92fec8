// The middle that changed, with Vietnamese as input methods type it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { moveCursor, textChange } from "./text-difference.ts";

test("backspace-and-retype of an input method changes only the syllable", () => {
  expect(textChange("Bao cáo nam", "Bao cáo năm", 11)).toEqual({ at: 9, removed: 1, inserted: "ă" });
});

test("the cursor settles which of two equal letters was typed", () => {
  expect(textChange("aab", "aaab", 1)).toEqual({ at: 0, removed: 0, inserted: "a" });
  expect(textChange("aab", "aaab", 3)?.at).toBe(2);
});

test("a surrogate pair is replaced whole", () => {
  expect(textChange("x\u{1F600}y", "x\u{1F601}y", 3)).toEqual({ at: 1, removed: 2, inserted: "\u{1F601}" });
});

test("applying the change always gives the text that was typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), fc.nat(), (before, after, cursor) => {
      const change = textChange(before, after, Math.min(cursor, after.length));
      const made = change
        ? before.slice(0, change.at) + change.inserted + before.slice(change.at + change.removed)
        : before;
      expect(made).toBe(after);
    }),
  );
});

test("a cursor stays with its letters when somebody else writes", () => {
  expect(moveCursor(5, { at: 2, removed: 0, inserted: "xyz" })).toBe(8);
  expect(moveCursor(1, { at: 2, removed: 0, inserted: "xyz" })).toBe(1);
  expect(moveCursor(5, { at: 2, removed: 10, inserted: "" })).toBe(2);
});
