// Plays the journeys (openapi/journeys.arazzo.yaml) with Redocly's `respect`, and summarizes the result in a few lines.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stop } from "../../src/cli/stop.js";
import { eachOperation, type OpenApi } from "../../src/sandbox/openapi.js";
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

/** A step in the report of `respect`. A repeated step is listed once for each try. */
interface ExecutedStep {
  stepId: string;
  request: { method: string; url: string };
  response: { statusCode: number; body?: unknown };
  checks: { passed: boolean; name: string; message: string; condition?: string }[];
}

interface Report {
  files: Record<
    string,
    { executedWorkflows: { workflowId: string; status: string; executedSteps: ExecutedStep[] }[] }
  >;
}

interface PlayedStep {
  id: string;
  /** Method and address. */
  request: string;
  /** 0 if there was no response. */
  status: number;
  body: unknown;
  tries: number;
  /** Failed checks of the last try. */
  failures: string[];
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

/** Names the operations that are part of no journey; undefined if there are none. */
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
  const servers = Object.fromEntries(sourceDescriptions.map(({ name }) => [name, server]));
  // In the environment, because other users of the machine can read a command line.
  const env = {
    REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
    REDOCLY_CLI_RESPECT_SERVER: JSON.stringify(servers),
  };
  const report = await respect(file, chosen, env);
  const summaries = new Map(chosen.map(({ workflowId, summary }) => [workflowId, summary]));
  const executed = Object.values(report.files).flatMap((one) => one.executedWorkflows);
  return executed.map(({ workflowId, status, executedSteps }) => ({
    id: workflowId,
    summary: summaries.get(workflowId) ?? "",
    passed: status === "success",
    steps: stepsOf(executedSteps),
  }));
}

function choose(workflows: Workflow[], only?: string[]): Workflow[] {
  if (only === undefined) return workflows;
  const names = workflows.map(({ workflowId }) => workflowId);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Stop(`There is no journey "${unknown}". Journeys: ${names.join(", ")}.`);
  return workflows.filter(({ workflowId }) => only.includes(workflowId));
}

/** Redocly ignores an unknown input and uses the default that it should replace. */
function checkInputs(workflows: Workflow[], given: string[]): void {
  const known = new Set(workflows.flatMap(({ inputs = {} }) => Object.keys(inputs.properties ?? {})));
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

function stepsOf(executed: ExecutedStep[]): PlayedStep[] {
  const steps = new Map<string, PlayedStep>();
  for (const { stepId: id, request, response, checks } of executed) {
    const { tries } = steps.get(id) ?? { tries: 0 };
    steps.set(id, {
      id,
      request: `${request.method.toUpperCase()} ${request.url}`.trim(),
      status: response.statusCode,
      body: response.body,
      tries: tries + 1,
      failures: failedChecks(checks),
    });
  }
  return [...steps.values()];
}

/** Failed conditions, or Redocly's message for a check without one. An error only if nothing else failed. */
function failedChecks(checks: ExecutedStep["checks"]): string[] {
  const failed = checks.filter(({ passed }) => !passed);
  const checked = failed.filter(({ name }) => name !== "unexpected error");
  if (checked.length > 0) return checked.map(inWords);
  return failed.map(inWords);
}

function inWords({ name, message, condition }: ExecutedStep["checks"][number]): string {
  if (condition !== undefined) return condition;
  return `${name}: ${message.split(/\s+/).join(" ").trim()}`;
}

/** What happened in a journey on one line, and everything that is known of a failed step. */
export function report({ id, summary, passed, steps }: PlayedJourney): string {
  const mark = passed ? "✓" : "✗";
  const failed = steps.filter(({ failures }) => failures.length > 0);
  return [
    `${mark} ${id}: ${summary}`,
    `  ${steps.map(shortStep).join(", ")}`,
    ...failed.flatMap((step) => [
      `  ✗ ${step.id}: ${step.request} → ${statusOf(step)}${publicPart(step.body)}`,
      ...step.failures.map((one) => `    not met: ${one}`),
    ]),
  ].join("\n");
}

function shortStep(step: PlayedStep): string {
  const { id, tries } = step;
  if (tries > 1) return `${id} ${statusOf(step)} (${tries} times)`;
  return `${id} ${statusOf(step)}`;
}

const statusOf = ({ status }: PlayedStep): number | string => status || "no answer";

/** The status or the message in a body. Nothing else: a body may contain a token. */
function publicPart(body: unknown): string {
  const { Status, message, Message, error } = Object(body) as Record<string, unknown>;
  if (typeof Status === "string") return `, Status ${Status}`;
  const text = [message, Message, error].find((one) => typeof one === "string");
  return text === undefined ? "" : `, "${text}"`;
}

/** Each failed journey and the step where it failed. */
export function failuresOf(journeys: PlayedJourney[]): string[] {
  return journeys.filter(({ passed }) => !passed).map(({ id, steps }) => `${id} at ${failedStep(steps)}`);
}

function failedStep(steps: PlayedStep[]): string {
  const step = steps.find(({ failures }) => failures.length > 0);
  return step?.id ?? "its end";
}
