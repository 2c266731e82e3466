// npm run journeys: plays openapi/journeys.arazzo.yaml, and names each step that fails.

import { Stop } from "../src/cli/stop.js";
import { startSandbox } from "../src/sandbox/index.js";
import {
  failuresOf,
  type PlayOptions,
  playJourneys,
  readJourneys,
  report,
  withoutJourney,
} from "./lib/journeys.js";
import { SPEC } from "./lib/paths.js";
import { script } from "./lib/script.js";
import { readSpec } from "./lib/spec.js";

/** Long enough that a journey reads the order while its cancel is pending. */
const VENUE_MS = 200;

export default script({
  name: "journeys",
  summary: "Play openapi/journeys.arazzo.yaml against a sandbox of its own; fail with the step that failed.",
  options: {
    server: { takes: "URL", does: "Play against this server, in place of a sandbox." },
    journey: { takes: "NAME,…", does: "Play only these journeys." },
    input: { takes: "NAME=VALUE,…", does: "Inputs in place of those that the file gives." },
  },
  async run({ server, journey, input }) {
    const given: Omit<PlayOptions, "server"> = {};
    if (journey !== undefined) given.only = journey.split(",");
    if (input !== undefined) given.inputs = inputs(input);
    if (server === undefined) await againstSandbox(given);
    else await play({ ...given, server: address(server) });
  },
});

async function againstSandbox(given: Omit<PlayOptions, "server">): Promise<void> {
  const sandbox = await startSandbox({ venueMs: VENUE_MS });
  await play({ ...given, server: sandbox.url }).finally(() => sandbox.close());
}

async function play(given: PlayOptions): Promise<void> {
  const [journeys, missing] = await Promise.all([playJourneys(given), missingJourneys()]);
  for (const one of journeys) console.log(report(one));
  if (missing) console.log(missing);
  const failures = failuresOf(journeys);
  if (failures.length > 0)
    throw new Stop(`${failures.length} of ${journeys.length} failed: ${failures.join(", ")}.`);
  console.log(`All ${journeys.length} passed.`);
}

/** A sentence, not a failure: an operation is useful before it is part of a journey. */
async function missingJourneys(): Promise<string | undefined> {
  const [spec, { workflows }] = await Promise.all([readSpec(SPEC), readJourneys()]);
  return withoutJourney(spec, workflows);
}

function address(text: string): string {
  if (!URL.canParse(text) || !text.startsWith("http"))
    throw new Stop(`--server ${text} is not an address: give one such as http://127.0.0.1:4010.`);
  return text.endsWith("/") ? text.slice(0, -1) : text;
}

function inputs(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(",").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      if (name === "" || value.join("=") === "")
        throw new Stop("--input takes name=value, or several of them with commas, such as orderId=80001.");
      return [name, value.join("=")];
    }),
  );
}
