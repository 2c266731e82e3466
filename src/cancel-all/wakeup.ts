// Owns the pause of a loop: until a time, or until something happens, also if that was before the pause began.
import type { Clock } from "../client/clock.js";

export class Wakeup {
  readonly #clock: Clock;
  #wake = () => {};
  #isAwake = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Something has happened. */
  call(): void {
    this.#isAwake = true;
    this.#wake();
  }

  /** Resolves after so many milliseconds, or when it is called. */
  async after(ms: number): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    if (this.#isAwake) woken.abort();
    await this.#clock.sleep(ms, woken.signal);
    this.#isAwake = false;
  }
}
