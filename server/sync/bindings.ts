// Whose each clientID is in one room. A clientID is bound once, at the first awareness message or write, and kept with
// the log; what is not stored yet goes with the next record.
import { limits } from "./limits.ts";
import { Refused } from "./refused.ts";

export class Bindings {
  private owners = new Map<number, string>();
  private counts = new Map<string, number>();
  private fresh: [number, string][] = [];

  /** ClientID → person, for reading. */
  get all(): ReadonlyMap<number, string> {
    return this.owners;
  }

  ownerOf(client: number): string | undefined {
    return this.owners.get(client);
  }

  /** Binds an unbound clientID. @throws {Refused} when the person has bound too many */
  bind(client: number, personId: string): void {
    if (this.owners.has(client)) return;
    if ((this.counts.get(personId) ?? 0) >= limits.bindsPerPerson)
      throw new Refused("tooManyClientIds", "too many clientIDs");
    this.put(client, personId);
    this.fresh.push([client, personId]);
  }

  /** What is not stored yet; it counts as stored from now on. */
  takeFresh(): [number, string][] {
    return this.fresh.splice(0);
  }

  /** What could not be stored after all. */
  putBack(bindings: [number, string][]): void {
    this.fresh.unshift(...bindings);
  }

  /** Begins anew with what is stored; what is not stored yet stays. */
  reset(stored: readonly [number, string][]): void {
    this.owners = new Map();
    this.counts = new Map();
    for (const [client, personId] of [...stored, ...this.fresh]) this.put(client, personId);
  }

  private put(client: number, personId: string): void {
    if (this.owners.has(client)) return;
    this.owners.set(client, personId);
    this.counts.set(personId, (this.counts.get(personId) ?? 0) + 1);
  }
}
