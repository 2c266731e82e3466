// npm --prefix benchmarks run attack:sandbox: sends everything that a stranger could send to the sandbox's command. Ends with
// status 1 if the sandbox ends, hangs, or answers 500 by itself.
import { type ChildProcess, spawn } from "node:child_process";
import { connect } from "node:net";
import fc from "fast-check";
import { fromRoot, WITH_TYPESCRIPT } from "../scripts/lib/paths.js";
import { Stop } from "../src/cli/stop.js";
import { bytes, controlAnswer, controls, FAILURE, heardFrom } from "../test/sandbox/attacks.js";
import { measuredOn } from "./bench/machine.js";
import { residentMegabytes } from "./bench/memory.js";
import { runScript } from "./bench/script.js";

const BATCH = 1000;
/** At once, as from a crowd. */
const CROWD = 50;
/** A connection on which nothing is said for so long is dropped by the attacker. */
const SILENCE = 20;
/** An answer to a plain request that takes longer than this counts as a hang. */
const HANG = 5000;

const tally = { bytes: 0, control: 0, idle: 0, pipelined: 0, crashes: 0, hangs: 0, failures: 0 };

await runScript({
  name: "attack:sandbox",
  summary: "Attack the sandbox's command, and fail if it ends, hangs or answers 500 by itself.",
  options: {
    rounds: { takes: "N", does: "Rounds of 1,000 attacks of each kind.", default: "20" },
    seed: { takes: "N", does: "The same seed gives the same attacks.", default: "1" },
  },
  async run(given) {
    const [rounds, seed] = [Number(given.rounds ?? 20), Number(given.seed ?? 1)];
    const { child, url } = await start();
    child.once("exit", () => {
      tally.crashes += 1;
    });
    const memory = [await residentMegabytes(child.pid ?? 0)];
    for (let round = 0; round < rounds && tally.crashes === 0; round++) {
      await attack(url, seed + round);
      await checkAlive(url);
      memory.push(await residentMegabytes(child.pid ?? 0));
    }
    child.removeAllListeners("exit");
    child.kill();
    console.log(measuredOn());
    console.log(JSON.stringify({ ...tally, megabytes: memory.map(Math.round) }, null, 1));
    if (tally.crashes + tally.hangs + tally.failures > 0) throw new Stop("The sandbox did not hold.");
  },
});

/** The package's command, whose log nobody reads after its address is known. */
async function start(): Promise<{ child: ChildProcess; url: string }> {
  const args = [...WITH_TYPESCRIPT, fromRoot("src/cli/index.ts"), "sandbox", "--port", "0"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.once("exit", () => reject(new Stop("The sandbox did not start.")));
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      const [address] = /http:[^ ]+:[0-9]+/.exec(printed) ?? [];
      if (address && printed.includes("Ctrl-C")) resolve(address);
    });
  });
  child.removeAllListeners("exit");
  child.stdout.removeAllListeners("data").pause();
  return { child, url };
}

async function attack(url: string, seed: number): Promise<void> {
  await crowd(fc.sample(bytes, { seed, numRuns: BATCH }), async (packet) => {
    tally.bytes += 1;
    note(await heardFrom(url, packet, undefined, SILENCE));
  });
  await crowd(fc.sample(controls, { seed, numRuns: BATCH }), async (one) => {
    tally.control += 1;
    note(
      await controlAnswer(url, one).then(
        ({ text }) => text,
        () => "",
      ),
    );
  });
  await crowd(
    fc.sample(fc.array(bytes, { minLength: 5, maxLength: 20 }), { seed, numRuns: BATCH / 10 }),
    async (packets) => {
      tally.pipelined += packets.length;
      note(await heardFrom(url, Buffer.concat(packets), undefined, SILENCE));
    },
  );
  await crowd(Array.from({ length: BATCH }), () => {
    tally.idle += 1;
    return idle(url);
  });
}

async function crowd<T>(all: readonly T[], one: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += CROWD) await Promise.all(all.slice(at, at + CROWD).map(one));
}

function note(heard: string): void {
  if (heard.includes(FAILURE)) tally.failures += 1;
}

/** A connection that says nothing and goes. */
function idle(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.destroy());
    socket.on("error", () => {});
    socket.once("close", () => resolve());
  });
}

/** After all of it, a plain person is served as before. */
async function checkAlive(url: string): Promise<void> {
  const signal = AbortSignal.timeout(HANG);
  try {
    await fetch(`${url}/__sandbox/reset`, { method: "POST", signal });
    const issued = await fetch(`${url}/__sandbox/tokens`, { method: "POST", signal });
    const { token } = (await issued.json()) as { token: string };
    const headers = { "Et-App-Key": "sandbox-app-key", Authorization: `Bearer ${token}` };
    const { status } = await fetch(`${url}/v1.0/accounts/6303/orders/73552`, {
      method: "DELETE",
      headers,
      signal,
    });
    if (status !== 204) tally.failures += 1;
  } catch {
    tally.hangs += 1;
  }
}
