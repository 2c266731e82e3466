// The program that many would write: openapi-fetch, `if (error)`, and a 204 taken for a cancellation.
import createOpenApiClient from "openapi-fetch";
import type { paths } from "../../src/index.js";
import { ORDER, prepare, type Schedule } from "./schedules.js";
import type { Simulation } from "./simulation.js";

/** What it tells its user. */
export type Claim = "canceled" | "not canceled";

export async function playNaive(simulation: Simulation, schedule: Schedule): Promise<Claim> {
  prepare(simulation, schedule);
  const { sandbox, clock } = simulation;
  const client = createOpenApiClient<paths>({ baseUrl: sandbox.url, fetch: sandbox.fetch });
  const headers = { "Et-App-Key": sandbox.appKey, Authorization: `Bearer ${sandbox.issueToken()}` };
  const params = { path: { version: "1.0", accountId: schedule.accountId, orderId: ORDER } };
  const route = schedule.via === "venue" ? "syncorders" : "orders";
  const send = async (): Promise<Claim> => {
    const { error } = await client.DELETE(`/v{version}/accounts/{accountId}/${route}/{orderId}`, {
      params,
      headers,
    });
    return error ? "not canceled" : "canceled";
  };
  const timeout = clock
    .sleep(schedule.deadlineMs, new AbortController().signal)
    .then((): Claim => "not canceled");
  return simulation.run(Promise.race([send().catch((): Claim => "not canceled"), timeout]));
}

/** Whether the venue had, by then, done something else than what is claimed. */
export function isFalse({ sandbox }: Simulation, claim: Claim): boolean {
  const { status, history = [] } = sandbox.order(ORDER) ?? {};
  if (claim === "canceled") return status !== "Canceled";
  return history.some(({ event }) => event === "cancel-taken" || event === "cancel-confirmed");
}
