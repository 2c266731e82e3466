// Requests a second of each contender, by a load and a server in processes of their own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { build } from "esbuild";
import { PACKAGE } from "../../scripts/lib/consumer.js";
import { fromRoot } from "../../scripts/lib/paths.js";
import { mustRun } from "../../scripts/lib/process.js";
import type { Contender } from "./programs.js";

/** Of one request. Processor time is that of the caller's process: other load on the machine hardly changes it. */
export interface Cost {
  ms: number;
  cpuMicros: number;
}

/** The timeout signal is what most programs would add, and what this client does by itself. */
export type Runner = Contender | "openapi-fetch, with a timeout";

/** One mean per round. */
export type Costs = Record<Runner, Cost[]>;

export interface Throughput {
  /** Version of the Node that was measured. */
  node: string;
  sequential: Costs;
  concurrent: Costs;
  /** Requests for a token that 1,000 concurrent cancels of a cold client sent. */
  tokens: number;
}

/** Slices in multiples of 24: four contenders take turns in so many orders. */
const QUICK = { rounds: 1, slices: 24, requests: 100 };
const THOROUGH = { rounds: 5, slices: 24, requests: 250 };

export async function measureThroughput(folder: string, node: string, quick: boolean): Promise<Throughput> {
  await build({
    entryPoints: ["load", "load-server"].map((name) => fromRoot(`benchmarks/bench/${name}.ts`)),
    outdir: folder,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2022",
    external: [PACKAGE, "openapi-fetch"],
    tsconfigRaw: {},
  });
  const server = spawn(node, [join(folder, "load-server.js")], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(server, "close");
  try {
    const [address] = (await Promise.race([once(server.stdout, "data"), ended])) as [Buffer];
    const { rounds, slices, requests } = quick ? QUICK : THOROUGH;
    const args = [String(address).trim(), rounds, slices, requests].map(String);
    return JSON.parse(await mustRun(node, [join(folder, "load.js"), ...args], { cwd: folder }));
  } finally {
    server.kill();
    await ended;
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Requests a second, the median of all rounds. */
export function rate(costs: Costs, of: Runner): number {
  return 1000 / median(costs[of].map(({ ms }) => ms));
}

export function cpuMicros(costs: Costs, of: Runner): number {
  return median(costs[of].map((cost) => cost.cpuMicros));
}

/** The median of the ratios within each round: what slowed the machine in one round slowed both. */
export function ratio(costs: Costs, of: Runner, to: Runner): number {
  return median(costs[of].map(({ ms }, round) => (costs[to][round]?.ms ?? Number.NaN) / ms));
}
