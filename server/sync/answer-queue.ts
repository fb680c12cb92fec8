// Newcomers of all rooms are answered in turns of bounded size, so that a hundred of them do not stop the other rooms.
import { limits } from "./limits.ts";

/** Answers one newcomer and returns the bytes it took. */
export type Answer = () => number;

export class AnswerQueue {
  private waiting: Answer[] = [];
  private planned = false;

  add(answer: Answer): void {
    this.waiting.push(answer);
    this.plan();
  }

  private plan(): void {
    if (this.planned || this.waiting.length === 0) return;
    this.planned = true;
    setImmediate(() => this.turn());
  }

  private turn(): void {
    this.planned = false;
    let budget: number = limits.answerBytesPerTurn;
    let done = 0;
    while (done < this.waiting.length && budget > 0) budget -= this.waiting[done++]?.() ?? 0;
    this.waiting = this.waiting.slice(done);
    this.plan();
  }
}
