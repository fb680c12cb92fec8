import { expect, it } from "vitest";
import { parseRange } from "./content.ts";

it("reads one range and clips it to the file", () => {
  expect(parseRange("bytes=10-19", 100)).toEqual({ start: 10, end: 19 });
  expect(parseRange("bytes=90-500", 100)).toEqual({ start: 90, end: 99 });
  expect(parseRange("bytes=-5", 100)).toEqual({ start: 95, end: 99 });
  expect(parseRange("bytes=5-", 100)).toEqual({ start: 5, end: 99 });
});

it("answers with the whole file when there is no range that it knows", () => {
  for (const header of [null, "bytes=1-2,4-5", "lines=1-2", "bytes=-", "bytes=9-3"])
    expect(parseRange(header, 100)).toBeNull();
});

it("refuses a range that lies outside", () => {
  expect(() => parseRange("bytes=100-", 100)).toThrow("rangeNotSatisfiable");
});
