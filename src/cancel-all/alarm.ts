// Owns waiting until something happens, or becomes due.
import type { Clock } from "../client/clock.js";

/** Longest wait without a look at the state of things, in milliseconds. */
const LONGEST_PAUSE_MS = 60_000;

export class Alarm {
  readonly #clock: Clock;
  #wake = () => {};
  #hasRung = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ring(): void {
    this.#hasRung = true;
    this.#wake();
  }

  /** Resolves when it rings, at once if it has rung since the last time, and when something is due. */
  async wait(now: number, due: () => number): Promise<void> {
    if (!this.#hasRung) {
      const woken = new AbortController();
      this.#wake = () => woken.abort();
      await this.#clock.sleep(Math.min(due() - now, LONGEST_PAUSE_MS), woken.signal);
    }
    this.#hasRung = false;
  }
}
