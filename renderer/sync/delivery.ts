// Counts what the server has acknowledged. Rules: DE1 every frame sent covers the acts made before it; DE2 acknowledgements
// name a number of frames, in the order of sending; DE3 a closed connection forgets its frames, the acts stay waiting;
// DE4 acts made while nothing is connected are covered by the state that the next connection sends.

export class Delivery {
  private acts = 0;
  private acknowledged = 0;
  /** For each frame under way, the number of acts it covers. */
  private underWay: number[] = [];
  private updates: { number: number; update: Uint8Array }[] = [];

  /** How many acts were made. */
  get made(): number {
    return this.acts;
  }

  get waiting(): number {
    return this.acts - this.acknowledged;
  }

  /** The updates that the server has not confirmed, oldest first. */
  get unconfirmed(): Uint8Array[] {
    return this.updates.map(({ update }) => update);
  }

  /** Somebody wrote something here. */
  wrote(update: Uint8Array): void {
    this.acts++;
    this.updates.push({ number: this.acts, update });
  }

  /** An update or a state went out. */
  sent(): void {
    this.underWay.push(this.acts);
  }

  /** The server has `count` more frames on disk. True when nothing waits any more. */
  confirmed(count: number): boolean {
    const covered = this.underWay.splice(0, count).at(-1);
    if (covered !== undefined) this.acknowledged = Math.max(this.acknowledged, covered);
    this.updates = this.updates.filter(({ number }) => number > this.acknowledged);
    return this.waiting === 0;
  }

  /** The connection is gone. */
  closed(): void {
    this.underWay = [];
  }
}
