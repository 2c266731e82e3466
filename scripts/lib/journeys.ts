// Plays the journeys (openapi/journeys.arazzo.yaml) by Redocly's `respect`, and says in a few lines what came of it.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eachOperation, type OpenApi } from "../../src/sandbox/openapi.js";
import { Stop } from "./cli.js";
import { JOURNEYS, shown } from "./paths.js";
import { redocly } from "./redocly.js";
import { readYaml } from "./spec.js";

interface Workflow {
  workflowId: string;
  summary: string;
  inputs?: { properties?: Record<string, unknown> };
  steps: { stepId: string; operationId?: string }[];
}

interface JourneyFile {
  sourceDescriptions: { name: string }[];
  workflows: Workflow[];
}

/** What `respect` writes of a step. One that is tried again is listed once for each try. */
interface Executed {
  stepId: string;
  request: { method: string; url: string };
  response: { statusCode: number; body?: unknown };
  checks: { passed: boolean; name: string; message: string; condition?: string }[];
}

interface Report {
  files: Record<
    string,
    { executedWorkflows: { workflowId: string; status: string; executedSteps: Executed[] }[] }
  >;
}

interface PlayedStep {
  id: string;
  /** Method and address. */
  request: string;
  /** 0 where no answer came. */
  status: number;
  body: unknown;
  tries: number;
  /** What was wanted of the last try and not met. */
  unmet: string[];
}

export interface PlayedJourney {
  id: string;
  summary: string;
  passed: boolean;
  steps: PlayedStep[];
}

export interface PlayOptions {
  server: string;
  /** For every journey that has an input of the name, in place of its default. */
  inputs?: Record<string, string>;
  /** Names of the journeys to play; all if left out. */
  only?: string[];
  /** Another file than the project's own. */
  file?: string;
}

/** Says which operations no journey passes through; undefined if there are none. */
export function withoutJourney(spec: OpenApi, workflows: Workflow[]): string | undefined {
  const used = workflows.flatMap(({ steps }) => steps.map(({ operationId }) => operationId));
  const ids = eachOperation(spec).map(({ operation }) => operation.operationId);
  const missing = ids.filter((id) => !used.includes(id));
  if (missing.length === 0) return undefined;
  return `No journey passes through ${missing.join(", ")}: add one to ${shown(JOURNEYS)}.`;
}

export function readJourneys(file = JOURNEYS): Promise<JourneyFile> {
  return readYaml(file);
}

/** Plays one after the other, in one process. Stops if they cannot be played at all. */
export async function playJourneys(options: PlayOptions): Promise<PlayedJourney[]> {
  const { file = JOURNEYS, server, inputs = {} } = options;
  const { sourceDescriptions, workflows } = await readJourneys(file);
  const chosen = choose(workflows, options.only);
  checkInputs(chosen, Object.keys(inputs));
  // By environment, which other users of the machine cannot read, as they can a command line.
  const env = {
    REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
    REDOCLY_CLI_RESPECT_SERVER: JSON.stringify({ [sourceDescriptions[0]?.name ?? ""]: server }),
  };
  const report = await respect(file, chosen, env);
  const executed = Object.values(report.files).flatMap((one) => one.executedWorkflows);
  return executed.map(({ workflowId, status, executedSteps }) => ({
    id: workflowId,
    summary: chosen.find((one) => one.workflowId === workflowId)?.summary ?? "",
    passed: status === "success",
    steps: stepsOf(executedSteps),
  }));
}

function choose(workflows: Workflow[], only: string[] | undefined): Workflow[] {
  const known = workflows.map(({ workflowId }) => workflowId);
  const unknown = only?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Stop(`There is no journey "${unknown}". Journeys: ${known.join(", ")}.`);
  return workflows.filter(({ workflowId }) => only?.includes(workflowId) ?? true);
}

/** Redocly passes over an input that nobody has, and plays with the default that was to be replaced. */
function checkInputs(workflows: Workflow[], given: string[]): void {
  const known = new Set(workflows.flatMap(({ inputs }) => Object.keys(inputs?.properties ?? {})));
  const unknown = given.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new Stop(`There is no input "${unknown}". Inputs: ${[...known].join(", ")}.`);
}

async function respect(file: string, workflows: Workflow[], env: NodeJS.ProcessEnv): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "autoshares-cancel-"));
  const out = join(folder, "report.json");
  try {
    const names = workflows.flatMap(({ workflowId }) => ["--workflow", workflowId]);
    const args = ["respect", file, ...names, "--json-output", out, "--max-fetch-timeout", "15000"];
    const { code, stdout, stderr } = await redocly(args, env);
    const text = await readFile(out, "utf8").catch(() => {
      throw new Stop(
        `The journeys could not be played: Redocly ended with status ${code}.\n${stdout}${stderr}`,
      );
    });
    return JSON.parse(text) as Report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function stepsOf(executed: Executed[]): PlayedStep[] {
  const steps = new Map<string, PlayedStep>();
  for (const { stepId: id, request, response, checks } of executed) {
    steps.set(id, {
      id,
      request: `${request.method.toUpperCase()} ${request.url}`.trim(),
      status: response.statusCode,
      body: response.body,
      tries: (steps.get(id)?.tries ?? 0) + 1,
      unmet: unmetOf(checks),
    });
  }
  return [...steps.values()];
}

/** Conditions, and what Redocly says of a check that has none. An error only where it is all there is to say. */
function unmetOf(checks: Executed["checks"]): string[] {
  const failed = checks.filter(({ passed }) => !passed);
  const checked = failed.filter(({ name }) => name !== "unexpected error");
  return (checked.length > 0 ? checked : failed).map(
    ({ condition, name, message }) => condition ?? `${name}: ${message.trim().replaceAll(/\s+/g, " ")}`,
  );
}

/** A journey as a person reads it: what happened on one line, and of a failed step all that is known. */
export function told({ id, summary, passed, steps }: PlayedJourney): string {
  const failed = steps.filter(({ unmet }) => unmet.length > 0);
  return [
    `${passed ? "✓" : "✗"} ${id}: ${summary}`,
    `  ${steps.map(stepInShort).join(", ")}`,
    ...failed.flatMap((step) => [
      `  ✗ ${step.id}: ${step.request} → ${step.status || "no answer"}${said(step.body)}`,
      ...step.unmet.map((one) => `    not met: ${one}`),
    ]),
  ].join("\n");
}

function stepInShort({ id, status, tries }: PlayedStep): string {
  return `${id} ${status || "no answer"}${tries > 1 ? ` (${tries} times)` : ""}`;
}

/** Only what cannot be a secret: an answer may hold a token. */
function said(body: unknown): string {
  const { Status, message, Message, error } = (body ?? {}) as Record<string, unknown>;
  if (typeof Status === "string") return `, Status ${Status}`;
  const text = message ?? Message ?? error;
  return typeof text === "string" ? `, "${text}"` : "";
}

/** Where the first journey that failed did. */
export function failuresOf(journeys: PlayedJourney[]): string[] {
  return journeys
    .filter(({ passed }) => !passed)
    .map(({ id, steps }) => `${id} at ${steps.find(({ unmet }) => unmet.length > 0)?.id ?? "its end"}`);
}
