// The control surface: the truth for a test, and the hand that changes it.
import { describe, expect, it } from "vitest";
import { FAULTS, type FaultName, startSandbox } from "../../src/sandbox/index.js";
import { arrived, call, credentials, orderPath, sandboxOf } from "./helpers.js";

describe("the truth", () => {
  it("says what the venue did and when, whatever the caller was told", async () => {
    const sandbox = await sandboxOf({ venueMs: 1000 });
    const began = sandbox.now();
    await call(sandbox, "DELETE", orderPath(80001));
    await sandbox.advance(5000);
    expect(sandbox.order(80001)?.history).toEqual([
      { at: began, event: "opened", from: undefined, to: "New", executed: 0, by: "control" },
      { at: began, event: "cancel-taken", from: "New", to: "PendingCancel", executed: 0, by: "api" },
      { at: began + 500, event: "filled", from: "PendingCancel", to: "Filled", executed: 150, by: "venue" },
    ]);
  });

  it("says which requests came, when, and what became of each", async () => {
    const sandbox = await sandboxOf();
    await call(sandbox, "DELETE", orderPath(73552));
    await sandbox.advance(1000);
    await call(sandbox, "GET", orderPath(73552));
    const [first, second] = sandbox.requests();
    expect(first).toMatchObject({
      operation: "cancelOrder",
      orderId: 73552,
      outcome: 204,
      counted: true,
      rule: "cancel",
    });
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(1000);
    expect(sandbox.counts()).toEqual({ cancelOrder: 1, getOrder: 1 });
    expect(sandbox.requests("getOrder")).toEqual([second]);
  });

  it("keeps as many requests as it is told to, the latest ones, and counts all", async () => {
    const sandbox = await sandboxOf({ remember: 3 });
    for (let id = 1; id <= 5; id++) await call(sandbox, "GET", orderPath(id));
    expect(sandbox.requests().map(({ orderId }) => orderId)).toEqual([3, 4, 5]);
    expect(sandbox.counts()).toEqual({ getOrder: 5 });
  });
});

describe("a script", () => {
  const FAULT_EFFECTS = Object.entries(FAULTS).map(
    ([name, { takesEffect }]) => [name as FaultName, takesEffect] as const,
  );

  it.each(FAULT_EFFECTS)("with the fault %s lets the cancel take effect: %s", async (fault, takesEffect) => {
    const sandbox = await sandboxOf();
    sandbox.script({ match: { operation: "cancelOrder", orderId: 73552 }, fault });
    const silence = new AbortController();
    const sent = call(sandbox, "DELETE", orderPath(73552), {}, { signal: silence.signal }).catch(
      () => undefined,
    );
    await arrived(sandbox);
    if (sandbox.requests()[0]?.outcome === "nothing") silence.abort();
    await sent;
    await sandbox.advance(2000);
    expect(sandbox.order(73552)?.status).toBe(takesEffect ? "Canceled" : "New");
  });

  it("is met by those that match alone, as often as it says", async () => {
    const sandbox = await sandboxOf();
    sandbox.script([
      { match: { method: "delete" }, answer: { status: 409, example: "order-already-filled" }, times: 2 },
    ]);
    expect((await call(sandbox, "GET", orderPath(73552))).status).toBe(200);
    for (const status of [409, 409, 204])
      expect((await call(sandbox, "DELETE", orderPath(73552))).status).toBe(status);
    expect(sandbox.scripted()).toEqual([]);
  });

  it("delays an answer", async () => {
    const sandbox = await sandboxOf();
    sandbox.script({ delayMs: 300 });
    const late = call(sandbox, "GET", orderPath(73552));
    await arrived(sandbox);
    await sandbox.advance(299);
    expect(sandbox.requests()[0]?.outcome).toBeUndefined();
    await sandbox.advance(1);
    expect((await late).status).toBe(200);
  });

  it("never makes a success of a refusal", async () => {
    const sandbox = await sandboxOf();
    sandbox.script([{ fault: "200-object" }, { fault: "204-body" }]);
    for (let i = 0; i < 2; i++) expect((await call(sandbox, "DELETE", orderPath(73503))).status).toBe(409);
  });

  it.each([
    [{ fault: "lost" }, /^script.fault: give one of .*lost-before, lost-after.*, not "lost"\.$/],
    [{ fualt: "reset" }, /^script has no "fualt": give an object with match, fault/],
    [{ match: { order: 1 } }, /^script.match has no "order": .* operation, method, accountId, orderId\.$/],
    [{ times: 0 }, /^script.times: give an integer from 1 to 1000000, not 0\.$/],
  ])("%j is refused, with what to write instead", async (step, message) => {
    const sandbox = await sandboxOf();
    expect(() => sandbox.script(step as never)).toThrow(message);
  });
});

