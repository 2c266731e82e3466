// Runs the contract in Cloudflare's workerd: a worker that runs the checks when it is asked to; and the
// sandbox as a Worker, with a client of this Node. Node only.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { cancel, createClient } from "../../src/index.js";
import { programVersion } from "./command.js";
import type { Outcome, Result, Suite } from "./suite.js";

/** Its network service reaches public addresses only, unless told; the contract's server is on this machine. */
function config({ worker, sandbox }: Suite): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    ( name = "contract", worker = ${workerOf(worker)} ),
    ( name = "sandbox", worker = ${workerOf(sandbox)} ),
    ( name = "internet", network = ( allow = ["public", "private", "local"] ) ),
  ],
  sockets = [
    ( name = "contract", address = "127.0.0.1:0", http = (), service = "contract" ),
    ( name = "sandbox", address = "127.0.0.1:0", http = (), service = "sandbox" ),
  ],
);
`;
}

const workerOf = (path: string) =>
  `( modules = [( name = "worker.js", esModule = embed "${basename(path)}" )], compatibilityDate = "2026-01-01" )`;

export async function runInWorkerd(program: string, suite: Suite, serverUrl: string): Promise<Outcome> {
  const { folder } = suite;
  const path = join(folder, "workerd.capnp");
  await writeFile(path, config(suite));
  // It reports the ports that the system chose as lines of JSON on a descriptor of our choice.
  const child = spawn(program, ["serve", path, "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  try {
    const [contract, sandbox] = await listeningPorts(child.stdio[3] as Readable, child.stderr);
    const response = await fetch(`http://127.0.0.1:${contract}/?server=${encodeURIComponent(serverUrl)}`);
    if (!response.ok) throw new Error(`the worker answered ${response.status}: ${await response.text()}`);
    const results = [...(await response.json()), await canceledInSandbox(`http://127.0.0.1:${sandbox}`)];
    return { version: await programVersion(program), results };
  } finally {
    child.kill();
    await ended;
  }
}

/** Orders at once, quick and slow: a Worker must not answer one request out of the time of another. */
const CANCELS: [orderId: number, via: "api" | "venue", verdict: string][] = [
  [73552, "api", "canceled"],
  [80002, "venue", "canceled"],
  [80008, "venue", "canceled"],
  [80001, "api", "too-late"],
  [80003, "venue", "still-open"],
];

async function canceledInSandbox(baseUrl: string): Promise<Result> {
  const credentials = { username: "trader", password: "sandbox" };
  const client = createClient({ baseUrl, appKey: "sandbox-app-key", credentials });
  const verdicts = CANCELS.map(async ([orderId, via, expected]) => {
    const { verdict } = await cancel(client, { accountId: 6303, orderId, via });
    return verdict === expected ? [] : [`order ${orderId} is ${verdict}, not ${expected}`];
  });
  const problem = (await Promise.all(verdicts)).flat().join("; ");
  return { name: "the sandbox is a Worker", ...(problem && { problem }) };
}

/** Those of the sockets, in the order of the configuration. */
function listeningPorts(reports: Readable, errors: Readable | null): Promise<number[]> {
  return new Promise((resolve, reject) => {
    let reported = "";
    let complaint = "";
    errors?.setEncoding("utf8").on("data", (text) => {
      complaint += text;
    });
    reports.setEncoding("utf8").on("data", (text) => {
      reported += text;
      const ports = ["contract", "sandbox"].map((name) =>
        Number(new RegExp(`"socket":"${name}","port":(\\d+)`).exec(reported)?.[1]),
      );
      if (!ports.some(Number.isNaN)) resolve(ports);
    });
    reports.once("close", () => reject(new Error(`workerd ended before it listened: ${complaint}`)));
  });
}
