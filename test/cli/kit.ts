// Owns a command that is run in this process against a sandbox on a port, and what it prints.
import { expect } from "vitest";
import type { Command, Place } from "../../src/cli/command.js";
import { runCommand } from "../../src/cli/command.js";
import type { Environment } from "../../src/cli/environment.js";
import type { Output } from "../../src/cli/output.js";
import { Stop } from "../../src/cli/stop.js";
import type { Sandbox } from "../../src/sandbox/index.js";

export interface Run {
  /** Lines on standard output. */
  readonly lines: string[];
  /** Objects of `--json`. */
  readonly objects: Record<string, unknown>[];
  /** Lines on standard error, the message of a failure included. */
  readonly notes: string[];
  /** What progress was shown. */
  readonly progress: string[];
  status: number;
}

const PLACE: Place = { call: (command) => `npx autoshares-cancel ${command}`, page: (page) => page };

const PASSWORD = "sandbox";

export function environmentOf({ url, appKey, user, password }: Sandbox): Environment {
  return {
    AUTOSHARES_BASE_URL: url,
    AUTOSHARES_APP_KEY: appKey,
    AUTOSHARES_USER: user,
    AUTOSHARES_PASS: password,
  };
}

/** Runs a command to its end. No secret may be in what it prints, whatever it is. */
export async function runIn(
  environment: Environment,
  make: (environment: Environment, output: Output) => Command,
  ...args: string[]
): Promise<Run> {
  const run: Run = { lines: [], objects: [], notes: [], progress: [], status: 0 };
  const output: Output = {
    line: (text) => void run.lines.push(text),
    json: (value) => void run.objects.push(JSON.parse(JSON.stringify(value))),
    note: (text) => void run.notes.push(text),
    screen: { write: (text) => void run.progress.push(text), isTTY: false, columns: 80 },
    exit(status) {
      run.status = status;
    },
  };
  try {
    await runCommand(make(environment, output), PLACE, args, output.line);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    run.notes.push(error.message);
    run.status = error.status;
  }
  const printed = JSON.stringify(run);
  for (const name of ["AUTOSHARES_PASS", "AUTOSHARES_APP_KEY", "AUTOSHARES_TOKEN"]) {
    const secret = environment[name];
    // The sandbox's password is a word of its own address, and of the texts.
    if (secret && secret !== PASSWORD) expect(printed).not.toContain(secret);
  }
  expect(printed).not.toMatch(/sandbox-token-\d/);
  return run;
}
