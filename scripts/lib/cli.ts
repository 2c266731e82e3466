// What every script shares with the person who runs it: options, one clear line on failure, ports.
// May use Node only.
import { createServer } from "node:net";
import { parseArgs } from "node:util";

/** A failure that the user can mend: shown as its message alone, without a stack. */
export class Stop extends Error {}

/** Runs a script. A {@link Stop} becomes its own text on stderr and exit status 1. */
export async function run(script: () => Promise<void>): Promise<void> {
  try {
    await script();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

type Kind = "string" | "boolean";
type Values<T extends Record<string, Kind>> = { [K in keyof T]?: T[K] extends "string" ? string : boolean };

/** Reads `--name value` and `--flag`; anything else stops the script and names what there is. */
export function options<const T extends Record<string, Kind>>(known: T): Values<T> {
  const config = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }]));
  try {
    return parseArgs({ options: config, strict: true }).values as Values<T>;
  } catch (error) {
    const names = Object.keys(known).map((name) => `--${name}`);
    const reason = String((error as Error).message).split(". ")[0];
    throw new Stop(`${reason}. Options here: ${names.join(", ") || "none"}.`);
  }
}

/** A TCP port out of text, 0 to 65535, where 0 lets the system choose. */
export function portNumber(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Stop(`--port ${text} is not a port: give a number from 0 to 65535.`);
  return port;
}

/** Resolves with the port if it can be listened on, or with a free one for 0. */
export function freePort(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? portTaken(port) : new Stop(`Port ${port}: ${error.message}.`));
    });
    probe.listen(port, host, () => {
      const { port: found } = probe.address() as { port: number };
      probe.close(() => resolve(found));
    });
  });
}

export function portTaken(port: number): Stop {
  return new Stop(`Port ${port} is in use. End what listens there, or choose another port.`);
}
