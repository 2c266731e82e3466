// Runs `cancel()` against the sandbox in simulated time: one clock for both, no socket, no waiting. What the
// venue truly did is asked of the sandbox afterwards.
import {
  type CancelClient,
  type CancelOptions,
  type CancelResult,
  type Clock,
  cancel,
  createClient,
} from "../../src/index.js";
import type { MovableClock } from "../../src/sandbox/index.js";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/index.js";

interface Task {
  readonly time: number;
  readonly run: () => void;
}

/** Time that stands still until whoever waits has nothing left to do, and then jumps to the next thing due. */
class SimulatedClock implements MovableClock, Clock {
  private time = Date.UTC(2026, 0, 22, 14, 30, 30);
  private tasks: Task[] = [];

  readonly now = (): number => this.time;

  /** In whole milliseconds, as the records are. */
  at(wanted: number, run: () => void): () => void {
    const time = Math.ceil(wanted);
    const task = { time, run };
    const later = this.tasks.findIndex((other) => other.time > time);
    this.tasks.splice(later < 0 ? this.tasks.length : later, 0, task);
    return () => {
      this.tasks = this.tasks.filter((other) => other !== task);
    };
  }

  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        callOff();
        signal.removeEventListener("abort", done);
        resolve();
      };
      const callOff = this.at(this.time + ms, done);
      signal.addEventListener("abort", done);
    });

  advance(ms: number): void {
    const until = this.time + ms;
    while (this.tasks[0] && this.tasks[0].time <= until) this.next();
    this.time = until;
  }

  /** Jumps to the next thing due; false if there is none. */
  next(): boolean {
    const task = this.tasks.shift();
    if (!task) return false;
    this.time = Math.max(this.time, task.time);
    task.run();
    return true;
  }

  close(): void {
    this.tasks = [];
  }
}

/** Lets everything run that can run without time going on: `fetch` and its bodies take a few turns of the loop. */
async function settleDown(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
}

export class Simulation {
  private constructor(
    readonly clock: SimulatedClock,
    readonly sandbox: Sandbox,
  ) {}

  static async start(options: SandboxOptions = {}): Promise<Simulation> {
    const clock = new SimulatedClock();
    return new Simulation(clock, await startSandbox({ ...options, clock }));
  }

  client(): CancelClient {
    const { url: baseUrl, appKey, user: username, password, fetch } = this.sandbox;
    return createClient({ baseUrl, appKey, credentials: { username, password }, fetch, clock: this.clock });
  }

  cancel(
    client: CancelClient,
    options: Omit<CancelOptions, "clock" | "accountId"> & { accountId?: number },
  ): Promise<CancelResult> {
    return cancel(client, { accountId: 6303, ...options });
  }

  /** Lets time go on until the promise is settled. */
  async run<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    promise.then(
      () => (settled = true),
      () => (settled = true),
    );
    for (let step = 0; step < 100_000; step++) {
      await settleDown();
      if (settled) return promise;
      if (!this.clock.next()) throw new Error("it waits for something that time does not bring");
    }
    throw new Error("it did not settle within 100,000 steps of time");
  }
}
