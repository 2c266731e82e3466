// Owns how a sample of the reference runs in the page: as it is shown, against a new sandbox each time.
import * as api from "autoshares-cancel";
import { createSandbox } from "autoshares-cancel/sandbox/web";
import { programs, type Surroundings } from "./programs.js";

/** Resolves when the program has ended. `print` is told each line that it writes. */
export async function run(name: string, print: (line: string) => void): Promise<void> {
  const program = programs[name];
  if (!program) throw new Error(`There is no sample ${name}.`);
  const sandbox = createSandbox();
  const write = (...values: unknown[]) => print(values.join(" "));
  const surroundings: Surroundings = { console: { log: write, error: write }, process: { exitCode: 0 } };
  const createClient: typeof api.createClient = (options) =>
    api.createClient({ ...options, fetch: sandbox.fetch });
  try {
    await program({ ...api, createClient }, surroundings);
    if (surroundings.process.exitCode !== 0) print(`Exit status ${surroundings.process.exitCode}`);
  } finally {
    sandbox.close();
  }
}
