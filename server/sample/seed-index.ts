// The ids that the sample was given, by the names that content.ts uses.
import type { PreparedPerson } from "../commands/people.ts";

/** All ids are made before anything is written. */
export interface SeedIndex {
  now: Date;
  /** By user name. */
  people: ReadonlyMap<string, PreparedPerson>;
  /** By key. */
  organisations: ReadonlyMap<string, string>;
  /** By key. */
  meetings: ReadonlyMap<string, string>;
  /** By the key of the meeting: the top items in order. */
  items: ReadonlyMap<string, readonly string[]>;
  /** By file; each file is one paper. */
  papers: ReadonlyMap<string, string>;
}

/** What content.ts names must be there. */
export function find<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the sample names “${key}”, which it does not have`);
  return value;
}
