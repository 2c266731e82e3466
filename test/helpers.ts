// What tests share: a real Prism, our own commands as a user runs them, the spec, temporary folders.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { fromRoot, ROOT, SPEC } from "../scripts/lib/paths.js";
import { redocly } from "../scripts/lib/redocly.js";
import { type Sample, samplesOf } from "../scripts/lib/samples/sample.js";
import { REPOSITORY, runScript as runScriptHere } from "../scripts/lib/script.js";
import { Stop } from "../src/cli/stop.js";
import { DEFAULTS } from "../src/sandbox/defaults.js";
import type { Example, OpenApi, Operation, Response } from "../src/sandbox/openapi.js";
import { eachOperation, resolveRef } from "../src/sandbox/openapi.js";

export const specText = readFileSync(SPEC, "utf8");
export const spec = parse(specText) as OpenApi;

/** The operations that the package promises to have; the spec may have more. */
export const PROMISED = [
  "cancelMutualFundOrder",
  "cancelOrder",
  "cancelSyncOrder",
  "cancelTransfer",
  "createToken",
  "getOrder",
  "getSyncOrder",
  "listOrders",
  "listSyncOrders",
];

/** Every named example of every answer of every operation. */
export interface NamedAnswer {
  operation: Operation;
  method: string;
  path: string;
  status: string;
  name: string;
  value: unknown;
}

export const namedAnswers: NamedAnswer[] = eachOperation(spec).flatMap(({ operation, method, path }) =>
  Object.entries(operation.responses).flatMap(([status, reference]) => {
    const { content = {} } = resolveRef<Response>(spec, reference);
    const examples = Object.values(content).flatMap((media) => Object.entries(media.examples ?? {}));
    return examples.map(([name, example]) => ({
      operation,
      method: method.toUpperCase(),
      path,
      status,
      name,
      value: resolveRef<Example>(spec, example).value,
    }));
  }),
);

/** A request per operation by its id, made of the examples that the spec gives to what is required. */
const requests = samplesOf(spec, DEFAULTS);

/** As above; fails if there is none. */
export function requestOf(operationId: string): Sample {
  const request = requests.get(operationId);
  if (!request) throw new Error(`no operation ${operationId}`);
  return request;
}

export const CREDENTIALS = {
  "Et-App-Key": "any",
  Authorization: "Bearer any",
  Username: "trader",
  Password: "sandbox",
};

/** A folder of its own, gone when the test is over. */
export async function temporaryFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, "autoshares-cancel-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the spec, changed. Fails if the change changes nothing: then it would prove nothing. */
export async function changedSpec(change: (text: string) => string): Promise<string> {
  const path = join(await temporaryFolder(), "openapi.yaml");
  await writeFile(path, changedText(change));
  return path;
}

export function changedText(change: (text: string) => string): string {
  const text = change(specText);
  if (text === specText) throw new Error("the change left the spec as it was");
  return text;
}

/** Method, address and headers of a printed curl command. */
export function parseCurl(command: string): [string, RequestInit] {
  const headers = [...command.matchAll(/-H "([^:"]+): ([^"]*)"/g)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
  const url = /https?:\/\/\S+/.exec(command)?.[0] ?? "";
  return [url, { method: /-X (\w+)/.exec(command)?.[1] ?? "GET", headers: Object.fromEntries(headers) }];
}

export interface Ran {
  code: number | null;
  output: string;
}

/** Runs one of our scripts in this process: the message and the status that it stops with, or the help it prints. */
export async function runScript(name: string, ...args: string[]): Promise<Ran> {
  const { default: script } = await import(fromRoot(`scripts/${name}.ts`));
  const lines: string[] = [];
  try {
    await runScriptHere(script, args, REPOSITORY, (text) => void lines.push(text));
    return { code: 0, output: lines.join("\n") };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { code: error.status, output: `${error.message}\n` };
  }
}

/** Arguments for Node that start one of our scripts as npm does. */
export const scriptArgs = (name: string, ...args: string[]): string[] => [
  fromRoot("scripts/run.js"),
  name,
  ...args,
];

export function runNode(args: string[], cwd = ROOT): Promise<Ran> {
  return runProgram(process.execPath, args, cwd);
}

/** Keeps a proxy of the machine's out of what is said to a server on this machine. */
const DIRECT = { NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" };

export function runProgram(command: string, args: string[], cwd = ROOT): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...DIRECT };
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (output += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

export interface Started {
  /** All that it has printed so far. */
  printed(): string;
  /** Ends it as Ctrl-C does; resolves with its exit status. */
  stop(): Promise<number | null>;
}

/** Starts one of our scripts and resolves when its output holds what is waited for. Ended with the test. */
export function startScript(name: string, args: string[], waitFor: RegExp): Promise<Started> {
  const child = spawn(process.execPath, scriptArgs(name, ...args), { cwd: ROOT });
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const stop = () => {
    child.kill("SIGINT");
    return ended;
  };
  onTestFinished(async () => void (await stop()));
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (text: string) => {
      output += text;
      if (waitFor.test(output)) resolve({ printed: () => output, stop });
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    ended.then((code) => reject(new Error(`${name} ended with ${code}:\n${output}`)));
  });
}

/** What the linter says of each file, as the rules it breaks. One start of it takes longer than many files. */
export async function brokenRules(...paths: string[]): Promise<string[][]> {
  const { stdout } = await redocly(["lint", ...paths, "--format=json", "--config", fromRoot("redocly.yaml")]);
  // One object for each file, with nothing between them.
  const reports = JSON.parse(`[${stdout.replaceAll(/^\}\{$/gm, "},{")}]`) as {
    problems: { ruleId: string }[];
  }[];
  return reports.map(({ problems }) => [...new Set(problems.map(({ ruleId }) => ruleId))]);
}
