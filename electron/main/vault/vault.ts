// One person's store on this machine: named sequences of records in scopes (a meeting, a paper), each scope with a key
// of its own. Rules: VA1 nothing readable on the disk, names and sizes of names included; VA2 a scope is destroyed by its
// key, before its files; VA3 a spoilt file is set aside and said, and keeps nothing else from opening; VA4 never more
// bytes than the limit.
import { createHmac } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { decrypt, encrypt, keyFor, newKey, NotGenuine } from "./cipher.ts";
import { ignoreMissing, removeForGood, syncFolder, writeWhole } from "./durable-files.ts";
import { readLabel, RecordFile } from "./record-file.ts";
import { VaultIndex, type VaultEntry } from "./vault-index.ts";

/** Old laptops have small disks; the papers of a busy month have 500 MB. */
const VAULT_LIMIT_BYTES = 4 * 1024 ** 3;
/** Each open file is a handle of the system, of which a program has about a thousand. */
const MAX_OPEN_FILES = 64;
const KEY_FILE = "key";
const INDEX_FILE = "index";
const RECORDS = ".records";

/** Thrown when there is no more room within the limit. */
export class VaultFull extends Error {}

interface OpenFile {
  file: Promise<RecordFile>;
  users: number;
}

export class Vault {
  readonly #folder: string;
  readonly #scopeKey: Uint8Array;
  readonly #nameKey: Uint8Array;
  readonly #limitBytes: number;
  readonly #keys = new Map<string, Promise<Buffer>>();
  readonly #open = new Map<string, OpenFile>();
  #index!: VaultIndex;
  #spoilt = 0;

  private constructor(folder: string, master: Uint8Array, limitBytes: number) {
    this.#folder = folder;
    this.#scopeKey = keyFor("scopes", master);
    this.#nameKey = keyFor("names", master);
    this.#limitBytes = limitBytes;
  }

  /** Opens the store in a folder, made when it is not there. */
  static async open(folder: string, master: Uint8Array, limitBytes = VAULT_LIMIT_BYTES): Promise<Vault> {
    const vault = new Vault(folder, master, limitBytes);
    await mkdir(join(folder, "scopes"), { recursive: true });
    const index = join(folder, INDEX_FILE);
    vault.#index = await VaultIndex.open(index, keyFor("index", master), () => vault.#readFolder());
    return vault;
  }

  /** Everything in it. */
  entries(): VaultEntry[] {
    return this.#index.all();
  }

  /** Files that could not be read since the vault was opened. */
  get spoilt(): number {
    return this.#spoilt;
  }