describe("an order", () => {
  it("takes a new order, and changes one", async () => {
    const sandbox = await sandboxOf();
    sandbox.putOrder(9001, { side: "Sell", quantity: 2.5, plan: [{ event: "expired", after: 1 }] });
    await call(sandbox, "DELETE", orderPath(9001));
    await sandbox.advance(2000);
    expect((await call(sandbox, "GET", orderPath(9001))).body).toMatchObject({
      Status: "Expired",
      Side: "Sell",
    });
    sandbox.putOrder(9001, { status: "New" });
    expect(sandbox.order(9001)?.history.map(({ event }) => event)).toEqual([
      "opened",
      "cancel-taken",
      "expired",
      "put",
    ]);
  });

  it("executes in parts, then in full", async () => {
    const sandbox = await sandboxOf();
    expect(sandbox.fill(73552, 62.5)).toMatchObject({
      status: "PartiallyFilled",
      executed: 62.5,
      remaining: 87.5,
    });
    expect(sandbox.fill(73552)).toMatchObject({ status: "Filled", remaining: 0 });
    expect(() => sandbox.fill(73552)).toThrow('Order 73552 is Filled: "filled" cannot happen to it.');
  });

  it("lets an event happen to an order later", async () => {
    const sandbox = await sandboxOf();
    sandbox.event(73552, "part-filled", { inMs: 100, quantity: 50 });
    expect(sandbox.order(73552)?.executed).toBe(0);
    await sandbox.advance(100);
    expect(sandbox.order(73552)?.executed).toBe(50);
  });

  it("is as at the start after a reset", async () => {
    const sandbox = await sandboxOf();
    const before = sandbox.orders().map(({ id, status }) => [id, status]);
    sandbox.fill(73552);
    sandbox.putOrder(9001);
    sandbox.script({ fault: "never" });
    sandbox.reset();
    expect(sandbox.orders().map(({ id, status }) => [id, status])).toEqual(before);
    expect([sandbox.scripted(), sandbox.requests()]).toEqual([[], []]);
  });
});

describe("a book of its own", () => {
  it("has no order but those that are put there, until a reset", async () => {
    const sandbox = await sandboxOf();
    const before = sandbox.orders().length;
    await call(sandbox, "DELETE", "/__sandbox/orders");
    sandbox.putOrder(1, { quantity: 10 });
    expect(sandbox.orders().map(({ id }) => id)).toEqual([1]);
    expect((await call(sandbox, "GET", orderPath(73552))).status).toBe(404);
    sandbox.reset();
    expect(sandbox.orders()).toHaveLength(before);
  });
});

describe("over HTTP", () => {
  const json = (value: unknown) => ({
    body: JSON.stringify(value),
    headers: { "Content-Type": "application/json" },
  });

  it("does what the methods do", async () => {
    const sandbox = await sandboxOf();
    const control = async (method: string, path: string, value?: unknown) => {
      const init = value === undefined ? {} : json(value);
      const response = await fetch(`${sandbox.url}/__sandbox${path}`, { method, ...init });
      return { status: response.status, body: await response.json() };
    };
    expect((await control("GET", "/")).body.situations[0]).toContain("73552");
    expect((await control("PUT", "/orders/9001", { quantity: 10 })).body.remaining).toBe(10);
    expect((await control("POST", "/orders/9001/fill", { quantity: 4 })).body.executed).toBe(4);
    expect((await control("POST", "/orders/9001/events", { event: "expired" })).body.status).toBe("Expired");
    expect((await control("POST", "/script", [{ fault: "503" }])).body).toHaveLength(1);
    expect((await control("PATCH", "/switches", { secondCancel: "204" })).body.secondCancel).toBe("204");
    const { now } = (await control("GET", "/clock")).body;
    const moved = (await control("POST", "/clock", { advanceMs: 1500 })).body;
    expect(Date.parse(moved.now) - Date.parse(now)).toBe(1500);
    expect((await control("POST", "/tokens")).body.token).toMatch(/^sandbox-token-/);
    expect((await control("POST", "/reset")).body).toEqual({ done: true });
    expect((await control("GET", "/orders/9001")).status).toBe(404);
    for (const [path, value] of [
      ["/clock", { advanceMs: -1 }],
      ["/orders/1/fill", {}],
      ["/script", { fault: "x" }],
    ] as const)
      expect((await control("POST", path, value)).status).toBe(400);
    expect((await control("GET", "/nothing")).body.message).toContain("has no GET /nothing");
  });

  it("is off where other machines reach it, unless asked for", async () => {
    const statuses = [];
    for (const options of [{ host: "0.0.0.0" }, { host: "0.0.0.0", control: true }, { control: false }]) {
      const sandbox = await sandboxOf(options);
      const { port } = new URL(sandbox.url);
      statuses.push((await fetch(`http://127.0.0.1:${port}/__sandbox/orders`)).status);
    }
    expect(statuses).toEqual([403, 200, 403]);
  });
});

