// Runs the contract in Cloudflare's workerd: a worker that runs the checks when it is asked to. Node only.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { programVersion } from "./command.js";
import type { Outcome, Suite } from "./suite.js";

/** Its network service reaches public addresses only, unless told; the contract's server is on this machine. */
function config(worker: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    ( name = "main", worker = (
      modules = [( name = "worker.js", esModule = embed "${worker}" )],
      compatibilityDate = "2026-01-01",
    ) ),
    ( name = "internet", network = ( allow = ["public", "private", "local"] ) ),
  ],
  sockets = [( name = "http", address = "127.0.0.1:0", http = (), service = "main" )],
);
`;
}

export async function runInWorkerd(
  program: string,
  { folder, worker }: Suite,
  serverUrl: string,
): Promise<Outcome> {
  const path = join(folder, "workerd.capnp");
  await writeFile(path, config(basename(worker)));
  // It reports the port that the system chose as a line of JSON on a descriptor of our choice.
  const child = spawn(program, ["serve", path, "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  try {
    const port = await listeningPort(child.stdio[3] as Readable, child.stderr);
    const response = await fetch(`http://127.0.0.1:${port}/?server=${encodeURIComponent(serverUrl)}`);
    if (!response.ok) throw new Error(`the worker answered ${response.status}: ${await response.text()}`);
    return { version: await programVersion(program), results: JSON.parse(await response.text()) };
  } finally {
    child.kill();
    await ended;
  }
}

function listeningPort(reports: Readable, errors: Readable | null): Promise<number> {
  return new Promise((resolve, reject) => {
    let reported = "";
    let complaint = "";
    errors?.setEncoding("utf8").on("data", (text) => {
      complaint += text;
    });
    reports.setEncoding("utf8").on("data", (text) => {
      reported += text;
      const port = /"port":(\d+)/.exec(reported)?.[1];
      if (port) resolve(Number(port));
    });
    reports.once("close", () => reject(new Error(`workerd ended before it listened: ${complaint}`)));
  });
}
