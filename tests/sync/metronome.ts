// Two honest people who write to each other at a steady pace, and the longest time one waited for the other.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { until } from "../helpers/until.ts";
import { targets } from "../security/attacks/targets.ts";
import { RawClient } from "./raw-client.ts";

const PACE_MS = 40;

export class Metronome {
  longestMs = 0;
  /** How long this process itself was held up, which says how busy the machine is. */
  private readonly lag = monitorEventLoopDelay({ resolution: 5 });
  private count = 0;
  private sentAt = new Map<string, number>();
  private readonly writer: RawClient;
  private readonly reader: RawClient;
  private readonly timer: NodeJS.Timeout;

  private constructor(writer: RawClient, reader: RawClient, personId: string, first: number) {
    this.writer = writer;
    this.reader = reader;
    reader.doc.getMap(targets.annotations.root).observe((event) => {
      for (const key of event.keysChanged) this.heard(String(key));
    });
    this.lag.enable();
    let n = first;
    this.timer = setInterval(() => {
      this.sentAt.set(targets.annotations.keyOf(personId, ++n), performance.now());
      targets.annotations.write(writer.doc, personId, n);
    }, PACE_MS);
  }

  static async start(url: string, room: string, a: string, b: string): Promise<Metronome> {
    const writer = await new RawClient(url, room, a).ready();
    const reader = await new RawClient(url, room, b).ready();
    const used = writer.doc.getMap(targets.annotations.root);
    return new Metronome(writer, reader, a, used.size);
  }

  /** Waits for as many more beats. */
  async beats(more: number): Promise<void> {
    const goal = this.count + more;
    await until(() => this.count >= goal || this.writer.code || this.reader.code, "the honest pair");
    if (this.writer.code || this.reader.code) throw new Error("an honest one was sent away");
  }

  /** Begins to measure anew. */
  reset(): void {
    this.longestMs = 0;
    this.lag.reset();
  }

  get lagMs(): number {
    return this.lag.max / 1e6;
  }

  end(): void {
    this.lag.disable();
    clearInterval(this.timer);
    this.writer.end();
    this.reader.end();
  }

  private heard(key: string): void {
    const at = this.sentAt.get(key);
    if (at === undefined) return;
    this.count++;
    this.longestMs = Math.max(this.longestMs, performance.now() - at);
  }
}