describe("several sandboxes in one process", () => {
  it("have orders, a clock and limits each", async () => {
    const [one, other] = [await sandboxOf(), await sandboxOf()];
    await call(one, "DELETE", orderPath(73552));
    await one.advance(5000);
    expect([one.order(73552)?.status, other.order(73552)?.status]).toEqual(["Canceled", "New"]);
    expect(one.now() - other.now()).toBe(5000);
  });

  it("leave nothing running when closed, not even requests without an answer", async () => {
    const running = () =>
      process.getActiveResourcesInfo().filter((name) => /TCPServer|Timeout/.test(name)).length;
    const before = running();
    const sandbox = await startSandbox({ latency: 60_000 });
    const path = sandbox.url + orderPath(73552);
    const unanswered = fetch(path, { headers: credentials(sandbox) }).catch((error: Error) => error.message);
    await arrived(sandbox);
    await sandbox.close();
    await sandbox.close();
    expect(await unanswered).toBe("fetch failed");
    await expect(fetch(path)).rejects.toThrow("fetch failed");
    await expect.poll(running, { timeout: 10_000 }).toBeLessThanOrEqual(before);
  });
});

describe("the seed", () => {
  it("decides all chance: same seed and requests, same answers at the same times", async () => {
    const run = async (seed: number) => {
      const sandbox = await sandboxOf({ seed });
      for (const id of [73552, 80001, 80002, 80003]) await call(sandbox, "DELETE", orderPath(id));
      await sandbox.advance(3000);
      return sandbox.orders().map(({ id, history }) => [id, history]);
    };
    expect(await run(7)).toEqual(await run(7));
    expect(await run(7)).not.toEqual(await run(8));
  });
});

describe("fetch without a socket", () => {
  it("gives the same answers as one with", async () => {
    const sandbox = await sandboxOf({ limits: false });
    const headers = credentials(sandbox);
    for (const id of [73552, 80001, 80006, 80011, 80015, 80016, 80020, 80021, 80022, 80024]) {
      const seen = [];
      for (const send of [fetch, sandbox.fetch]) {
        sandbox.putOrder(80016, { status: "New" });
        const restored = sandbox.order(id);
        if (restored) sandbox.putOrder(id, { status: restored.history[0]?.to ?? "New" });
        seen.push(
          await send(sandbox.url + orderPath(id), { method: "DELETE", headers }).then(described, refusal),
        );
      }
      expect(seen[0]).toEqual(seen[1]);
    }
  });

  async function described(response: Response): Promise<unknown> {
    return [response.status, await response.text().catch(() => "broken off")];
  }

  function refusal(error: Error): unknown {
    return (error.cause as { code: string }).code;
  }

  it("never settles where no answer comes, until it is aborted", async () => {
    const sandbox = await sandboxOf();
    const leave = new AbortController();
    const path = sandbox.url + orderPath(80013);
    const never = sandbox.fetch(path, {
      method: "DELETE",
      headers: credentials(sandbox),
      signal: leave.signal,
    });
    leave.abort(new Error("enough"));
    await expect(never).rejects.toThrow("enough");
  });
});

describe("the log", () => {
  it("has a readable line per request, and no secret in any", async () => {
    const lines: string[] = [];
    const sandbox = await sandboxOf({ log: (line) => lines.push(line), venueMs: 700 });
    const secrets = {
      Username: "trader2fa",
      Password: "sandbox",
      VerificationCode: "123456",
      PinCode: "1234",
    };
    await call(sandbox, "POST", "/token", secrets);
    await call(sandbox, "DELETE", orderPath(73552));
    await call(sandbox, "GET", "/nowhere");
    expect(lines).toEqual([
      "14:30:30.000  POST /token  401  sign-in: the interim token is missing or wrong",
      "14:30:30.000  DELETE /v1.0/accounts/6303/orders/73552  204  cancel: accepted; the venue decides in 700 ms",
      "14:30:30.000  GET /nowhere  404  route: no operation has this path and method",
    ]);
    for (const secret of [...Object.values(secrets), "sandbox-app-key", "sandbox-token"])
      expect(lines.join()).not.toContain(secret);
  });
});
