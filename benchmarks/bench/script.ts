// Runs a script of this folder with the arguments of this process: its options in one table, which --help prints.

import { main, script } from "../../scripts/lib/script.js";
import type { Command, Place } from "../../src/cli/command.js";
import type { OptionTable } from "../../src/cli/options.js";

const BENCHMARKS: Place = {
  call: (name) => `npm --prefix benchmarks run ${name} --`,
  page: (name) => `benchmarks/${name}`,
};

export function runScript<const T extends OptionTable>(
  parts: Pick<Command<T>, "name" | "summary" | "options" | "run">,
): Promise<void> {
  return main(script({ ...parts, page: "README.md" }), BENCHMARKS);
}
