// How the master key of a vault lies on the disk. Rules: SE1 never in the open; SE2 the system's seal is there only while
// somebody stays signed in on their own device; SE3 the password's seal opens for the password alone, and where the
// system keeps keys it lies inside theirs, so that a copied folder cannot be tried against a list of passwords.
import { randomBytes, scrypt } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { decrypt, encrypt, KEY_BYTES, NotGenuine } from "./cipher.ts";
import { ignoreMissing, removeForGood, writeWhole } from "./durable-files.ts";
import type { KeyKeeper } from "./key-keeper.ts";

/** log2 of scrypt's N: 128 MB and about half a second a try. Source: OWASP's cheat sheet on storing passwords. */
const COST = 17;
/** A spoilt seal must not ask for more memory than the machine has. */
const HIGHEST_COST = 20;
const SALT_BYTES = 16;
const SYSTEM = "system.seal";
const PASSWORD = "password.seal";
/** The first byte of a password's seal. */
const BARE = 0;
const WITHIN_SYSTEM = 1;

export class Seals {
  readonly #folder: string;
  readonly #keeper: KeyKeeper;
  readonly #cost: number;

  /** @param cost log2 of the work that one password takes; written into the seal, so that it may grow */
  constructor(folder: string, keeper: KeyKeeper, cost = COST) {
    this.#folder = folder;
    this.#keeper = keeper;
    this.#cost = cost;
  }

  /** Keeps the key with the system, until `forgetSystem`. @throws Error where it keeps none */
  async sealForSystem(master: Uint8Array): Promise<void> {
    if (!(await this.#keeper.isAvailable())) throw new Error("the system keeps no keys");
    await writeWhole(join(this.#folder, SYSTEM), await this.#keeper.seal(master));
  }

  /** The key that the system keeps; null when it keeps none, or does not give it out here. */
  async openBySystem(): Promise<Buffer | null> {
    const sealed = await this.#read(SYSTEM);
    if (!sealed || !(await this.#keeper.isAvailable())) return null;
    try {
      return await this.#keeper.unseal(sealed);
    } catch (error) {
      console.warn("the system does not open a seal: made by another account, or its keyring is new", error);
      return null;
    }
  }

  /** From now on only the password opens. */
  async forgetSystem(): Promise<void> {
    await removeForGood(join(this.#folder, SYSTEM));
  }

  /** Lets this password open the key; one that did before does no more. */
  async sealForPassword(master: Uint8Array, password: string): Promise<void> {
    const salt = randomBytes(SALT_BYTES);
    const key = await stretch(password, salt, this.#cost);
    const piece = Buffer.concat([Buffer.of(this.#cost), salt, encrypt(key, PASSWORD, master)]);
    const within = await this.#keeper.isAvailable();
    const sealed = within ? await this.#keeper.seal(piece) : piece;
    await writeWhole(join(this.#folder, PASSWORD), Buffer.concat([Buffer.of(within ? WITHIN_SYSTEM : BARE), sealed]));
  }

  /** The key; null for a wrong password, or when none has been sealed. */
  async openByPassword(password: string): Promise<Buffer | null> {
    const sealed = await this.#read(PASSWORD);
    if (!sealed) return null;
    try {
      const piece = sealed[0] === WITHIN_SYSTEM ? await this.#keeper.unseal(sealed.subarray(1)) : sealed.subarray(1);
      const cost = Math.min(piece[0] ?? 0, HIGHEST_COST);
      const key = await stretch(password, piece.subarray(1, 1 + SALT_BYTES), cost);
      const master = decrypt(key, PASSWORD, piece.subarray(1 + SALT_BYTES));
      return master.length === KEY_BYTES ? master : null;
    } catch (error) {
      if (!(error instanceof NotGenuine)) console.warn("the system does not open the password's seal", error);
      return null;
    }
  }

  /** Whether a password can open it at all. */
  async hasPassword(): Promise<boolean> {
    return (await this.#read(PASSWORD)) !== null;
  }

  /** Nothing opens any more: the keys go, then the folder. */
  async destroy(): Promise<void> {
    await removeForGood(join(this.#folder, SYSTEM));
    await removeForGood(join(this.#folder, PASSWORD));
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #read(name: string): Promise<Buffer | null> {
    return readFile(join(this.#folder, name)).catch((error: unknown) => (ignoreMissing(error), null));
  }
}

function stretch(password: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const options = { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** (cost + 11) };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFC"), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
