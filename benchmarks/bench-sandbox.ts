// npm --prefix benchmarks run bench:sandbox: DELETE → 204 a second, of the sandbox, of Prism's command and of bare node:http.
import { spawn } from "node:child_process";
import { once } from "node:events";
import autocannon from "autocannon";
import { figureTable } from "../scripts/lib/markdown.js";
import { fromRoot, PRISM_CLI, SPEC, WITH_TYPESCRIPT } from "../scripts/lib/paths.js";
import { freePort } from "../src/cli/port.js";
import { Stop } from "../src/cli/stop.js";
import { measuredOn } from "./bench/machine.js";
import { residentMegabytes } from "./bench/memory.js";
import { runScript } from "./bench/script.js";

interface Server {
  name: string;
  url: string;
  startMs: number;
  megabytes: () => Promise<number>;
  stop: () => Promise<void>;
}

const PATH = "/v1.0/accounts/6303/orders/80005";
const HEADERS = { "Et-App-Key": "sandbox-app-key", Authorization: "Bearer sandbox-token-1" };

await runScript({
  name: "bench:sandbox",
  summary: "Measure DELETE → 204 a second of the sandbox, of Prism's command and of bare node:http.",
  options: {
    seconds: { takes: "N", does: "Length of a slice.", default: "5" },
    rounds: { takes: "N", does: "Slices of each server.", default: "3" },
    million: { does: "Measure the memory over 1,000,000 requests instead." },
  },
  async run(given) {
    const seconds = Number(given.seconds ?? 5);
    const rounds = Number(given.rounds ?? 3);
    console.log(`${measuredOn()}\n`);
    if (given.million) return million();
    const servers = [await sandbox(), await bare(), await prism()];
    try {
      const rates = await slices(servers, seconds, rounds);
      console.log(await report(servers, rates));
    } finally {
      for (const server of servers) await server.stop();
    }
  },
});

/** One slice of each server after the other, so that a slow minute of the machine is everybody's. */
async function slices(servers: Server[], seconds: number, rounds: number): Promise<Map<string, number[]>> {
  const rates = new Map(servers.map(({ name }) => [name, [] as number[]]));
  for (const { url } of servers) await slice(url, 2);
  for (let round = 0; round < rounds; round++)
    for (const { name, url } of servers) rates.get(name)?.push(await slice(url, seconds));
  return rates;
}

async function slice(url: string, seconds: number): Promise<number> {
  const load = { url: url + PATH, method: "DELETE", headers: HEADERS, connections: 10 } as const;
  const result = await autocannon({ ...load, duration: seconds });
  const answered = result["2xx"];
  if (result.non2xx > 0 || result.errors > 0 || answered === 0)
    throw new Stop(`${url}: ${answered} times 2xx, ${result.non2xx} others, ${result.errors} errors.`);
  return answered / result.duration;
}

async function report(servers: Server[], rates: Map<string, number[]>): Promise<string> {
  const median = (name: string) =>
    [...(rates.get(name) ?? [])].sort((a, b) => a - b)[(rates.get(name)?.length ?? 1) >> 1] ?? 0;
  const own = median("sandbox");
  const rows = await Promise.all(
    servers.map(async ({ name, startMs, megabytes }) => {
      const ratio = name === "sandbox" ? "" : (own / median(name)).toFixed(2);
      return [name, Math.round(median(name)), ratio, startMs, Math.round(await megabytes())];
    }),
  );
  return figureTable(["server", "DELETE → 204 a second", "sandbox ÷ it", "start ms", "MB after"], rows);
}

async function sandbox(): Promise<Server> {
  return child("sandbox", [...WITH_TYPESCRIPT, fromRoot("benchmarks/bench/sandbox-server.ts"), "sandbox"]);
}

async function bare(): Promise<Server> {
  return child("bare node:http", [
    ...WITH_TYPESCRIPT,
    fromRoot("benchmarks/bench/sandbox-server.ts"),
    "bare",
  ]);
}

async function prism(): Promise<Server> {
  const port = await freePort(0, "127.0.0.1");
  return child("Prism's command", [
    PRISM_CLI,
    "mock",
    SPEC,
    "--port",
    String(port),
    "--host",
    "127.0.0.1",
    "--cors",
    "--errors",
  ]);
}

/** Ready when it has printed its address. What it prints later is read and dropped, as a terminal would. */
async function child(name: string, args: string[]): Promise<Server> {
  const began = performance.now();
  const process_ = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((resolve, reject) => {
    let text = "";
    process_.stdout.setEncoding("utf8").on("data", (more) => {
      if (text.length < 10_000) text += more;
      const [address] = /(?<=listening on )http:\S+/.exec(text) ?? [];
      if (address) resolve(address);
    });
    process_.once("exit", (code) => reject(new Stop(`${name} ended with status ${code}.`)));
  });
  const startMs = Math.round(performance.now() - began);
  const stop = async () => {
    const ended = once(process_, "exit");
    process_.kill();
    await ended;
  };
  return { name, url, startMs, megabytes: () => residentMegabytes(process_.pid ?? 0), stop };
}

/** Memory over a million requests, ten times a hundred thousand. */
async function million(): Promise<void> {
  const server = await sandbox();
  try {
    for (let part = 0; part <= 10; part++) {
      console.log(`${part * 100_000} requests: ${Math.round(await server.megabytes())} MB`);
      if (part < 10)
        await autocannon({
          url: server.url + PATH,
          method: "DELETE",
          headers: HEADERS,
          connections: 10,
          amount: 100_000,
        });
    }
  } finally {
    await server.stop();
  }
}
