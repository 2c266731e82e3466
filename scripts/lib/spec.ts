// Reads the spec and the journeys, and refuses what is broken: with file, line and reason. May use Node, yaml,
// Redocly and the rest of this folder.
import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import { Stop } from "./cli.js";
import type { OpenApi } from "./openapi.js";
import { LINT_CONFIG, shown } from "./paths.js";
import { redocly } from "./redocly.js";

/** Reads and lints the spec at `path`; stops with every problem in it, one a line. */
export async function readSpec(path: string): Promise<OpenApi> {
  const spec = await readYaml<OpenApi>(path);
  await lintFile(path);
  return spec;
}

/** Reads a file that is well-formed, whatever it says; stops with every line that is not. */
export async function readYaml<T>(path: string): Promise<T> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Stop(`${shown(path)}: no such file.`);
  });
  const { content, problems } = parseYaml<T>(shown(path), text);
  if (problems.length > 0) throw new Stop([...problems, broken(path, problems.length)].join("\n"));
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
  return { content: problems.length > 0 ? ({} as T) : document.toJS(), problems };
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
  const { code, stdout, stderr } = await redocly(["lint", path, "--format=json", "--config", LINT_CONFIG]);
  const report = tryParse(stdout);
  if (!report) throw new Stop(`${shown(path)}: the linter ended with status ${code}.\n${stderr}`);
  return [...new Set(report.problems.map((problem) => asLine(path, problem)))];
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
