// A system that keeps keys, for tests: another "account" opens nothing of it.
import { decrypt, encrypt, newKey } from "./cipher.ts";
import type { KeyKeeper } from "./key-keeper.ts";

/** One account on one machine. */
export function fakeKeyKeeper(isAvailable = true): KeyKeeper {
  const key = newKey();
  return {
    isAvailable: () => Promise.resolve(isAvailable),
    seal: (plain) => Promise.resolve(encrypt(key, "keyring", plain)),
    unseal: (sealed) => new Promise((resolve) => resolve(decrypt(key, "keyring", sealed))),
  };
}
