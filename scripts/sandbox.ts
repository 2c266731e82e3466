// npm run sandbox: serves the API with a memory. Ctrl-C ends it.
// Options: --port N, --host NAME, --control, --profile NAME[,switch=side…], --latency MS|FROM-TO, --seed N,
// --app-key KEY, --user NAME, --password WORD, --spec FILE, --quiet.
import { resolve } from "node:path";
import { parseProfile, type Sandbox, type SandboxOptions, startSandbox } from "../src/sandbox/index.js";
import { options, portNumber, run, Stop } from "./lib/cli.js";
import { API_PORT } from "./lib/servers.js";
import { readSpec } from "./lib/spec.js";
import { untilStopped } from "./lib/stop.js";
import { welcome } from "./lib/welcome.js";

const OPTIONS = {
  port: "string",
  host: "string",
  control: "boolean",
  profile: "string",
  latency: "string",
  seed: "string",
  "app-key": "string",
  user: "string",
  password: "string",
  spec: "string",
  quiet: "boolean",
} as const;

type Given = ReturnType<typeof options<typeof OPTIONS>>;

await run(async () => {
  const given = options(OPTIONS);
  const sandbox = await startAs(given).catch((error: Error) => {
    throw new Stop(error.message);
  });
  console.log(welcome(sandbox, []));
  await untilStopped([sandbox]);
});

async function startAs(given: Given): Promise<Sandbox> {
  const { port, host, control, profile, user, password } = given;
  const all: SandboxOptions = { port: portNumber(port, API_PORT) };
  if (host !== undefined) all.host = host;
  if (control !== undefined) all.control = control;
  if (profile !== undefined) Object.assign(all, parseProfile(profile));
  if (given.latency !== undefined) all.latency = latency(given.latency);
  if (given.seed !== undefined) all.seed = seed(given.seed);
  if (given["app-key"] !== undefined) all.appKey = given["app-key"];
  if (user !== undefined) all.user = user;
  if (password !== undefined) all.password = password;
  if (given.spec !== undefined) all.spec = await documentAt(given.spec);
  if (!given.quiet) all.log = (line) => console.log(line);
  return startSandbox(all);
}

/** Read and linted, as for generating; a broken one stops here, with file, line and reason. */
async function documentAt(path: string): Promise<NonNullable<SandboxOptions["spec"]>> {
  return { ...(await readSpec(resolve(path))) };
}

function latency(text: string): readonly [number, number] {
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (from === undefined || Number(to) < Number(from))
    throw new Stop(
      `--latency ${text} is not a time: give milliseconds, such as 200, or a range, such as 50-200.`,
    );
  return [Number(from), Number(to)];
}

function seed(text: string): number {
  if (!/^\d+$/.test(text)) throw new Stop(`--seed ${text} is not a seed: give an integer from 0 on.`);
  return Number(text);
}
