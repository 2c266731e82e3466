// Runs Redocly's command and keeps its banners and notices out of what our commands print.
// May use Node and paths.ts.
import { spawn } from "node:child_process";
import { REDOCLY_CLI } from "./paths.js";

/** Off: the update notice and the usage report, neither of which concerns who runs our commands. */
const QUIET = { REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off", NO_COLOR: "1" };

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `redocly …args` to its end. Never rejects because of a status. */
export function redocly(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [REDOCLY_CLI, ...args], {
      env: { ...process.env, ...QUIET, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const outcome: Outcome = { code: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => (outcome.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (outcome.stderr += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...outcome, stderr: withoutBanner(outcome.stderr), code }));
  });
}

/** Node 20 gets a framed end-of-life notice at each call. */
function withoutBanner(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/[╔║╚]/.test(line))
    .join("\n")
    .trim();
}
