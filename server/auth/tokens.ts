// Opaque random tokens: what the client keeps, and the hash of it that the server stores.
import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** A new token, 256 random bits. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What is stored instead of the token. The token is random, so a fast hash is enough. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
