// A terminal whose session is written down: commands as typed, what they printed, how long they took. Runs them in
// the system's shell, as a person would.
import { type ChildProcess, spawn } from "node:child_process";
import { Stop } from "../../src/cli/stop.js";

export interface Entry {
  command: string;
  output: string;
  seconds: number;
}

export interface Server extends Entry {
  stop(): Promise<void>;
}

/** Longest wait for a command to end or for a server to be ready. */
const PATIENCE_MS = 180_000;

export class Terminal {
  readonly entries: Entry[] = [];

  constructor(public folder: string) {}

  /** Runs a command to its end. It must succeed. */
  async run(command: string): Promise<string> {
    const began = performance.now();
    const { child, text } = this.start(command);
    const code = await ended(child);
    if (code !== 0) throw new Stop(`\`${command}\` ended with status ${code}:\n${text()}`);
    return this.note(command, text(), began).output;
  }

  /** Starts a command that goes on, and waits until it has printed what says that it is ready. */
  async serve(command: string, ready: RegExp): Promise<Server> {
    const began = performance.now();
    const { child, text } = this.start(command);
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on("data", () => ready.test(text()) && resolve());
      child.once("close", () => reject(new Stop(`\`${command}\` ended before it was ready:\n${text()}`)));
    });
    return { ...this.note(command, text(), began), stop: () => interrupt(child) };
  }

  private start(command: string): { child: ChildProcess; text(): string } {
    const options = { cwd: this.folder, shell: true, detached: process.platform !== "win32" };
    const child = spawn(command, { ...options, stdio: ["ignore", "pipe", "pipe"], timeout: PATIENCE_MS });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    return { child, text: () => text };
  }

  private note(command: string, output: string, began: number): Entry {
    const entry = { command, output, seconds: (performance.now() - began) / 1000 };
    this.entries.push(entry);
    return entry;
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("close", resolve));
}

/** As Ctrl-C does: everything that the command started gets the signal, not the shell alone. */
async function interrupt(child: ChildProcess): Promise<void> {
  const over = ended(child);
  if (process.platform === "win32") child.kill("SIGINT");
  else process.kill(-(child.pid ?? 0), "SIGINT");
  await over;
}
