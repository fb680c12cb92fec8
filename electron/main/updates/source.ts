// Where updates come from and who may make them: written into the package when it is built, where nothing on the
// computer can change it. A package built without has no updates.
import { createPublicKey, verify, type KeyObject } from "node:crypto";
import { z } from "zod";

const manifestSchema = z.object({
  updates: z
    .object({
      /** The folder on the organisation's own web server, with a slash at its end. */
      feed: z.url({ protocol: /^https?$/ }).endsWith("/"),
      /** Ed25519, SubjectPublicKeyInfo in DER, as base64. The other half never lies on a server. */
      publicKey: z.base64().min(1),
    })
    .optional(),
});

export interface UpdateSource {
  feed: URL;
  publicKey: KeyObject;
}

/**
 * What the manifest inside the package says about updates.
 * @returns undefined when it says nothing
 * @throws Error when it says something else than an address and an Ed25519 key
 */
export function readUpdateSource(manifest: unknown): UpdateSource | undefined {
  const { updates } = manifestSchema.parse(manifest);
  if (!updates) return undefined;
  const publicKey = createPublicKey({ key: Buffer.from(updates.publicKey, "base64"), format: "der", type: "spki" });
  if (publicKey.asymmetricKeyType !== "ed25519") throw new Error("the key for updates is no Ed25519 key");
  return { feed: new URL(updates.feed), publicKey };
}

/** Whether the owner of the key has signed exactly this text. @param signature base64 */
export function isSigned(text: string, signature: string, publicKey: KeyObject): boolean {
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature.trim(), "base64"));
}
