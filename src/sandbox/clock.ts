// Owns the sandbox's time: a real clock that can be advanced, and a clock that only moves when it is advanced.

export interface Scheduler {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Runs `task` once at this time. Returns a function that cancels it. */
  at(time: number, task: () => void): () => void;
}

export interface MovableClock extends Scheduler {
  /** Moves the time forward and runs each task that is due on the way, at its own time. */
  advance(ms: number): void;
  close(): void;
}

/** Later dates have no four-digit year. */
export const LAST_MOMENT = Date.UTC(9999, 11, 31);

/** Start of the manual clock: shortly after the last date in the spec's examples. */
const MANUAL_START = Date.UTC(2026, 0, 22, 14, 30, 30);

interface Task {
  time: number;
  run: () => void;
}

/** Sorted by time; tasks with equal times stay in the order in which they were added. */
class Tasks {
  readonly #tasks: Task[] = [];

  add(task: Task): void {
    // Most tasks are later than all others, so the search starts at the end.
    const earlier = this.#tasks.findLastIndex(({ time }) => time <= task.time);
    this.#tasks.splice(earlier + 1, 0, task);
  }

  remove(task: Task): void {
    const index = this.#tasks.indexOf(task);
    if (index >= 0) this.#tasks.splice(index, 1);
  }

  get first(): Task | undefined {
    return this.#tasks[0];
  }

  takeDue(until: number): Task | undefined {
    const { first } = this;
    if (!first || first.time > until) return undefined;
    return this.#tasks.shift();
  }

  clear(): void {
    this.#tasks.length = 0;
  }
}

export function manualClock(start: number = MANUAL_START): MovableClock {
  const tasks = new Tasks();
  let now = start;
  return {
    now: () => now,
    at: (time, run) => schedule(tasks, { time, run }),
    advance(ms) {
      const until = now + checkMs(ms);
      for (let task = tasks.takeDue(until); task; task = tasks.takeDue(until)) {
        now = Math.max(now, task.time);
        task.run();
      }
      now = until;
    },
    close: () => tasks.clear(),
  };
}

function schedule(tasks: Tasks, task: Task, changed: () => void = () => {}): () => void {
  tasks.add(task);
  changed();
  return () => {
    tasks.remove(task);
    changed();
  };
}

/** Has one timer, for the earliest task, so that advancing means moving one timer. */
export function realClock(): MovableClock {
  const tasks = new Tasks();
  let ahead = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => Date.now() + ahead;
  const wake = () => {
    clearTimeout(timer);
    const { first } = tasks;
    // A timer of more than 2^31 ms would fire at once.
    timer = first && setTimeout(runDue, Math.min(Math.max(0, first.time - now()), 2 ** 31 - 1));
  };
  const runDue = () => {
    for (let task = tasks.takeDue(now()); task; task = tasks.takeDue(now())) task.run();
    wake();
  };
  return {
    now,
    at: (time, run) => schedule(tasks, { time, run }, wake),
    advance(ms) {
      ahead += checkMs(ms);
      runDue();
    },
    close() {
      tasks.clear();
      clearTimeout(timer);
    },
  };
}

function checkMs(ms: number): number {
  if (typeof ms !== "number" || !Number.isFinite(ms) || ms < 0)
    throw new Error(`advance() takes a number of milliseconds from 0 up, not ${ms}.`);
  return ms;
}
