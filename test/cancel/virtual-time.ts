// Owns time that stands still until nobody has anything left to do, and then jumps to the next thing due.
import type { Clock } from "../../src/index.js";

interface Task {
  readonly time: number;
  readonly run: () => void;
}

export class VirtualClock implements Clock {
  /** What a step of the system's clock adds to the wall clock. */
  step = 0;
  #time = 0;
  #tasks: Task[] = [];

  readonly now = (): number => Date.UTC(2026, 0, 22, 14, 30, 30) + this.#time + this.step;
  readonly monotonic = (): number => this.#time;

  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const callOff = this.at(this.#time + ms, () => {
        signal.removeEventListener("abort", stop);
        resolve();
      });
      const stop = () => {
        callOff();
        resolve();
      };
      signal.addEventListener("abort", stop, { once: true });
    });

  /** Milliseconds since this clock was made. */
  get elapsedMs(): number {
    return this.#time;
  }

  /** Runs something at a time of {@link elapsedMs}; returns what calls it off. */
  at(wanted: number, run: () => void): () => void {
    const task = { time: Math.ceil(Math.max(wanted, this.#time)), run };
    const later = this.#tasks.findIndex((other) => other.time > task.time);
    this.#tasks.splice(later < 0 ? this.#tasks.length : later, 0, task);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.at(this.#time + ms, resolve);
    });
  }

  /** Lets time go on until the promise is settled. */
  async run<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    promise.then(settle, settle);
    for (let jumps = 0; jumps < 100_000; jumps++) {
      await turns();
      if (isSettled) return promise;
      const task = this.#tasks.shift();
      if (!task) throw new Error("it waits for something that time does not bring");
      this.#time = task.time;
      task.run();
    }
    throw new Error("it did not settle within 100,000 jumps of time");
  }
}

/** Lets everything run that can run without time going on: `fetch` and its bodies take a few turns of the loop. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
}
