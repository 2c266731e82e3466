// Owns the command `sandbox`: its options, the start of the API with a memory, and what it prints. Node only.
import { DEFAULTS } from "../sandbox/defaults.js";
import {
  PROFILES,
  parseProfile,
  type Sandbox,
  type SandboxOptions,
  SWITCHES,
  startSandbox,
} from "../sandbox/index.js";
import { type Command, columns, command } from "./command.js";
import { documentAt } from "./document.js";
import { logTo } from "./log.js";
import type { OptionTable, Values } from "./options.js";
import { API_PORT, freePort, HOST, portNumber, WHERE } from "./port.js";
import { stopSignal, untilStopped } from "./running.js";
import { Stop, stopWith } from "./stop.js";
import { welcome } from "./welcome.js";

const PROFILE_NAMES = Object.keys(PROFILES).join(", ");

export const SANDBOX_OPTIONS = {
  ...WHERE,
  control: { does: "Keep the control surface on where other machines can reach it." },
  "allow-origin": {
    takes: "ORIGIN",
    does: "Let pages of this origin use the control surface, such as http://host:8080; several joined by commas. Pages of this machine may anyhow.",
  },
  profile: {
    takes: "NAME,SWITCH=SIDE",
    does: `Which side it plays where the vendor's pages contradict each other: a profile (${PROFILE_NAMES}), switches, or both.`,
    default: "default",
  },
  latency: {
    takes: "MS|FROM-TO",
    does: "Milliseconds that every answer takes on its way, such as 200 or 50-200.",
    default: "0",
  },
  seed: {
    takes: "N",
    does: "An integer from 0 on. The same seed and the same requests give the same answers.",
    default: String(DEFAULTS.seed),
  },
  "app-key": { takes: "KEY", does: "App key to accept.", default: DEFAULTS.appKey },
  user: { takes: "NAME", does: "User to let in.", default: DEFAULTS.user },
  password: { takes: "WORD", does: "The user's password.", default: DEFAULTS.password },
  spec: {
    takes: "FILE",
    does: "Serve this spec, YAML or JSON, in place of the package's own. Prism renders its answers, so Prism has to be installed.",
  },
  quiet: { does: "Print no line per request." },
} as const satisfies OptionTable;

type Given = Values<typeof SANDBOX_OPTIONS>;
type ReadSpec = (path: string | undefined) => Promise<SandboxOptions["spec"]>;

const readGiven: ReadSpec = async (path) => (path === undefined ? undefined : documentAt(path));

/** Reads a spec of the user's own as `read` does, undefined for the package's; the repository checks either. */
export function sandboxCommand(read: ReadSpec = readGiven): Command {
  return command({
    name: "sandbox",
    summary: "The AutoShares Trading API with a memory, as far as canceling orders goes.",
    about: [
      "It remembers orders, tokens and limits, decides which of the documented answers is due, and prints " +
        "commands to paste. Order ids play situations: the order that fills before its cancel, the answer that " +
        "is lost, the venue that never decides. Nothing else has to be installed. Ctrl-C ends it.",
    ],
    options: SANDBOX_OPTIONS,
    lists: { "Switches, the default side first": switches() },
    examples: [
      ["", `on http://${DEFAULTS.host}:${API_PORT}`],
      ["--port 4020 --quiet", "on another port, without a line per request"],
      ["--profile swagger,limitsPer=token", "as the published Swagger file says, but limits count by token"],
      ["--latency 50-200 --seed 7", "slow answers, the same ones in every run"],
    ],
    page: "sandbox.md",
    async run(given, place) {
      const signal = stopSignal();
      const sandbox = await startAs(given, read).catch(stopWith);
      console.log(welcome(sandbox, place.page("sandbox.md")));
      await untilStopped([sandbox], { signal });
    },
  });
}

function switches(): string[] {
  return columns(Object.entries(SWITCHES).map(([name, { sides }]) => [name, sides.join(" or ")]));
}

async function startAs(given: Given, read: ReadSpec): Promise<Sandbox> {
  const { port, host, control, profile, user, password } = given;
  const all: SandboxOptions = { port: await freePort(portNumber(port, API_PORT), host ?? HOST) };
  if (host !== undefined) all.host = host;
  if (control !== undefined) all.control = control;
  if (given["allow-origin"] !== undefined) all.allowOrigin = given["allow-origin"].split(",");
  if (profile !== undefined) Object.assign(all, parseProfile(profile));
  if (given.latency !== undefined) all.latency = latency(given.latency);
  if (given.seed !== undefined) all.seed = seed(given.seed);
  if (given["app-key"] !== undefined) all.appKey = given["app-key"];
  if (user !== undefined) all.user = user;
  if (password !== undefined) all.password = password;
  const spec = await read(given.spec);
  if (spec !== undefined) all.spec = spec;
  if (!given.quiet) all.log = logTo(process.stdout);
  return startSandbox(all);
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
