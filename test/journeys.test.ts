// The journeys of openapi/: each reaches what it says in the sandbox, fails where the venue does something else, and
// is held by lint rules that can fail.
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import {
  failuresOf,
  type PlayedJourney,
  playJourneys,
  readJourneys,
  report,
  withoutJourney,
} from "../scripts/lib/journeys.js";
import { JOURNEYS, SPEC } from "../scripts/lib/paths.js";
import { type Sandbox, startSandbox } from "../src/sandbox/index.js";
import { eachOperation } from "../src/sandbox/openapi.js";
import { brokenRules, runNode, scriptArgs, spec, temporaryFolder } from "./helpers.js";
import { startTwins, type Twins } from "./sandbox/twins.js";

const { workflows } = await readJourneys();
let sandbox: Sandbox;
let twins: Twins;
let played: PlayedJourney[];

/** All in one process, against both kinds of sandbox at once: each start costs a second. */
beforeAll(async () => {
  [sandbox, twins] = [await startSandbox({ venueMs: 100 }), await startTwins()];
  played = await playJourneys({ server: twins.url });
});
afterAll(() => Promise.all([sandbox.close(), twins.close()]));

/** A copy of the journeys, changed, that still finds its spec. */
async function changedJourneys(...changes: [from: string, to: string][]): Promise<string> {
  const text = [["./openapi.yaml", SPEC] as const, ...changes].reduce(
    (before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`the journeys have no ${JSON.stringify(from)}`);
      return before.replace(from, () => to);
    },
    readFileSync(JOURNEYS, "utf8"),
  );
  const path = join(await temporaryFolder(), "journeys.arazzo.yaml");
  await writeFile(path, text);
  return path;
}

const stepOf = (journeys: PlayedJourney[], journey: string, step: string) =>
  journeys.find(({ id }) => id === journey)?.steps.find(({ id }) => id === step);

test.each(workflows)("$workflowId passes, with every step", ({ workflowId, steps }) => {
  const journey = played.find(({ id }) => id === workflowId);
  expect(journey?.passed, journey && report(journey)).toBe(true);
  expect(journey?.steps.map(({ id }) => id)).toEqual(steps.map(({ stepId }) => stepId));
});

test("without a socket the sandbox answers every request of every journey as over HTTP", () => {
  expect(twins.answers.map(({ request, page }) => [request, page])).toEqual(
    twins.answers.map(({ request, served }) => [request, served]),
  );
  expect(twins.answers.length).toBeGreaterThanOrEqual(workflows.flatMap(({ steps }) => steps).length);
});

test("a cancel that comes too late is answered with the documented body", () => {
  expect(stepOf(played, "cancelTooLate", "cancel")).toMatchObject({
    status: 409,
    body: { message: "Order 73551 is already filled" },
  });
});

test("an order that is canceled the slow way can be executed in part", () => {
  expect(stepOf(played, "cancelSlow", "seeItCanceled")?.body).toMatchObject({
    Quantity: 150,
    ExecutedQuantity: 75,
  });
});

test("a cancel that the venue never decides fails, and the report names the step", async () => {
  const stuck = await startSandbox({ clock: "manual" });
  onTestFinished(() => stuck.close());
  const file = await changedJourneys(["retryAfter: 0.5", "retryAfter: 0.01"]);
  const journeys = await playJourneys({ file, server: stuck.url, only: ["cancelQuick"] });
  expect(failuresOf(journeys)).toEqual(["cancelQuick at seeItCanceled"]);
  expect(stepOf(journeys, "cancelQuick", "seeItCanceled")).toMatchObject({
    tries: 11,
    failures: ["$response.body#/Status == 'Canceled'"],
  });
  expect(journeys.map(report).join()).toContain("→ 200, Status PendingCancel");
});

/** As a person starts it, which takes twice as long as all journeys. */
test.runIf(process.env.CI)(
  "the command plays another order when told to, and fails with the step alone",
  async () => {
    const options = ["--server", sandbox.url, "--journey", "cancelQuick", "--input", "orderId=80001"];
    const { code, output } = await runNode(scriptArgs("journeys", ...options));
    expect(code).toBe(1);
    expect(output.replace(/http\S+/, "URL").replace(/ \(\d times\)/, "")).toBe(`\
✗ cancelQuick: Cancel an open order, quick, and see it canceled
  signIn 200, findOrder 200, cancel 204, seeItCanceled 200
  ✗ seeItCanceled: GET URL → 200, Status Filled
    not met: $response.body#/Status == 'Canceled'
1 of 1 failed: cancelQuick at seeItCanceled.
`);
  },
);

test.each([
  [{ only: ["cancelQuik"] }, 'There is no journey "cancelQuik". Journeys: cancelQuick, '],
  [{ inputs: { oderId: "1" } }, 'There is no input "oderId". Inputs: appKey, '],
])("%j is refused, with what there is", async (wrong, says) => {
  await expect(playJourneys({ server: "http://127.0.0.1:1", ...wrong })).rejects.toThrow(says);
});

test("an operation that no journey passes through is named, and where to add one", () => {
  const steps = eachOperation(spec).map(({ operation: { operationId } }) => ({ stepId: "any", operationId }));
  const journeysOf = (own: typeof steps) => [{ workflowId: "any", summary: "Any.", steps: own }];
  expect(withoutJourney(spec, journeysOf(steps))).toBeUndefined();
  const without = steps.filter(({ operationId }) => operationId !== "listOrders");
  expect(withoutJourney(spec, journeysOf(without))).toBe(
    "No journey passes through listOrders: add one to openapi/journeys.arazzo.yaml.",
  );
});

test("each lint rule for journeys can fail", async () => {
  const path = await changedJourneys(
    ["operationId: listOrders", "operationId: listOrder"],
    ["operationId: getOrder", "operationId: createToken"],
    ["    summary: Cancel an open order, quick, and see it canceled\n", ""],
  );
  expect(
    (await brokenRules(path))
      .flat()
      .filter((rule) => rule.startsWith("autoshares/"))
      .sort(),
  ).toEqual(["autoshares/cancel-is-read", "autoshares/operation-exists", "autoshares/says-why"]);
});
