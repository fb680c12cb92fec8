// The keys that the system keeps for this user (Keychain, DPAPI, libsecret), behind the little that the vault needs.
import { safeStorage } from "electron";

/** Encrypts with a key that only this user's account on this machine has. */
export interface KeyKeeper {
  /** False where the system keeps no keys: then nothing that it would seal may stay on the disk. */
  isAvailable(): Promise<boolean>;
  seal(plain: Uint8Array): Promise<Buffer>;
  /** @throws Error when another account or machine sealed it */
  unseal(sealed: Uint8Array): Promise<Buffer>;
}

/** A Linux desktop without a keyring would encrypt with a password that stands in Chromium's source. */
const NO_KEYRING = "basic_text";

/** What Electron has since version 38; the runtime of the tests is older and has the functions without a promise. */
type NewStorage = Pick<
  Electron.SafeStorage,
  "isAsyncEncryptionAvailable" | "encryptStringAsync" | "decryptStringAsync"
>;
interface OldStorage {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(sealed: Buffer): string;
}
const storage: Partial<NewStorage> & OldStorage & Partial<Pick<Electron.SafeStorage, "getSelectedStorageBackend">> =
  safeStorage;

/** Only after the app is ready. */
export const systemKeyKeeper: KeyKeeper = {
  async isAvailable() {
    const isThere = (await storage.isAsyncEncryptionAvailable?.()) ?? storage.isEncryptionAvailable();
    const backend = process.platform === "linux" ? storage.getSelectedStorageBackend?.() : undefined;
    return isThere && backend !== NO_KEYRING;
  },
  async seal(plain) {
    const text = Buffer.from(plain).toString("base64");
    return (await storage.encryptStringAsync?.(text)) ?? storage.encryptString(text);
  },
  async unseal(sealed) {
    const piece = Buffer.from(sealed);
    const text = (await storage.decryptStringAsync?.(piece))?.result ?? storage.decryptString(piece);
    return Buffer.from(text, "base64");
  },
};
