// `cancel()`, `resume()` and `orThrow` as a caller meets them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type CancelResult,
  cancel,
  createClient,
  NotCanceledError,
  orThrow,
  type Progress,
  resume,
} from "../../src/index.js";
import { Simulation } from "./simulation.js";

let simulation: Simulation;
beforeAll(async () => {
  simulation = await Simulation.start({ venueMs: 1_000 });
});
beforeEach(() => {
  simulation.clock.close();
  simulation.sandbox.reset();
});
afterAll(() => simulation.sandbox.close());

const STAYS_PENDING = 80005;
const NEVER_ANSWERS = 80013;

describe("what a result carries", () => {
  test("every attempt and every observation, with UTC times, as plain data without a secret", async () => {
    const client = simulation.client();
    const result = await simulation.run(simulation.cancel(client, { orderId: 80002 }));
    expect(result).toMatchObject({
      verdict: "canceled",
      executedQuantity: 75,
      remainingQuantity: 75,
      accountId: 6303,
      via: "api",
    });
    expect(result.attempts).toEqual([
      {
        id: expect.any(String),
        at: expect.stringMatching(/Z$/),
        sentAt: expect.stringMatching(/Z$/),
        operation: "cancelOrder",
        outcome: "accepted",
        fate: "accepted",
        status: 204,
      },
    ]);
    expect(result.observations.map(({ order, status }) => [order?.Status, status])).toEqual([
      ["PendingCancel", 200],
      ["Canceled", 200],
    ]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(JSON.stringify(result)).not.toMatch(/sandbox-app-key|sandbox-token|trader/);
  });

  test("a pending one says who has taken the request, and since when", async () => {
    const quick = await simulation.run(simulation.cancel(simulation.client(), { orderId: STAYS_PENDING }));
    expect(quick).toMatchObject({ verdict: "pending", level: "api", since: quick.attempts[0]?.at });
    simulation.sandbox.reset();
    const slow = await simulation.run(
      simulation.cancel(simulation.client(), { orderId: STAYS_PENDING, via: "venue" }),
    );
    expect(slow).toMatchObject({ verdict: "pending", level: "venue" });
  });

  test("a 404 to the sign-in says nothing of the order", async () => {
    const { fetch, appKey, url } = simulation.sandbox;
    const credentials = { username: "trader", password: "sandbox" };
    const options = { appKey, fetch, credentials, clock: simulation.clock };
    const client = createClient({ baseUrl: `${url}/api`, ...options });
    const result = await simulation.run(simulation.cancel(client, { orderId: 73552 }));
    expect(result).toMatchObject({ verdict: "not-sent", why: "no-token" });
  });

  test("an order that was seen pending gets no second DELETE", async () => {
    simulation.sandbox.putOrder(1, { status: "PendingCancel", plan: [] });
    const result = await simulation.run(simulation.cancel(simulation.client(), { orderId: 1 }));
    expect(result).toMatchObject({ verdict: "pending", outstanding: 0 });
    expect(result).not.toHaveProperty("level");
    expect(result.attempts).toHaveLength(1);
  });

  test("a limit that outlasts the deadline is not waited for, and the result says when to try again", async () => {
    const result = await simulation.run(simulation.cancel(simulation.client(), { orderId: 80026 }));
    expect(result).toMatchObject({ verdict: "not-sent", why: "throttled" });
    expect(Date.parse(result.endedAt)).toBe(Date.parse(result.startedAt));
    const { retryAt = "" } = result as { retryAt?: string };
    expect(Date.parse(retryAt) - Date.parse(result.endedAt)).toBeGreaterThanOrEqual(60_000);
  });

  test("a wrong app key, a foreign account and a wrong password are told apart", async () => {
    const { url: baseUrl, fetch, user: username, appKey } = simulation.sandbox;
    const credentials = { username, password: simulation.sandbox.password };
    const which = async (options: object, accountId = 6303) => {
      const client = createClient({
        baseUrl,
        appKey,
        credentials,
        fetch,
        clock: simulation.clock,
        ...options,
      });
      return simulation.run(simulation.cancel(client, { orderId: 73552, accountId }));
    };
    expect(await which({ appKey: "wrong-key" })).toMatchObject({ verdict: "denied", which: "app-key" });
    expect(await which({ credentials: { username, password: "wrong" } })).toMatchObject({
      verdict: "denied",
      which: "token",
    });
    expect(await which({}, 6304)).toMatchObject({ verdict: "denied", which: "account" });
  });
});

describe("the deadline and the signal", () => {
  test("an aborted signal stops the waiting, not the cancel", async () => {
    const controller = new AbortController();
    simulation.clock.at(simulation.clock.now() + 400, () => controller.abort());
    const result = await simulation.run(
      simulation.cancel(simulation.client(), { orderId: 73552, signal: controller.signal }),
    );
    expect(result.verdict).toBe("pending");
    expect(Date.parse(result.endedAt) - Date.parse(result.startedAt)).toBe(400);
    simulation.clock.advance(5_000);
    expect(simulation.sandbox.order(73552)?.status).toBe("Canceled");
  });

  test("a signal that is aborted before sends nothing", async () => {
    const result = await simulation.run(
      simulation.cancel(simulation.client(), { orderId: 73552, signal: AbortSignal.abort() }),
    );
    expect(result).toMatchObject({ verdict: "not-sent", why: "aborted", attempts: [] });
    expect(simulation.sandbox.counts()).toEqual({});
  });

  test("a server that never answers ends at the deadline, unresolved", async () => {
    const result = await simulation.run(
      simulation.cancel(simulation.client(), { orderId: NEVER_ANSWERS, deadlineMs: 9_000 }),
    );
    expect(result.verdict).toBe("unresolved");
    expect(Date.parse(result.endedAt) - Date.parse(result.startedAt)).toBeLessThanOrEqual(9_000);
  });

  test("a server that fails each time gets three DELETEs, not more", async () => {
    const result = await simulation.run(
      simulation.cancel(simulation.client(), { orderId: 80017, deadlineMs: 60_000 }),
    );
    expect(result.verdict).toBe("unresolved");
    expect(result.attempts).toHaveLength(3);
  });
});

describe("one cancel per order at a time", () => {
  test("a second call joins the first", async () => {
    const client = simulation.client();
    const both = [
      simulation.cancel(client, { orderId: 73552 }),
      simulation.cancel(client, { orderId: 73552 }),
    ];
    const [first, second] = await simulation.run(Promise.all(both));
    expect(second).toEqual(first);
    expect(simulation.sandbox.counts().cancelOrder).toBe(1);
  });

  test("a joined call with less time gets what is known when its own deadline is over", async () => {
    const client = simulation.client();
    const long = simulation.cancel(client, { orderId: STAYS_PENDING, deadlineMs: 20_000 });
    const short = simulation.cancel(client, { orderId: STAYS_PENDING, deadlineMs: 2_000 });
    const result = await simulation.run(short);
    expect(result.verdict).toBe("pending");
    expect(Date.parse(result.endedAt) - Date.parse(result.startedAt)).toBeLessThanOrEqual(2_000);
    await simulation.run(long);
  });

  test("a joined call with more time goes on where the first stopped", async () => {
    const client = simulation.client();
    const short = simulation.cancel(client, { orderId: STAYS_PENDING, deadlineMs: 2_000 });
    const long = simulation.cancel(client, { orderId: STAYS_PENDING, deadlineMs: 20_000 });
    simulation.sandbox.event(STAYS_PENDING, "cancel-confirmed", { inMs: 6_000 });
    const [first, second] = await simulation.run(Promise.all([short, long]));
    expect([first.verdict, second.verdict]).toEqual(["pending", "canceled"]);
    expect(simulation.sandbox.counts().cancelOrder).toBe(1);
  });

  test("a joined call that ends while the DELETE is under way does not claim that nothing was sent", async () => {
    const client = simulation.client();
    const long = simulation.cancel(client, { orderId: NEVER_ANSWERS, deadlineMs: 20_000 });
    const result = await simulation.run(
      simulation.cancel(client, { orderId: NEVER_ANSWERS, deadlineMs: 1_000 }),
    );
    expect(result.verdict).toBe("unresolved");
    await simulation.run(long);
  });
});

describe("resume", () => {
  test("goes on from a result that has been through JSON, with another client, and sends no DELETE", async () => {
    const before = await simulation.run(
      simulation.cancel(simulation.client(), { orderId: STAYS_PENDING, deadlineMs: 1_000 }),
    );
    simulation.sandbox.event(STAYS_PENDING, "cancel-confirmed");
    const restored = JSON.parse(JSON.stringify(before)) as CancelResult;
    const after = await simulation.run(resume(simulation.client(), restored));
    expect(after).toMatchObject({ verdict: "canceled", startedAt: before.startedAt });
    expect(after.observations.length).toBeGreaterThan(before.observations.length);
    expect(simulation.sandbox.counts().cancelOrder).toBe(1);
  });

  test("reads before it sends, even if the order was open when it stopped", async () => {
    simulation.sandbox.script({ match: { operation: "cancelOrder" }, fault: "never", times: 3 });
    const before = await simulation.run(
      simulation.cancel(simulation.client(), { orderId: 73552, deadlineMs: 2_000 }),
    );
    expect(before.verdict).toBe("unresolved");
    simulation.sandbox.event(73552, "filled");
    const after = await simulation.run(resume(simulation.client(), before));
    expect(after).toMatchObject({
      verdict: "too-late",
      status: "Filled",
      executedQuantity: 150,
      remainingQuantity: 0,
    });
    expect(after.attempts).toHaveLength(before.attempts.length);
  });

  test("returns a final result as it is", async () => {
    const result = await simulation.run(simulation.cancel(simulation.client(), { orderId: 80010 }));
    expect(await resume(simulation.client(), result)).toBe(result);
  });
});

test("a client without a token is the caller's mistake, not a verdict", async () => {
  const { url: baseUrl, appKey, fetch } = simulation.sandbox;
  const client = createClient({ baseUrl, appKey, fetch });
  await expect(cancel(client, { accountId: 6303, orderId: 73552 })).rejects.toThrow(
    /`token` or `credentials`/,
  );
});

test("onProgress is told when sending starts and each event as it is learned, and a failing one changes nothing", async () => {
  const told: Progress[] = [];
  const onProgress = (progress: Progress) => {
    told.push(progress);
    throw new Error("the hook's own failure");
  };
  const result = await simulation.run(simulation.cancel(simulation.client(), { orderId: 73552, onProgress }));
  expect(result.verdict).toBe("canceled");
  expect(told.map(({ event, phase, verdict }) => [event, phase, verdict])).toEqual([
    ["sending", "sending", "unresolved"],
    ["accepted", "reading", "pending"],
    ["seen-pending", "reading", "pending"],
    ["seen-canceled", "done", "canceled"],
  ]);
});

test("onProgress is told that another DELETE comes when the first met a 401", async () => {
  simulation.sandbox.script({ match: { operation: "cancelOrder" }, fault: "401" });
  const told: string[] = [];
  const onProgress = ({ event, phase }: Progress) => told.push(`${event}, then ${phase}`);
  await simulation.run(simulation.cancel(simulation.client(), { orderId: 73552, onProgress }));
  expect(told.slice(0, 4)).toEqual([
    ...["sending, then sending", "denied, then sending"],
    ...["sending, then sending", "accepted, then reading"],
  ]);
});

describe("orThrow", () => {
  test("returns a canceled one", async () => {
    const result = await simulation.run(simulation.cancel(simulation.client(), { orderId: 73552 }));
    expect(orThrow(result).remainingQuantity).toBe(150);
  });
  test("throws any other, with the whole result on the error", async () => {
    const result = await simulation.run(simulation.cancel(simulation.client(), { orderId: 80010 }));
    const error = thrownBy(() => orThrow(result));
    expect(error).toBeInstanceOf(NotCanceledError);
    expect(error).toMatchObject({
      result,
      fate: "refused",
      message: expect.stringMatching(/^Order 80010 of account 6303 .*too-late/),
    });
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("it did not throw");
}