  /**
   * Adds records at the end of a sequence, begun when it is not there. Answered when they are on disk.
   * @param ifCount adds nothing unless it holds as many records as that
   * @returns how many it holds now
   * @throws VaultFull
   */
  async append(scope: string, name: string, records: readonly Uint8Array[], ifCount?: number): Promise<number> {
    this.#assertRoom(records);
    return this.#use(scope, name, async (file) => {
      await file.append(records, ifCount);
      return file.count;
    });
  }

  /**
   * Puts these records in the place of the whole sequence, in one piece.
   * @param ifCount does nothing unless it holds as many records as that
   * @returns whether it did
   * @throws VaultFull
   */
  async replace(scope: string, name: string, records: readonly Uint8Array[], ifCount?: number): Promise<boolean> {
    this.#assertRoom(records);
    return this.#use(scope, name, (file) => file.replace(records, ifCount));
  }

  /** Records from a number on, at most `count`; none when there is no such sequence. */
  async read(scope: string, name: string, from: number, count: number): Promise<Uint8Array[]> {
    if (!this.#index.get(scope, name)) return [];
    return this.#use(scope, name, (file) => file.read(from, count));
  }

  /** Leaves a note at a sequence that is there: short, and lost when the index is made anew. */
  note(scope: string, name: string, note: string): void {
    const entry = this.#index.get(scope, name);
    if (entry) this.#index.set({ ...entry, note });
  }

  /** Deletes one sequence. */
  async remove(scope: string, name: string): Promise<void> {
    await this.#closeFile(scope, name);
    await rm(this.#path(scope, name), { force: true });
    this.#index.remove(scope, name);
  }

  /** VA2: destroys everything in a scope; afterwards nobody can read it, whatever of the files is left. */
  async destroyScope(scope: string): Promise<void> {
    const names = this.entries().filter((entry) => entry.scope === scope);
    for (const { name } of names) await this.#closeFile(scope, name);
    this.#keys.delete(scope);
    await removeForGood(join(this.#scopeFolder(scope), KEY_FILE)).catch(ignoreMissing);
    await rm(this.#scopeFolder(scope), { recursive: true, force: true });
    for (const { name } of names) this.#index.remove(scope, name);
  }

  async close(): Promise<void> {
    for (const { file } of this.#open.values()) await file.then((opened) => opened.close()).catch(() => undefined);
    this.#open.clear();
    await this.#index.close();
  }

  #assertRoom(records: readonly Uint8Array[]): void {
    const more = records.reduce((sum, { length }) => sum + length, 0);
    const held = this.entries().reduce((sum, { bytes }) => sum + bytes, 0);
    if (held + more > this.#limitBytes) throw new VaultFull(`${held} bytes are held, ${this.#limitBytes} allowed`);
  }

  async #use<T>(scope: string, name: string, work: (file: RecordFile) => Promise<T>): Promise<T> {
    const entry = this.#opened(scope, name);
    entry.users++;
    try {
      const file = await entry.file;
      const result = await work(file);
      const note = this.#index.get(scope, name)?.note ?? "";
      this.#index.set({ scope, name, records: file.count, bytes: file.size, usedAt: Date.now(), note });
      return result;
    } finally {
      entry.users--;
      await this.#closeOldest();
    }
  }

  #opened(scope: string, name: string): OpenFile {
    const label = labelOf(scope, name);
    const known = this.#open.get(label);
    if (known) return known;
    const entry = { file: this.#openFile(scope, name), users: 0 };
    this.#open.set(label, entry);
    entry.file.catch(() => this.#open.delete(label)); // the next one tries anew
    return entry;
  }

  async #openFile(scope: string, name: string): Promise<RecordFile> {
    const path = this.#path(scope, name);
    const place = { path, key: await this.#keyOf(scope), label: labelOf(scope, name) };
    try {
      return await RecordFile.open(place);
    } catch (error) {
      if (!(error instanceof NotGenuine)) throw error;
      await this.#setAside(path, error);
      return RecordFile.open(place);
    }
  }

  async #setAside(path: string, error: unknown): Promise<void> {
    this.#spoilt++;
    console.error("a spoilt file of the vault is set aside", path, error);
    await rename(path, `${path}.spoilt-${Date.now()}`);
  }

  async #closeOldest(): Promise<void> {
    for (const [label, { file, users }] of this.#open) {
      if (this.#open.size <= MAX_OPEN_FILES) return;
      if (users > 0) continue;
      this.#open.delete(label);
      await file.then((opened) => opened.close()).catch(() => undefined); // one that did not open has nothing to close
    }
  }

  async #closeFile(scope: string, name: string): Promise<void> {
    const label = labelOf(scope, name);
    const entry = this.#open.get(label);
    this.#open.delete(label);
    await entry?.file.then((opened) => opened.close()).catch(() => undefined);
  }

  #keyOf(scope: string): Promise<Buffer> {
    const known = this.#keys.get(scope);
    if (known) return known;
    const key = this.#readOrMakeKey(scope);
    this.#keys.set(scope, key);
    key.catch(() => this.#keys.delete(scope));
    return key;
  }

  async #readOrMakeKey(scope: string): Promise<Buffer> {
    const folder = this.#scopeFolder(scope);
    const known = await this.#readKey(this.#hidden(scope));
    if (known) return known;
    await mkdir(folder, { recursive: true });
    await syncFolder(join(this.#folder, "scopes"));
    const key = newKey();
    await writeWhole(join(folder, KEY_FILE), encrypt(this.#scopeKey, this.#hidden(scope), key));
    return key;
  }

  /**
   * The key in a scope's folder; null when there is none, or it was written over.
   * @throws NotGenuine when it is another vault's
   */
  async #readKey(folder: string): Promise<Buffer | null> {
    const path = join(this.#folder, "scopes", folder, KEY_FILE);
    const sealed = await readFile(path).catch((error: unknown) => (ignoreMissing(error), null));
    return sealed?.some((byte) => byte !== 0) ? decrypt(this.#scopeKey, folder, sealed) : null;
  }

  /** What the files say they are. Scopes without a key were being destroyed: that is finished here. */
  async #readFolder(): Promise<VaultEntry[]> {
    const entries: VaultEntry[] = [];
    for (const folder of await readdir(join(this.#folder, "scopes"))) {
      const path = join(this.#folder, "scopes", folder);
      const key = await this.#readKey(folder).catch((error: unknown) => (this.#sayForeign(path, error), undefined));
      if (key === null) await rm(path, { recursive: true, force: true });
      else if (key)
        for (const file of await readdir(path)) entries.push(...(await this.#readEntry(join(path, file), key)));
    }
    return entries;
  }

  /** Nothing is removed that cannot be read: it may be somebody's only copy. */
  #sayForeign(path: string, error: unknown): void {
    if (!(error instanceof NotGenuine)) throw error;
    console.error("a scope of the vault has another vault's key", path);
  }

  async #readEntry(path: string, key: Buffer): Promise<VaultEntry[]> {
    if (!path.endsWith(RECORDS)) return [];
    try {
      const label = await readLabel(path, key);
      const file = await RecordFile.open({ path, key, label });
      const [scope, name] = JSON.parse(label) as [string, string]; // authenticated: written by this class
      const entry = { scope, name, records: file.count, bytes: file.size, usedAt: Date.now(), note: "" };
      await file.close();
      return [entry];
    } catch (error) {
      if (!(error instanceof NotGenuine)) throw error;
      await this.#setAside(path, error);
      return [];
    }
  }

  #scopeFolder(scope: string): string {
    return join(this.#folder, "scopes", this.#hidden(scope));
  }

  #path(scope: string, name: string): string {
    return join(this.#scopeFolder(scope), this.#hidden(labelOf(scope, name)) + RECORDS);
  }

  #hidden(text: string): string {
    return createHmac("sha256", this.#nameKey).update(text).digest("hex").slice(0, 32);
  }
}

const labelOf = (scope: string, name: string): string => JSON.stringify([scope, name]);
