// Passwords: argon2id, and the ones the server makes up for new people.
import { randomInt } from "node:crypto";
import { hash, verify, type Algorithm } from "@node-rs/argon2";

/** OWASP's recommendation for argon2id (19 MiB, two passes, one lane): about 30 ms on an old laptop. */
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** No 0/O, 1/l/I: an initial password is read from a paper and typed. */
const READABLE = "abcdefghijkmnpqrstuvwxyz23456789";
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** The hash to store, in PHC form with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

/** Whether the password belongs to the stored hash. */
export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize("NFC"));
}

/** Of a password that nobody knows, at the same cost as all others. */
const HASH_OF_NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$56QpQ0NUGDPgBSdJ2Afb0w$jK0GjFZANjE233g7zpyylg8WdVEDHAkvPqv73vxd6mM";

/** Takes as long as `isPassword` and is never true: an unknown user name must not answer faster. */
export async function isPasswordOfNobody(password: string): Promise<false> {
  await isPassword(HASH_OF_NOBODY, password);
  return false;
}

/** An initial password such as `k3mp-7xab-q2nd` (about 60 bits). */
export function makePassword(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => READABLE[randomInt(READABLE.length)]).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
