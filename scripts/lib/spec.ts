// Reads the spec and the journeys, and refuses what is broken: with file, line and reason.
import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import { Stop } from "../../src/cli/stop.js";
import type { OpenApi } from "../../src/sandbox/openapi.js";
import { LINT_CONFIG, shown } from "./paths.js";
import { withPlainPath } from "./plain-path.js";
import { redocly } from "./redocly.js";

/** Reads and lints the spec at `path`; stops with every problem in it, one a line. */
export async function readSpec(path: string): Promise<OpenApi> {
  const spec = await readYaml<OpenApi>(path);
  await lintFile(path);
  return spec;
}

/** Reads a file that is well-formed, whatever it says; stops at the first place that is not, for the rest follows from it. */
export async function readYaml<T>(path: string): Promise<T> {
  const text = await readFile(path, "utf8").catch((error) => {
    if (error.code !== "ENOENT") throw Object.assign(error, { path });
    throw new Stop(`${shown(path)}: no such file.`);
  });
  const { content, problems } = parseYaml<T>(shown(path), text);
  if (problems[0] !== undefined)
    throw new Stop(`${problems[0]}\n${shown(path)} cannot be read; nothing was written or started.`);
  return content;
}

/** What a text says as YAML, and every problem of its syntax as `name:line:column message`. */
export function parseYaml<T>(name: string, text: string): { content: T; problems: string[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const problems = document.errors.map((error) => {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return `${name}:${line}:${col} ${error.message} (yaml)`;
  });
  if (problems.length > 0) return { content: {} as T, problems };
  try {
    const content = document.toJS();
    if (typeof content === "object" && content !== null) return { content, problems };
    return { content: {} as T, problems: [`${name}:1:1 Must be an object (yaml)`] };
  } catch (error) {
    // Such as an alias of nothing, which the parser looks up only here.
    return { content: {} as T, problems: [`${name}:1:1 ${(error as Error).message} (yaml)`] };
  }
}

function broken(path: string, count: number): string {
  const problems = count === 1 ? "1 problem" : `${count} problems`;
  return `${shown(path)} has ${problems}; nothing was written or started.`;
}

interface Problem {
  ruleId: string;
  message: string;
  location: { source: { ref: string }; start?: { line: number; col: number } }[];
}

async function lintFile(path: string): Promise<void> {
  const problems = await problemsIn(path);
  if (problems.length > 0) throw new Stop([...problems, broken(path, problems.length)].join("\n"));
}

/** As {@link readSpec}, for the journeys: Redocly and our own rules know either. */
export async function lintJourneys(path: string): Promise<void> {
  await readYaml(path);
  await lintFile(path);
}

/** Every problem as `file:line:column message (rule)`, without repetitions. */
async function problemsIn(path: string): Promise<string[]> {
  const { code, stdout, stderr } = await withPlainPath(path, (plain) =>
    redocly(["lint", plain, "--format=json", "--config", LINT_CONFIG]),
  );
  const report = tryParse(stdout);
  if (!report) throw new Stop(`${shown(path)}: ${refusal(stderr, code)}\n${broken(path, 1)}`);
  return [...new Set(report.problems.map((problem) => asLine(path, problem)))];
}

/** Redocly names the reason in a list of one below a frame of words. */
function refusal(stderr: string, code: number | null): string {
  const reason = stderr.split("\n").find((line) => line.trim().startsWith("- "));
  return reason?.trim().slice(2) ?? `the linter ended with status ${code}. ${stderr}`;
}

function tryParse(text: string): { problems: Problem[] } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asLine(path: string, { ruleId, message, location }: Problem): string {
  const { line, col } = location[0]?.start ?? { line: 1, col: 1 };
  return `${shown(path)}:${line}:${col} ${message.trim().replaceAll(/\s*\n\s*/g, " ")} (${ruleId})`;
}
