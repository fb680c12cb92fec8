// The vault under kill -9 at random moments of writing, replacing and destroying. BANHOP_KILLS asks for more of them.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Vault } from "../../electron/main/vault/vault.ts";
import { randomFrom, seedOf } from "../helpers/random.ts";

const KILLS = Number(process.env["BANHOP_KILLS"] ?? 25);
const writer = join(import.meta.dirname, "writer.ts");
type Line = [act: string, scope?: string, name?: string, mark?: string];

/** What the vault must hold: the marks of each sequence, and what one unfinished act may have changed. */
type Held = Map<string, string[]>;

const apply = (held: Held, [act, scope = "", name = "", mark = ""]: Line): Held => {
  const next = new Map(held);
  const key = `${scope} ${name}`;
  if (act === "append") next.set(key, [...(held.get(key) ?? []), mark]);
  if (act === "replace") next.set(key, [mark]);
  if (act === "destroy") for (const known of held.keys()) if (known.startsWith(`${scope} `)) next.delete(known);
  return next;
};

async function writeUntilKilled(folder: string, key: Buffer, seed: number, afterMs: number): Promise<Line[]> {
  const child = spawn(process.execPath, [writer, folder, key.toString("hex"), String(seed)]);
  let text = "";
  let faults = "";
  child.stdout.on("data", (data: Buffer) => {
    if (text === "") setTimeout(() => child.kill("SIGKILL"), afterMs);
    text += data.toString();
  });
  child.stderr.on("data", (data: Buffer) => (faults += data.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== null) throw new Error(`the writer ended by itself: ${faults}`);
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

async function readHeld(folder: string, key: Buffer): Promise<Held> {
  const vault = await Vault.open(folder, key);
  const held: Held = new Map();
  for (const { scope, name } of vault.entries()) {
    const records = await vault.read(scope, name, 0, 512);
    const marks = records.map((record) => Buffer.from(record).toString().split(" ")[0] ?? "");
    if (marks.length > 0) held.set(`${scope} ${name}`, marks);
  }
  expect(vault.spoilt).toBe(0);
  await vault.close();
  return held;
}

test(
  `what was answered is there after each of ${KILLS} kills, and what was destroyed is not`,
  { timeout: 300_000 },
  async () => {
    const seed = seedOf();
    console.info(`seed ${seed}: BANHOP_SEED=${seed} repeats it`);
    const random = randomFrom(seed);
    const folder = mkdtempSync(join(tmpdir(), "banhop-vault-"));
    const key = Buffer.alloc(32, 7);
    let held: Held = new Map();
    let acts = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const lines = await writeUntilKilled(folder, key, seed + kill + 1, random() * 150);
      let begun: Line | null = null;
      for (const line of lines) {
        if (line[0] === "done" && begun) held = apply(held, begun);
        begun = line[0] === "done" || line[0] === "open" ? null : line;
        if (line[0] === "done") acts++;
      }
      const found = await readHeld(folder, key);
      // The act that was under way when it was killed is there wholly, or not at all; a scope is gone in one piece.
      const allowed = begun ? [held, apply(held, begun)] : [held];
      expect(allowed.map(plain)).toContainEqual(plain(found));
      held = found;
    }
    expect(acts).toBeGreaterThan(KILLS);
  },
);

const plain = (held: Held): Record<string, string[]> => Object.fromEntries([...held].sort());
