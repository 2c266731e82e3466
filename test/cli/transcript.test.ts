// Every run that the guide shows is run again, against the sandbox that a reader has, and prints what the guide says. When it prints something
// else on purpose: `npx vitest run --project quick test/cli/transcript.test.ts -u` writes that into the guide.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import type { Sandbox } from "../../src/sandbox/index.js";
import { temporaryFolder } from "../helpers.js";
import { sandboxOf } from "../sandbox/helpers.js";
import { environmentOf } from "./kit.js";

const GUIDE = fromRoot("docs/getting-out-of-the-market.md");
const PROMPT = "$ npx autoshares-cancel ";
const LEFT_OUT = "…";

const REGISTER = pathToFileURL(fromRoot("scripts/lib/register.js")).href;
const BIN = ["--import", REGISTER, fromRoot("src/cli/index.ts")];

interface Shown {
  readonly block: string;
  readonly args: string[];
  readonly printed: string;
}

function runsIn(guide: string): Shown[] {
  return guide.split("```console\n").flatMap((rest) => {
    const block = rest.split("```")[0] ?? "";
    if (!block.startsWith(PROMPT)) return [];
    const [command = "", ...lines] = block.split("\n");
    return { block, args: command.slice(PROMPT.length).split(" "), printed: lines.join("\n") };
  });
}

/** What a run prints in a terminal, progress apart. */
async function printedBy(sandbox: Sandbox, args: string[], cwd: string): Promise<string> {
  const path = join(cwd, "printed.txt");
  const file = await open(path, "w");
  // One file for both, as on a terminal.
  const stdio = ["ignore", file.fd, file.fd] as const;
  const env = { ...process.env, ...environmentOf(sandbox) } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, [...BIN, ...args], { cwd, env, stdio: [...stdio] });
  const [status] = await once(child, "close");
  await file.close();
  expect(status).toBe(0);
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => !line.startsWith("["));
  return lines.join("\n");
}

/** As long as it is shown: `…` stands for the lines that are left out. */
function shortenedAs(shown: string, fresh: string): string {
  const at = shown.split("\n").indexOf(LEFT_OUT);
  return at < 0 ? fresh : [...fresh.split("\n").slice(0, at), LEFT_OUT, ""].join("\n");
}

/** Times differ from run to run. */
const normalized = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME");

test("every run in the guide goes as it is shown, with a sandbox as `npx autoshares-cancel sandbox` starts it", async () => {
  const guide = await readFile(GUIDE, "utf8");
  const sandbox = await sandboxOf({ clock: "real" });
  const cwd = await temporaryFolder();
  const runs = runsIn(guide);
  expect(runs.length).toBeGreaterThan(5);
  let now = guide;
  for (const { block, args, printed } of runs) {
    const fresh = shortenedAs(printed, await printedBy(sandbox, args, cwd));
    if (normalized(fresh) !== normalized(printed))
      now = now.replace(block, () => `${PROMPT}${args.join(" ")}\n${fresh}`);
  }
  await expect(now).toMatchFileSnapshot(GUIDE);
});
