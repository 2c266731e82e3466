// Runs Redocly's command and keeps its banners and notices out of what our commands print.
import { REDOCLY_CLI } from "./paths.js";
import { type Ended, runCommand } from "./process.js";

/** Off: the update notice and the usage report, neither of which concerns who runs our commands. */
const QUIET = { REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off", NO_COLOR: "1" };

/** Runs `redocly …args` to its end. Never rejects because of a status. */
export async function redocly(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const ended = await runCommand(process.execPath, [REDOCLY_CLI, ...args], {
    // It reads relative paths as the person who typed them means them.
    cwd: process.cwd(),
    env: { ...process.env, ...QUIET, ...env },
  });
  return { ...ended, stderr: withoutBanner(ended.stderr) };
}

/** Node 20 gets a framed end-of-life notice at each call. */
function withoutBanner(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/[╔║╚]/.test(line))
    .join("\n")
    .trim();
}
