// Every reason for closing has its words in both languages, at the key that the protocol names.
import { expect, test } from "vitest";
import { closeCodes, closeReasonOf, type CloseReason } from "../../shared/protocol/sync.ts";
import { en, vi } from "./words.ts";

const reasons = Object.keys(closeCodes) as CloseReason[];

test.each(reasons)("%s has words and a code of its own", (reason) => {
  const { code, messageKey } = closeCodes[reason];
  expect(messageKey).toBe(`sync:close.${reason}`);
  for (const words of [vi, en]) expect(words.close[reason].length).toBeGreaterThan(5);
  expect(closeReasonOf(code)).toBe(reason);
  expect(code >= 4400 && code < 4600).toBe(true);
});

test("no words without a reason", () => {
  for (const words of [vi, en]) expect(Object.keys(words.close).sort()).toEqual([...reasons].sort());
});
