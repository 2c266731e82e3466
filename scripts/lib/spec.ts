// Reads the spec, and refuses one that is broken: with file, line and reason. May use Node, yaml, Redocly.
import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import { Stop } from "./cli.js";
import type { OpenApi } from "./openapi.js";
import { LINT_CONFIG, shown } from "./paths.js";
import { redocly } from "./redocly.js";

/** Reads and lints the spec at `path`; stops with every problem in it, one a line. */
export async function readSpec(path: string): Promise<OpenApi> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Stop(`${shown(path)}: no such file.`);
  });
  const spec = parseYaml(path, text);
  const problems = await lintSpec(path);
  if (problems.length > 0) throw new Stop([...problems, broken(path, problems.length)].join("\n"));
  return spec;
}

function parseYaml(path: string, text: string): OpenApi {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lines = document.errors.map((error) => {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return `${shown(path)}:${line}:${col} ${error.message} (yaml)`;
  });
  if (lines.length > 0) throw new Stop([...lines, broken(path, lines.length)].join("\n"));
  return document.toJS() as OpenApi;
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

/** Every problem as `file:line:column message (rule)`, without repetitions. */
async function lintSpec(path: string): Promise<string[]> {
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
