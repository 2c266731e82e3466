// Owns time: the real one, which can be moved on, and one that moves only by hand.

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Runs `task` once at that time; returns what calls it off. */
  at(time: number, task: () => void): () => void;
}

export interface MovableClock extends Clock {
  /** Moves the time on, letting everything due happen at its own time. */
  advance(ms: number): void;
  close(): void;
}

/** Beyond it a date has no four-digit year. */
export const LAST_MOMENT = Date.UTC(9999, 11, 31);

/** Time at which a clock that is moved by hand begins: shortly after the last event of the spec's story. */
const MANUAL_START = Date.UTC(2026, 0, 22, 14, 30, 30);

interface Task {
  time: number;
  run: () => void;
}

/** Tasks by time; equal times in the order in which they came. */
class Tasks {
  readonly #tasks: Task[] = [];

  add(task: Task): void {
    // Most are later than all others, so the search begins at the end.
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
    return first && first.time <= until ? this.#tasks.shift() : undefined;
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

/** One timer for the earliest task, so that moving the time on is moving one timer. */
export function realClock(): MovableClock {
  const tasks = new Tasks();
  let ahead = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => Date.now() + ahead;
  const wake = () => {
    clearTimeout(timer);
    const { first } = tasks;
    // Timers beyond 2^31 ms would fire at once.
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
    throw new Error(`Time moves on by a number of milliseconds from 0 on, not by ${ms}.`);
  return ms;
}
