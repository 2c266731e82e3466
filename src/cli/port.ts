// Ports as the commands take and check them. May use Node only.
import { createServer } from "node:net";
import { Stop } from "./stop.js";

export const HOST = "127.0.0.1";
export const API_PORT = 4010;

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
