// Owns where the commands listen, and the check of a port before it is taken.
import { createServer } from "node:net";
import { DEFAULTS } from "../sandbox/defaults.js";
import type { OptionTable } from "./options.js";
import { Stop } from "./stop.js";

export const HOST = DEFAULTS.host;
export const API_PORT = 4010;

export const WHERE = {
  port: {
    takes: "N",
    does: "Port to listen on, 0 to 65535; 0 lets the system choose.",
    default: String(API_PORT),
  },
  host: { takes: "NAME", does: "Address to listen on; 0.0.0.0 lets other machines in.", default: HOST },
} as const satisfies OptionTable;

/** A TCP port out of text, 0 to 65535, where 0 lets the system choose. `option` is what it was given by. */
export function portNumber(text: string | undefined, fallback: number, option = "port"): number {
  if (text === undefined) return fallback;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Stop(`--${option} ${text} is not a port: give a number from 0 to 65535.`);
  return port;
}

/** Resolves with the port if it can be listened on, or with a free one for 0. */
export function freePort(port: number, host: string, option = "port"): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE" ? portTaken(port, option) : new Stop(`Port ${port}: ${error.message}.`),
      );
    });
    probe.listen(port, host, () => {
      const { port: found } = probe.address() as { port: number };
      probe.close(() => resolve(found));
    });
  });
}

function portTaken(port: number, option = "port"): Stop {
  return new Stop(`Port ${port} is in use. End what listens there, or choose another with --${option}.`);
}
