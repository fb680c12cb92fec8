import { appendFileSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { MAX_RECORD_BYTES } from "../../../shared/protocol/device-store.ts";
import { newKey, NotGenuine } from "./cipher.ts";
import { readLabel, RecordFile, type RecordFilePlace } from "./record-file.ts";

const bytes = (text: string) => Buffer.from(text);
let place: RecordFilePlace;
beforeEach(() => {
  place = { path: join(mkdtempSync(join(tmpdir(), "banhop-vault-")), "file"), key: newKey(), label: "phòng 1" };
});

async function written(records: string[]): Promise<void> {
  const file = await RecordFile.open(place);
  for (const record of records) await file.append([bytes(record)]);
  await file.close();
}

async function all(): Promise<string[]> {
  const file = await RecordFile.open(place);
  const records = await file.read(0, 1000);
  await file.close();
  return records.map((record) => record.toString());
}

test("gives back what was appended, and what replaced it", async () => {
  await written(["một", "", "ba"]);
  expect(await all()).toEqual(["một", "", "ba"]);
  const file = await RecordFile.open(place);
  await Promise.all([file.append([bytes("bốn")]), file.replace([bytes("hết")]), file.append([bytes("sau")])]);
  expect((await file.read(0, 9)).map(String)).toEqual(["hết", "sau"]);
  expect((await file.read(1, 1)).map(String)).toEqual(["sau"]);
  expect(file.count).toBe(2);
  expect(await file.replace([bytes("muộn")], 1)).toBe(false);
  await file.append([bytes("muộn")], 1);
  expect((await file.read(0, 9)).map(String)).toEqual(["hết", "sau"]);
  expect(await file.replace([bytes("gộp")], 2)).toBe(true);
  await file.close();
  expect(await all()).toEqual(["gộp"]);
});

test("nothing of it can be read in the file", async () => {
  await written(["Đề nghị bổ sung nguồn vốn"]);
  const raw = readFileSync(place.path).toString("latin1");
  for (const word of ["nguồn vốn", "bổ sung", "phòng 1"])
    expect(raw).not.toContain(Buffer.from(word).toString("latin1"));
});

test("RF2 a file cut at any byte opens with its whole records, and goes on", async () => {
  await written(["một", "hai", "ba"]);
  const whole = readFileSync(place.path);
  const seen = new Set<number>();
  for (let length = whole.length - 1; length > whole.length - 80; length--) {
    writeFileSync(place.path, whole);
    truncateSync(place.path, length);
    const left = await all();
    expect(["một", "hai", "ba"].slice(0, left.length)).toEqual(left);
    seen.add(left.length);
    await written(["sau"]);
    expect(await all()).toEqual([...left, "sau"]);
  }
  expect([...seen].sort()).toEqual([0, 1, 2]);
});

test("RF2 a tail that the disk never got, zeroes or rubbish, is dropped", async () => {
  for (const tail of [Buffer.alloc(5000), Buffer.alloc(37, 1), Buffer.from([0, 0, 0, 40, ...new Uint8Array(40)])]) {
    await written(["đã ghi"]);
    appendFileSync(place.path, tail);
    expect((await all()).at(-1)).toBe("đã ghi");
    expect(statSync(place.path).size).toBeLessThan(5000);
  }
});

test("RF3 records do not open in another file, at another number or with another key", async () => {
  await written(["aaa", "bbb"]);
  const whole = readFileSync(place.path);
  await expect(RecordFile.open({ ...place, key: newKey() })).rejects.toThrow(NotGenuine);
  await expect(RecordFile.open({ ...place, label: "phòng 2" })).rejects.toThrow(NotGenuine);
  const size = 4 + 12 + 16 + 3;
  const swapped = Buffer.concat([
    whole.subarray(0, -2 * size),
    whole.subarray(-size),
    whole.subarray(-2 * size, -size),
  ]);
  writeFileSync(place.path, swapped);
  expect(await all()).toEqual([]);
});

test("RF5 a spoilt record in the middle is said, and spoils no other", async () => {
  await written(["aaa", "bbb", "ccc"]);
  const whole = readFileSync(place.path);
  whole[whole.length - 50] = (whole[whole.length - 50] ?? 0) ^ 1;
  writeFileSync(place.path, whole);
  const file = await RecordFile.open(place);
  await expect(file.read(0, 3)).rejects.toThrow(NotGenuine);
  expect((await file.read(0, 1)).map(String)).toEqual(["aaa"]);
  expect((await file.read(2, 1)).map(String)).toEqual(["ccc"]);
  await file.close();
});

test("says which file it is to whoever has the key", async () => {
  await written([]);
  expect(await readLabel(place.path, place.key)).toBe("phòng 1");
  await expect(readLabel(place.path, newKey())).rejects.toThrow(NotGenuine);
});

test("refuses a record that is too large, and keeps what was there", async () => {
  const file = await RecordFile.open(place);
  await expect(file.append([Buffer.alloc(MAX_RECORD_BYTES + 1)])).rejects.toThrow(RangeError);
  await file.append([bytes("sau")]);
  expect((await file.read(0, 9)).map(String)).toEqual(["sau"]);
  await file.close();
});

test("any sequence of appends, replacements and reopenings gives what a list would", async () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant("append" as const), records: fc.array(fc.uint8Array({ maxLength: 40 })) }),
    fc.record({ kind: fc.constant("replace" as const), records: fc.array(fc.uint8Array({ maxLength: 40 })) }),
    fc.record({ kind: fc.constant("reopen" as const), records: fc.constant([]) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const own = { ...place, path: join(mkdtempSync(join(tmpdir(), "banhop-vault-")), "file") };
      let file = await RecordFile.open(own);
      let list: Uint8Array[] = [];
      for (const { kind, records } of acts) {
        if (kind === "append") list = [...list, ...records];
        if (kind === "replace") list = records;
        if (kind === "reopen") {
          await file.close();
          file = await RecordFile.open(own);
        } else await file[kind](records);
        expect(file.count).toBe(list.length);
        expect(await file.read(0, 1000)).toEqual(list.map((record) => Buffer.from(record)));
      }
      await file.close();
    }),
    { numRuns: 40 },
  );
});
