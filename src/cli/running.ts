// Owns the life of a command that serves: it waits for Ctrl-C, then ends what was started.
import { Stop } from "./stop.js";

export interface Running {
  url: string;
  close(): Promise<void>;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Resolves at the first signal; the second one ends the process as if nobody listened. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of SIGNALS) process.once(name, () => resolve());
  });
}

export interface Until {
  /** Made before the start where a start that is cut short would leave something behind. */
  signal?: Promise<void>;
  /** Resolves, with its status, if a server ends by itself. */
  ended?: Promise<number>;
}

/** Resolves after a signal, when everything is closed; stops the command if a server ends by itself. */
export async function untilStopped(
  running: Pick<Running, "close">[],
  { signal = stopSignal(), ended }: Until = {},
): Promise<void> {
  const status = await (ended ? Promise.race([signal, ended]) : signal);
  await Promise.all(running.map((one) => one.close()));
  if (typeof status === "number") throw new Stop(`The mock ended by itself, with status ${status}.`);
}
