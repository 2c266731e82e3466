// Waits for Ctrl-C, then ends what was started. May use Node only.
import { Stop } from "./stop.js";

export interface Running {
  url: string;
  close(): Promise<void>;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Resolves after a signal, when everything is closed; stops the command if a server ends by itself. */
export async function untilStopped(
  running: Pick<Running, "close">[],
  ended?: Promise<number>,
): Promise<void> {
  const signal = new Promise<void>((resolve) => {
    for (const name of SIGNALS) process.once(name, () => resolve());
  });
  const status = await (ended ? Promise.race([signal, ended]) : signal);
  await Promise.all(running.map((one) => one.close()));
  if (typeof status === "number") throw new Stop(`The mock ended by itself, with status ${status}.`);
}
