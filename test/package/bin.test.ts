// `npx autoshares-cancel` in somebody's project: the packed tarball, installed by npm into an empty folder.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { npm } from "../../scripts/lib/process.js";
import { parseCurl } from "../helpers.js";
import { packed } from "./packed.js";

let folder: string;
let project: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bin-"));
  project = join(folder, "project");
  await mkdir(project);
  await writeFile(join(project, "package.json"), JSON.stringify({ private: true }));
  await npm(["install", ...QUIET, packed.tarball], { cwd: project });
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

const WINDOWS = process.platform === "win32";
const QUIET = ["--no-audit", "--no-fund", "--prefer-offline"];

/** As `npx` does, which is a script for a shell on Windows; never out of the registry. */
function npx(...args: string[]): Started {
  const path = process.env.npm_execpath;
  const [command, ...first] = path ? [process.execPath, path] : ["npm"];
  return start(command, [...first, "exec", "--no", "--loglevel=error", "--", "autoshares-cancel", ...args]);
}

interface Started {
  child: ChildProcess;
  printed: () => string;
}

function start(command: string, args: string[]): Started {
  // A group of its own, so that it can be given Ctrl-C as a terminal gives it: to npm and to what npm runs.
  const child = spawn(command, args, { cwd: project, detached: !WINDOWS });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk) => (text += chunk));
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) ctrlC(child);
  });
  return { child, printed: () => text };
}

function ctrlC({ pid = 0 }: ChildProcess): void {
  if (WINDOWS) spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"]);
  else process.kill(-pid, "SIGINT");
}

/** The status it ends with, and the lines it printed. */
async function ends({ child, printed }: Started) {
  const [status] = await once(child, "close");
  return { status, lines: printed().trimEnd().split("\n") };
}

async function served({ printed }: Started): Promise<string> {
  await expect.poll(printed, { timeout: 60_000 }).toMatch(/Prism is listening|Ctrl-C/);
  return /http:\/\/[\d.:]+/.exec(printed())?.[0] ?? "";
}

/** Resolves with the status when nothing of it is left. */
async function stops({ child }: Started, url: string): Promise<number | null> {
  const closed = once(child, "close");
  ctrlC(child);
  const [status] = await closed;
  await expect(fetch(url)).rejects.toThrow();
  return status;
}

// The tests below go on from one another: Prism comes into the project by the line that the mock says.

test("the sandbox starts in an empty project, without Prism, and its commands do what they say", async () => {
  expect(await readdir(join(project, "node_modules"))).not.toContain("@stoplight");
  const started = npx("sandbox", "--port", "0");
  const url = await served(started);
  const commands = started.printed().match(/curl .*/g) ?? [];
  const answers = [];
  for (const command of commands) answers.push((await fetch(...parseCurl(command))).status);
  expect(answers).toEqual([204, 204, 200, 401, 409, 200]);
  await stops(started, url);
});

// npm has a status of its own after Ctrl-C, and Windows has no Ctrl-C that could be sent from here.
test.skipIf(WINDOWS)(
  "the command that npm puts into node_modules/.bin ends with status 0 on Ctrl-C",
  async () => {
    const started = start(join(project, "node_modules/.bin/autoshares-cancel"), ["sandbox", "--port", "0"]);
    expect(await stops(started, await served(started))).toBe(0);
  },
);

test("the version is the package's, and an unknown command is refused with status 64", async () => {
  const { version } = JSON.parse(
    await readFile(join(project, "node_modules/autoshares-cancel/package.json"), "utf8"),
  );
  expect(await ends(npx("--version"))).toEqual({ status: 0, lines: [version] });
  expect(await ends(npx("sandox"))).toEqual({
    status: 64,
    lines: [
      'There is no command "sandox". Did you mean sandbox? Commands: check, orders, cancel, cancel-all, sandbox, mock, help.',
    ],
  });
});

test("the mock, and a spec of one's own, say what to install, and serve once that is done", async () => {
  const without = await ends(npx("mock", "--port", "0"));
  expect(without.status).toBe(1);
  expect(without.lines).toEqual([
    expect.stringMatching(/^The mock is Prism, which is not installed: run `npm /),
  ]);
  const own = ["sandbox", "--port", "0", "--spec", "node_modules/autoshares-cancel/openapi/openapi.yaml"];
  const [, install = ""] = /`npm (.+)`/.exec(without.lines.join()) ?? [];
  expect((await ends(npx(...own))).lines).toEqual([
    `A spec of your own is rendered by Prism, which is not installed: run \`npm ${install}\`.`,
  ]);

  await npm([...install.split(" "), ...QUIET], { cwd: project });
  for (const args of [["mock", "--port", "0"], own]) {
    const started = npx(...args);
    const url = await served(started);
    const credentials = { "Et-App-Key": "any", Username: "any", Password: "any" };
    const { status } = await fetch(`${url}/token`, { method: "POST", headers: credentials });
    expect([args[0], status]).toEqual([args[0], args[0] === "mock" ? 200 : 401]);
    await stops(started, url);
  }
}, 240_000);
