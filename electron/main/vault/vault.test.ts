import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { newKey } from "./cipher.ts";
import { Vault, VaultFull } from "./vault.ts";

const MEETING = "meeting:01M";
const PAPER = "paper:01P";
const bytes = (text: string) => Buffer.from(text);
let folder: string;
let master: Buffer;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "banhop-vault-"));
  master = newKey();
});

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile());
}

const textOf = async (vault: Vault, scope: string, name: string) =>
  (await vault.read(scope, name, 0, 100)).map((record) => Buffer.from(record).toString());

test("keeps sequences apart and gives them back after a restart, closed or not", async () => {
  for (const closed of [true, false]) {
    const path = join(folder, String(closed));
    const vault = await Vault.open(path, master);
    expect(await vault.append(MEETING, "room:a", [bytes("một"), bytes("hai")])).toBe(2);
    await vault.append(PAPER, "content", [bytes("ba")]);
    await vault.replace(PAPER, "content", [bytes("bốn")]);
    vault.note(MEETING, "room:a", "2");
    if (closed) await vault.close();
    const again = await Vault.open(path, master);
    expect(await textOf(again, MEETING, "room:a")).toEqual(["một", "hai"]);
    expect(await textOf(again, PAPER, "content")).toEqual(["bốn"]);
    expect(await textOf(again, PAPER, "khác")).toEqual([]);
    const found = again.entries().map(({ scope, name, records, note }) => [scope, name, records, note]);
    expect(found.sort()).toEqual([
      [MEETING, "room:a", 2, closed ? "2" : ""],
      [PAPER, "content", 1, ""],
    ]);
    await again.close();
    if (!closed) await vault.close();
  }
});

test("VA1 neither words nor names nor keys are found in its folder; another key opens nothing", async () => {
  const vault = await Vault.open(folder, master);
  await vault.append(PAPER, "content", [bytes("Báo cáo kết quả giám sát")]);
  vault.note(PAPER, "content", "ghi chú của trang");
  await vault.close();
  for (const file of filesUnder(folder)) {
    const raw = readFileSync(file);
    for (const word of ["giám sát", "content", "paper:", "01P", "ghi chú", master])
      expect(raw.includes(Buffer.from(word))).toBe(false);
    expect(file).not.toContain("01P");
  }
  const copy = join(mkdtempSync(join(tmpdir(), "banhop-vault-")), "copy");
  cpSync(folder, copy, { recursive: true });
  const stranger = await Vault.open(copy, newKey());
  expect(stranger.entries()).toEqual([]);
  expect(await stranger.read(PAPER, "content", 0, 9)).toEqual([]);
  await stranger.close();
  const back = await Vault.open(copy, master); // whoever tried in vain has spoilt nothing
  expect(await textOf(back, PAPER, "content")).toEqual(["Báo cáo kết quả giám sát"]);
  await back.close();
});

test("VA2 a destroyed scope is gone with its key, and no other with it", async () => {
  const vault = await Vault.open(folder, master);
  await vault.append(PAPER, "content", [bytes("thu hồi")]);
  await vault.append(MEETING, "room:a", [bytes("ở lại")]);
  const before = new Map(filesUnder(folder).map((file) => [file, readFileSync(file)]));
  await vault.destroyScope(PAPER);
  expect(await vault.read(PAPER, "content", 0, 9)).toEqual([]);
  expect(await textOf(vault, MEETING, "room:a")).toEqual(["ở lại"]);
  await vault.close();
  // Somebody brings back the records from the disk's free space, but not the key that was written over.
  for (const [file, raw] of before) if (file.endsWith(".records")) cpFile(file, raw);
  const again = await Vault.open(folder, master);
  expect(await again.read(PAPER, "content", 0, 9)).toEqual([]);
  expect(await textOf(again, MEETING, "room:a")).toEqual(["ở lại"]);
  await again.append(PAPER, "content", [bytes("cấp lại")]);
  expect(await textOf(again, PAPER, "content")).toEqual(["cấp lại"]);
  await again.close();
});

function cpFile(file: string, raw: Buffer): void {
  try {
    writeFileSync(file, raw);
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe("ENOENT"); // its folder is gone, too
  }
}

test("VA3 a spoilt file is set aside, and the rest opens", async () => {
  const vault = await Vault.open(folder, master);
  await vault.append(PAPER, "content", [bytes("hỏng")]);
  await vault.append(MEETING, "room:a", [bytes("lành")]);
  const path = filesUnder(folder).find((file) => file.endsWith(".records"))!;
  const spoiltIsPaper = readFileSync(path).length; // whichever of the two it is, the other one stays
  writeFileSync(path, Buffer.alloc(spoiltIsPaper, 7));
  const again = await Vault.open(folder, master);
  expect(again.spoilt).toBe(1);
  expect(again.entries()).toHaveLength(1);
  const { scope, name } = again.entries()[0]!;
  expect(await again.read(scope, name, 0, 9)).toHaveLength(1);
  const [other, otherName] = scope === PAPER ? [MEETING, "room:a"] : [PAPER, "content"];
  await again.append(other, otherName, [bytes("mới")]);
  expect(await textOf(again, other, otherName)).toEqual(["mới"]);
  await again.close();
  expect(filesUnder(folder).some((file) => file.includes(".spoilt-"))).toBe(true);
});

test("VA4 refuses what would pass the limit, and takes it after something was removed", async () => {
  const vault = await Vault.open(folder, master, 10_000);
  await vault.append(PAPER, "content", [Buffer.alloc(6000)]);
  await expect(vault.append(MEETING, "room:a", [Buffer.alloc(6000)])).rejects.toThrow(VaultFull);
  await vault.remove(PAPER, "content");
  await vault.append(MEETING, "room:a", [Buffer.alloc(6000)]);
  expect(vault.entries()).toHaveLength(1);
  await vault.close();
});

test("holds far more sequences than it holds files open", async () => {
  const vault = await Vault.open(folder, master);
  const names = Array.from({ length: 150 }, (_, number) => `room:${number}`);
  await Promise.all(names.map((name) => vault.append(MEETING, name, [bytes(name)])));
  await Promise.all(names.map((name) => vault.append(MEETING, name, [bytes("sau")])));
  for (const name of names) expect(await textOf(vault, MEETING, name)).toEqual([name, "sau"]);
  expect(readdirSync("/proc/self/fd").length).toBeLessThan(120);
  await vault.close();
});
