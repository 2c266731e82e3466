// Owns the process of Prism's own command: its start, its log and its end.
import { type ChildProcess, spawn } from "node:child_process";
import { findPrism } from "../sandbox/node/prism.js";
import { mockedSpec } from "./mocked-spec.js";
import { freePort, HOST } from "./port.js";
import type { Running } from "./running.js";
import { Stop, stopWith } from "./stop.js";

export interface PrismOptions {
  spec: string;
  /** 0 lets the system choose. */
  port: number;
  host?: string;
  /** Receives what Prism prints. */
  print?: (text: string) => void;
}

export type RunningPrism = Running & { ended: Promise<number> };

/** Resolves when Prism listens. Invalid requests and invalid examples are errors; any origin may call. */
export async function startPrism({ spec, port, host = HOST, print }: PrismOptions): Promise<RunningPrism> {
  const command = prism();
  const [free, mocked] = await Promise.all([freePort(port, host), mockedSpec(spec)]);
  const args = [command, "mock", mocked.path, "--host", host, "--port", String(free), "--cors", "--errors"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  // Should this process die of something else than a signal, Prism must not stay behind on its port.
  process.once("exit", () => child.kill());
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  ended.then(mocked.remove);
  await listening(child, ended, print);
  return {
    url: `http://${host}:${free}`,
    ended,
    async close() {
      child.kill();
      await ended;
    },
  };
}

function prism(): string {
  try {
    return findPrism("The mock is Prism, which");
  } catch (error) {
    return stopWith(error);
  }
}

function listening(
  child: ChildProcess,
  ended: Promise<number>,
  print?: (text: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const read = (chunk: string) => {
      print?.(chunk);
      printed += chunk;
      if (printed.includes("Prism is listening")) resolve();
      // What follows is one line per request, which nobody needs to keep.
      if (printed.length > 100_000) printed = "";
    };
    child.stdout?.setEncoding("utf8").on("data", read);
    child.stderr?.setEncoding("utf8").on("data", read);
    ended.then((code) => reject(new Stop(`Prism ended with status ${code}:\n${printed}`)));
  });
}
