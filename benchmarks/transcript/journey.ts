// The two ways of a newcomer, really gone: a fresh clone, and an empty project with the packed package. The programs
// are read from docs/getting-started.md, the curl commands from what `npm start` prints.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fromRoot, ROOT } from "../../scripts/lib/paths.js";
import { Stop } from "../../src/cli/stop.js";
import { type Entry, Terminal } from "./terminal.js";

export interface Ports {
  api: number;
  docs: number;
}

/** Clone, install, start, and paste what `npm start` prints. */
export async function inAFreshClone(folder: string, ports?: Ports): Promise<Entry[]> {
  const terminal = new Terminal(folder);
  await terminal.run(`git clone --quiet "${ROOT.replace(/[\\/]$/, "")}" autoshares-cancel`);
  terminal.folder = join(folder, "autoshares-cancel");
  await terminal.run("npm ci");
  const options = ports ? ` -- --port ${ports.api} --docs-port ${ports.docs}` : "";
  const server = await terminal.serve(`npm start${options}`, /Ctrl-C/);
  for (const heading of ["Cancel an order", "See what became", "the order is already filled"])
    await terminal.run(printedUnder(heading, server.output).replace("curl ", "curl --silent --show-error "));
  await server.stop();
  return terminal.entries;
}

/** Install the package as it would be published, start its sandbox, run the programs of the guide. */
export async function inAnEmptyProject(folder: string, tarball: string, ports?: Ports): Promise<Entry[]> {
  const terminal = new Terminal(join(folder, "cancel-demo"));
  await mkdir(terminal.folder);
  await terminal.run("npm init --yes");
  await terminal.run(`npm install ${tarball}`);
  const options = ports ? ` --port ${ports.api}` : "";
  const server = await terminal.serve(`npx autoshares-cancel sandbox${options}`, /Ctrl-C/);
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(server.output)?.[0] ?? "";
  for (const { name, code } of await guidePrograms()) {
    await writeFile(join(terminal.folder, name), code.replaceAll("http://127.0.0.1:4010", address));
    await terminal.run(`node ${name}`);
  }
  await server.stop();
  return terminal.entries;
}

function printedUnder(heading: string, output: string): string {
  const lines = output.split("\n");
  const command = lines[lines.findIndex((line) => line.includes(heading)) + 1]?.trim();
  if (!command?.startsWith("curl ")) throw new Stop(`No command under "${heading}" in:\n${output}`);
  return command;
}

/** Each program of the guide, under the file name that the text before it gives. */
async function guidePrograms(): Promise<{ name: string; code: string }[]> {
  const guide = await readFile(fromRoot("docs/getting-started.md"), "utf8");
  const found = [...guide.matchAll(/`(\w+\.mjs)`[\s\S]*?^```ts\n([\s\S]*?)^```/gm)];
  if (found.length !== 3) throw new Stop(`Found ${found.length} named programs in the guide, not 3.`);
  return found.map(([, name = "", code = ""]) => ({ name, code }));
}
