// What `npm --prefix benchmarks run test:runtimes` prints. Pure.
import { table } from "../../scripts/lib/markdown.js";
import type { Runtime } from "./catalog.js";
import type { Outcome } from "./suite.js";

/** What became of one runtime; without an outcome it was not there, or did not get to its results. */
export interface Tried {
  runtime: Runtime;
  outcome?: Outcome;
  problem?: string;
}

export function failuresOf({ outcome, problem }: Tried): string[] {
  const failed = (outcome?.results ?? []).flatMap((result) =>
    result.problem === undefined ? [] : [`${result.name}: ${result.problem}`],
  );
  return problem === undefined ? failed : [...failed, problem];
}

export const isMissing = ({ outcome, problem }: Tried): boolean => !outcome && problem === undefined;

export function report(all: Tried[]): string {
  const failures = all.flatMap((tried) => failuresOf(tried).map((text) => `${tried.runtime.name}: ${text}`));
  const missing = all
    .filter(isMissing)
    .map(({ runtime }) => `${runtime.name} is not here: ${howToGet(runtime)}.`);
  const passed = all.reduce((sum, tried) => sum + passes(tried), 0);
  return [
    ...failures,
    "",
    table(["runtime", "version", "passed", "failed"], all.map(row)),
    "",
    ...missing,
    `${passed} passed, ${failures.length} failed`,
  ].join("\n");
}

function row(tried: Tried): (string | number)[] {
  const { runtime, outcome } = tried;
  if (isMissing(tried)) return [runtime.name, "not here", "–", "–"];
  return [runtime.name, outcome?.version ?? "?", passes(tried), failuresOf(tried).length];
}

function passes({ outcome }: Tried): number {
  return (outcome?.results ?? []).filter(({ problem }) => problem === undefined).length;
}

function howToGet({ packaged, hint }: Runtime): string {
  return hint ?? `\`npm --prefix benchmarks run test:runtimes -- --install\` installs ${packaged?.version}`;
}
