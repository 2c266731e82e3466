// A clock that the test moves, with a wall clock beside it that may step or stand still.
import type { Clock } from "../../src/index.js";

interface Sleeper {
  readonly until: number;
  wake(): void;
}

export class ManualClock implements Required<Clock> {
  /** What `now()` is ahead of `monotonic()`. */
  wall = Date.UTC(2026, 0, 22, 14, 30);
  private elapsed = 0;
  private sleepers: Sleeper[] = [];

  readonly now = (): number => this.wall + this.elapsed;
  readonly monotonic = (): number => this.elapsed;

  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const sleeper = { until: this.elapsed + ms, wake: resolve };
      this.sleepers.push(sleeper);
      signal.addEventListener("abort", () => {
        this.sleepers = this.sleepers.filter((other) => other !== sleeper);
        resolve();
      });
    });

  /** Lets time pass at once: nobody is woken. */
  jump(ms: number): void {
    this.elapsed += ms;
  }

  /** Lets time go on, from one sleeper that is due to the next, and everything that follows from each happen. */
  async advance(ms: number): Promise<void> {
    const end = this.elapsed + ms;
    await settle();
    for (;;) {
      const next = this.sleepers.toSorted((a, b) => a.until - b.until)[0];
      if (!next || next.until > end) break;
      this.elapsed = Math.max(this.elapsed, next.until);
      this.sleepers = this.sleepers.filter((other) => other !== next);
      next.wake();
      await settle();
    }
    this.elapsed = end;
    await settle();
  }
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
}
