// What a vault holds, known without opening a file: sizes, last use, and a note of the page's own. It is only a
// convenience: whatever it says is made anew from the files when the program ended without closing it.
import { readFile } from "node:fs/promises";
import { Low } from "lowdb";
import { z } from "zod";
import { decrypt, encrypt, NotGenuine } from "./cipher.ts";
import { ignoreMissing, writeWhole } from "./durable-files.ts";

const PLACE = "index";
/** A burst of changes is one write. */
const REST_MS = 500;

const entrySchema = z.object({
  scope: z.string(),
  name: z.string(),
  records: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Milliseconds since 1970. */
  usedAt: z.number(),
  note: z.string(),
});
const dataSchema = z.object({ isClean: z.boolean(), entries: z.array(entrySchema) });

/** One thing in the vault. */
export type VaultEntry = z.infer<typeof entrySchema>;

export class VaultIndex {
  readonly #low: Low<z.infer<typeof dataSchema>>;
  readonly #entries = new Map<string, VaultEntry>();
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(path: string, key: Uint8Array) {
    this.#low = new Low(
      {
        read: () => readIndex(path, key),
        write: (data) => writeWhole(path, encrypt(key, PLACE, Buffer.from(JSON.stringify(data)))),
      },
      { isClean: false, entries: [] },
    );
  }

  /** Opens the index. @param rebuild called when it cannot be trusted: gives what the files hold */
  static async open(path: string, key: Uint8Array, rebuild: () => Promise<VaultEntry[]>): Promise<VaultIndex> {
    const index = new VaultIndex(path, key);
    await index.#low.read();
    const { data } = index.#low;
    for (const entry of data.isClean ? data.entries : await rebuild()) index.#entries.set(keyOf(entry), entry);
    await index.#write(false);
    return index;
  }

  all(): VaultEntry[] {
    return [...this.#entries.values()];
  }

  get(scope: string, name: string): VaultEntry | undefined {
    return this.#entries.get(keyOf({ scope, name }));
  }

  set(entry: VaultEntry): void {
    this.#entries.set(keyOf(entry), entry);
    this.#writeSoon();
  }

  remove(scope: string, name: string): void {
    this.#entries.delete(keyOf({ scope, name }));
    this.#writeSoon();
  }

  /** Writes it down as one that can be trusted. */
  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#write(true);
  }

  #writeSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#write(false).catch((error: unknown) => console.error("the vault's index is not written", error));
    }, REST_MS);
  }

  #write(isClean: boolean): Promise<void> {
    const done = this.#writing.then(() => {
      this.#low.data = { isClean, entries: this.all() };
      return this.#low.write();
    });
    this.#writing = done.catch(() => undefined); // whoever asked hears of it
    return done;
  }
}

const keyOf = ({ scope, name }: { scope: string; name: string }): string => JSON.stringify([scope, name]);

async function readIndex(path: string, key: Uint8Array) {
  const bytes = await readFile(path).catch((error: unknown) => (ignoreMissing(error), null));
  if (!bytes) return null;
  try {
    return dataSchema.parse(JSON.parse(decrypt(key, PLACE, bytes).toString()));
  } catch (error) {
    if (!(error instanceof NotGenuine || error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
    console.warn("the vault's index is made anew from the files", error);
    return null;
  }
}
