// Simulated time. It stands still until whoever waits has nothing left to do, and then jumps to the next thing
// due. The wall clock can be stepped; the monotonic one cannot.

interface Task {
  readonly time: number;
  readonly run: () => void;
}

const WALL = Date.UTC(2026, 0, 22, 14, 30, 30);
const START = 5_000_000;

/** The server's wall clock, which nobody steps. */
export const serverTime = (monotonic: number): number => monotonic + WALL - START;

export class SimulatedClock {
  private time = START;
  private offset = WALL - START;
  private tasks: Task[] = [];
  /** Whether the wall clock was ever stepped. */
  stepped = false;

  readonly now = (): number => this.time + this.offset;
  readonly monotonic = (): number => this.time;

  /** The time that a server with a good clock has. */
  trueTime(at = this.time): number {
    return serverTime(at);
  }

  /** Moves the wall clock alone. */
  step(ms: number): void {
    this.offset += ms;
    this.stepped = true;
  }

  after(ms: number, run: () => void): () => void {
    const task = { time: this.time + Math.max(0, ms), run };
    let index = this.tasks.length;
    while (index > 0 && (this.tasks[index - 1] as Task).time > task.time) index--;
    this.tasks.splice(index, 0, task);
    return () => {
      const at = this.tasks.indexOf(task);
      if (at >= 0) this.tasks.splice(at, 1);
    };
  }

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        callOff();
        signal?.removeEventListener("abort", done);
        resolve();
      };
      const callOff = this.after(ms, done);
      signal?.addEventListener("abort", done);
    });

  /** Jumps to the next thing due; false if there is none. */
  next(): boolean {
    const task = this.tasks.shift();
    if (!task) return false;
    this.time = Math.max(this.time, task.time);
    task.run();
    return true;
  }

  /** Lets time go on until the promise is settled. */
  async run<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    promise.then(settle, settle);
    for (let step = 0; step < 200_000; step++) {
      // Promises and the bodies of answers need no time, but some turns of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
      if (settled) return promise;
      if (!this.next()) throw new Error("it waits for something that time does not bring");
    }
    throw new Error("it did not settle within 200,000 steps of time");
  }
}
