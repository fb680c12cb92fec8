// AES-256-GCM over single pieces: a fresh nonce before each, its tag behind it, bound to the place where it stands.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Length of every key, in bytes. */
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What encrypting adds to a piece. */
export const OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES;

/** Thrown when a piece was changed, stands in another place than it was made for, or was made with another key. */
export class NotGenuine extends Error {}

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** A key for one purpose, from which the others cannot be told. */
export function keyFor(purpose: string, key: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", key, new Uint8Array(0), `banhop vault ${purpose}`, KEY_BYTES));
}

/** @param place where the piece stands: it opens nowhere else */
export function encrypt(key: Uint8Array, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws NotGenuine */
export function decrypt(key: Uint8Array, place: string, piece: Uint8Array): Buffer {
  if (piece.length < OVERHEAD_BYTES) throw new NotGenuine("too short");
  const nonce = piece.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place)).setAuthTag(piece.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(piece.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new NotGenuine("the tag does not fit", { cause });
  }
}
