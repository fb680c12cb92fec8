// The ids that the sample was given, by the names that content.ts uses.
import type { PreparedPerson } from "../commands/people.ts";

export interface SeededPaper {
  id: string;
}

/** What later steps look up by the names that content.ts uses. */
export interface SeedIndex {
  now: Date;
  /** By user name. */
  people: ReadonlyMap<string, PreparedPerson>;
  /** By key. */
  organisations: ReadonlyMap<string, string>;
  /** By key. */
  meetings: ReadonlyMap<string, string>;
  /** By meeting key and file, as `key/file`. */
  papers: Map<string, SeededPaper>;
}

/** What content.ts names must be there. */
export function find<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the sample names “${key}”, which it does not have`);
  return value;
}
