// What others' tools think of the spec: Redocly's score, and Spectral's rules for OpenAPI. May use Redocly and Spectral.
import { join } from "node:path";
import { fromRoot, SPEC } from "../../scripts/lib/paths.js";
import { runCommand } from "../../scripts/lib/process.js";
import { redocly } from "../../scripts/lib/redocly.js";
import { CACHE } from "./matrix.js";

export const LEAST_SCORE = 90;

/** Of 100; NaN where there is none. */
export async function score(): Promise<number> {
  const { stdout } = await redocly(["score", SPEC, "--format", "json"]);
  return Number(/"agentReadiness": ([\d.]+)/.exec(stdout)?.[1]);
}

/** The errors that Spectral finds, a line each. */
export async function spectralErrors(node: string): Promise<string[]> {
  const command = join(CACHE, "node_modules/@stoplight/spectral-cli/dist/index.js");
  const ruleset = fromRoot("benchmarks/generators/spectral.yaml");
  const options = ["--ruleset", ruleset, "--format", "text", "--fail-severity", "error"];
  const { code, stdout, stderr } = await runCommand(node, [command, "lint", SPEC, ...options]);
  if (code === 0) return [];
  return `${stdout}${stderr}`.split("\n").filter((line) => line.includes(" error "));
}
