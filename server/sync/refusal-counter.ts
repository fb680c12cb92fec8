// Counts refusals per person and room, so that a hostile client is shut out there without locking its person's other rooms.
import { limits } from "./limits.ts";

export class RefusalCounter {
  private readonly counts = new Map<string, { since: number; count: number }>();

  add(personId: string, room: string): void {
    const key = `${personId} ${room}`;
    const now = Date.now();
    const known = this.counts.get(key);
    if (known && now - known.since < limits.refusalsWindowMs) known.count++;
    else this.counts.set(key, { since: now, count: 1 });
  }

  isShut(personId: string, room: string): boolean {
    const known = this.counts.get(`${personId} ${room}`);
    return known !== undefined && known.count >= limits.refusals && Date.now() - known.since < limits.refusalsWindowMs;
  }
}
