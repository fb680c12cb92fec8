// Which server the window talks to: the one given for this start, else the one chosen before, else the default.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseServerAddress } from "./security/server-address.ts";

const DEFAULT_SERVER = "http://127.0.0.1:8420";

export interface ServerAddress {
  /** Protocol, host and port. */
  current: () => string;
  /** From now on this one, and again at the next start. @throws Error when it cannot be written down */
  choose: (address: string) => void;
}

/** @param given what the surroundings ask for; it is not written down @param file keeps what was chosen */
export function openServerAddress(given: string | undefined, file: string): ServerAddress {
  let address = given ?? chosenBefore(file) ?? DEFAULT_SERVER;
  return {
    current: () => address,
    choose: (next) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, next);
      renameSync(`${file}.new`, file); // never half an address
      address = next;
    },
  };
}

function chosenBefore(file: string): string | undefined {
  try {
    return parseServerAddress(readFileSync(file, "utf8"));
  } catch {
    return undefined; // the first start, or a file that somebody has spoilt: the window offers to choose again
  }
}
