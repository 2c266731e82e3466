// Every situation of the table is met by both cancels and ends as the table says; the table itself is complete.
import { describe, expect, it } from "vitest";
import { type Sandbox, SITUATIONS, type Situation } from "../../src/sandbox/index.js";
import { VERDICTS } from "../verdicts.js";
import { arrived, credentials, orderPath, sandboxOf } from "./helpers.js";

/** Longer than the venue takes at most. */
const VENUE = 2000;

async function meets(sandbox: Sandbox, path: string): Promise<unknown> {
  const silence = new AbortController();
  const heard = fetch(sandbox.url + path, {
    method: "DELETE",
    headers: credentials(sandbox),
    signal: silence.signal,
  }).then(read, (error) => failure(error));
  await arrived(sandbox);
  await sandbox.advance(VENUE);
  // A request that was decided and left without an answer stays so; nobody needs to wait for it.
  if (sandbox.requests()[0]?.outcome === "nothing") silence.abort();
  return heard;
}

async function read(response: Response): Promise<unknown> {
  try {
    await response.text();
    return response.status;
  } catch {
    return "broken off";
  }
}

function failure(error: Error): unknown {
  if (error.name === "AbortError") return "nothing";
  return (error.cause as { code: string }).code === "ECONNRESET" ? "reset" : "closed";
}

describe.each([...SITUATIONS])("order $id: $name", ({ id, quick, slow, ends }: Situation) => {
  it(`meets ${quick} with the quick cancel and ends ${ends}`, async () => {
    const sandbox = await sandboxOf();
    expect(await meets(sandbox, orderPath(id))).toBe(quick);
    expect(sandbox.order(id)?.status).toBe(ends);
  });

  it(`meets ${slow} with the slow cancel and ends ${ends}`, async () => {
    const sandbox = await sandboxOf();
    expect(await meets(sandbox, orderPath(id, "syncorders"))).toBe(slow);
    expect(sandbox.order(id)?.status).toBe(ends);
  });
});

describe("the table of situations", () => {
  it("gives every id once", () => {
    expect(new Set(SITUATIONS.map(({ id }) => id)).size).toBe(SITUATIONS.length);
  });

  it("has each of the nine verdicts", () => {
    const verdicts = new Set(SITUATIONS.map(({ verdict }) => verdict));
    expect([...verdicts].sort()).toEqual(VERDICTS);
  });

  it("lets the legs of a conditional order fall with the parent, as their histories say", async () => {
    const sandbox = await sandboxOf();
    await meets(sandbox, orderPath(80008));
    for (const leg of [80108, 80208])
      expect(sandbox.order(leg)?.history.map(({ event }) => event)).toEqual(["opened", "cancel-confirmed"]);
  });

  it("masks a fill in part behind PendingCancel", async () => {
    const sandbox = await sandboxOf({ venueMs: 1000 });
    await fetch(sandbox.url + orderPath(80002), { method: "DELETE", headers: credentials(sandbox) });
    await sandbox.advance(600);
    expect(sandbox.order(80002)).toMatchObject({ status: "PendingCancel", executed: 75 });
    await sandbox.advance(400);
    expect(sandbox.order(80002)).toMatchObject({ status: "Canceled", executed: 75, remaining: 75 });
  });
});
