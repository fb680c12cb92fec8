import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { fakeDeviceStore, type FakeDeviceStore } from "../platform/fake-device-store.ts";
import { CHUNK_BYTES, isKept, keepPaper, NotKept, readKept, readKeptParts, WrongFile } from "./kept-papers.ts";

const file = Uint8Array.from({ length: CHUNK_BYTES * 9 + 1234 }, (_, at) => (at * at + (at >> 8)) & 255);
const paper = { id: "01P", sizeBytes: file.length, sha256: bytesToHex(sha256(file)) };
const going = new AbortController().signal;
let store: FakeDeviceStore;
let asked: number[];
/** The network ends before this byte. */
let cutAt: number;

beforeEach(() => {
  store = fakeDeviceStore();
  asked = [];
  cutAt = Infinity;
});

function fetchRange(_: unknown, begin: number, end: number): Promise<Uint8Array> {
  if (end > cutAt) return Promise.reject(new Error("the network is away"));
  asked.push(begin);
  return Promise.resolve(file.slice(begin, end));
}

test("KP1 goes on where it was interrupted, says how far it is, and ends verified", async () => {
  cutAt = CHUNK_BYTES * 6;
  await expect(keepPaper(store, paper, fetchRange, going)).rejects.toThrow("the network is away");
  expect(await isKept(store, paper)).toBe(false);
  expect((await readKeptParts(store, [paper])).get(paper.sha256)).toBeCloseTo(0.4);
  cutAt = Infinity;
  const parts: number[] = [];
  await keepPaper(store, paper, fetchRange, going, (part) => parts.push(part));
  expect(parts).toEqual([...parts].sort());
  expect(parts.at(-1)).toBe(1);
  expect(asked).toEqual([0, 4, 8].map((chunk) => chunk * CHUNK_BYTES));
  expect(await isKept(store, paper)).toBe(true);
  await keepPaper(store, paper, fetchRange, going);
  expect(asked).toHaveLength(3);
});

test("KP1 two windows at one paper end with one file", async () => {
  await Promise.all([keepPaper(store, paper, fetchRange, going), keepPaper(store, paper, fetchRange, going)]);
  expect(await isKept(store, paper)).toBe(true);
  expect(await readKept(store, paper, 0, file.length)).toEqual(file);
});

test("KP2 a file with another hash is deleted, and can be fetched anew", async () => {
  const wrong = { ...paper, sha256: "0".repeat(64) };
  await expect(keepPaper(store, wrong, fetchRange, going)).rejects.toThrow(WrongFile);
  expect(await readKept(store, wrong, 0, 10)).toBeNull();
  expect((await readKeptParts(store, [wrong])).get(wrong.sha256)).toBe(0);
  const short = () => Promise.resolve(new Uint8Array(5));
  await expect(keepPaper(store, paper, short, going)).rejects.toThrow(WrongFile);
  await keepPaper(store, paper, fetchRange, going);
  expect(await isKept(store, paper)).toBe(true);
});

test("KP3 a newer version drives out the older one", async () => {
  await keepPaper(store, paper, fetchRange, going);
  const newer = { ...paper, sizeBytes: 5000, sha256: bytesToHex(sha256(file.subarray(0, 5000))) };
  expect(await readKept(store, newer, 0, 10)).toBeNull();
  await keepPaper(store, newer, fetchRange, going);
  expect(await isKept(store, newer)).toBe(true);
  expect(await readKept(store, paper, 0, 10)).toBeNull();
});

test("a device without room, and somebody who turns away", async () => {
  store.fail = "full";
  await expect(keepPaper(store, paper, fetchRange, going)).rejects.toThrow(NotKept);
  store.fail = null;
  await expect(keepPaper(store, paper, fetchRange, AbortSignal.abort())).rejects.toThrow();
  expect(asked).toEqual([]);
});

test("any range of a kept file is the file's, and one beyond what is here is none", async () => {
  await keepPaper(store, paper, fetchRange, going);
  const at = fc.integer({ min: 0, max: file.length - 1 });
  await fc.assert(
    fc.asyncProperty(at, fc.integer({ min: 1, max: 700_000 }), async (begin, length) => {
      const end = Math.min(file.length, begin + length);
      const read = await readKept(store, paper, begin, end);
      expect(bytesToHex(sha256(read ?? new Uint8Array(0)))).toBe(bytesToHex(sha256(file.subarray(begin, end))));
    }),
    { numRuns: 60 },
  );
  expect(await readKept(store, paper, file.length - 10, file.length + 10)).toBeNull();
});
