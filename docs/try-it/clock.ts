// Owns the time of the simulation: it runs, can be stopped, and goes on step by step. Sandbox and client share it, so
// that what is due happens in its order.
import type { Clock } from "autoshares-cancel";
import type { MovableClock } from "autoshares-cancel/sandbox/web";

export interface PageClock extends MovableClock, Required<Clock> {
  isStopped(): boolean;
  stop(): void;
  run(): void;
  /** Stops, then goes on by so many milliseconds; resolves when all that was due has happened. */
  step(ms: number): Promise<void>;
  /** Goes on to what happens next, if anything is to happen. */
  stepToNext(): Promise<void>;
}

interface Task {
  readonly time: number;
  readonly run: () => void;
}

/** @param changed is told when time was stopped, started or stepped, and when something has happened */
export function createPageClock(changed: () => void): PageClock {
  /** By time; equal times in the order in which they came. */
  const tasks: Task[] = [];
  let base = Date.now();
  /** When it was `base`; undefined: time is stopped. */
  let since: number | undefined = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const now = () => (since === undefined ? base : base + Math.floor(performance.now() - since));

  const wake = () => {
    clearTimeout(timer);
    const [first] = tasks;
    if (since !== undefined && first) timer = setTimeout(runDue, Math.max(0, first.time - now()));
  };

  const takeDue = (until: number) => (tasks[0] && tasks[0].time <= until ? tasks.shift() : undefined);

  const runDue = () => {
    for (let task = takeDue(now()); task; task = takeDue(now())) task.run();
    wake();
    changed();
  };

  const at = (time: number, run: () => void) => {
    const task = { time, run };
    tasks.splice(tasks.findLastIndex((one) => one.time <= time) + 1, 0, task);
    wake();
    return () => {
      const index = tasks.indexOf(task);
      if (index >= 0) tasks.splice(index, 1);
    };
  };

  const stop = () => {
    base = now();
    since = undefined;
    clearTimeout(timer);
    changed();
  };

  const goOn = async (ms: number) => {
    const until = base + ms;
    for (let task = takeDue(until); task; task = takeDue(until)) {
      base = Math.max(base, task.time);
      task.run();
      await settled();
    }
    base = Math.max(base, until);
    changed();
  };

  /** Steps that are asked for quickly come one after the other. */
  let stepping = Promise.resolve();
  const afterOthers = (step: () => Promise<void>) => {
    stop();
    stepping = stepping.then(step);
    return stepping;
  };

  return {
    now,
    monotonic: now,
    at,
    sleep: (ms, signal) => sleep(at, now() + ms, signal),
    isStopped: () => since === undefined,
    stop,
    run() {
      since ??= performance.now();
      runDue();
    },
    step: (ms) => afterOthers(() => goOn(ms)),
    stepToNext: () => afterOthers(async () => tasks[0] && goOn(Math.max(0, tasks[0].time - base))),
    advance(ms) {
      base += ms;
      runDue();
    },
    close() {
      tasks.length = 0;
      clearTimeout(timer);
    },
  };
}

function sleep(at: MovableClock["at"], time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const wake = () => {
      callOff();
      signal.removeEventListener("abort", wake);
      resolve();
    };
    const callOff = at(time, wake);
    signal.addEventListener("abort", wake);
  });
}

/** What a task has set going, such as the reading of an answer, comes before the next task. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
}
