// How much of the processor one person may use in the sync endpoint. Honest writing costs microseconds; whoever sends
// what is dear to judge runs dry, over all their sockets together.
import { limits } from "./limits.ts";

export class WorkBudget {
  private leftMs: number = limits.workMs;
  private at: number;

  constructor(now: number) {
    this.at = now;
  }

  /** Takes what was used; false when nothing is left. */
  spend(usedMs: number, now: number): boolean {
    this.leftMs = Math.min(limits.workMs, this.leftMs + ((now - this.at) / 1000) * limits.workMsPerSecond) - usedMs;
    this.at = now;
    return this.leftMs > 0;
  }

  /** Whether it has filled up again, so that it need not be remembered. */
  isFull(now: number): boolean {
    return now - this.at > (limits.workMs / limits.workMsPerSecond) * 1000;
  }
}

/** The budgets of all people who were here lately. */
export class WorkBudgets {
  private readonly budgets = new Map<string, WorkBudget>();

  of(personId: string, now: number): WorkBudget {
    const known = this.budgets.get(personId);
    if (known) return known;
    const budget = new WorkBudget(now);
    this.budgets.set(personId, budget);
    return budget;
  }

  /** Forgets who has rested. */
  tidy(now: number): void {
    for (const [personId, budget] of this.budgets) if (budget.isFull(now)) this.budgets.delete(personId);
  }
}
