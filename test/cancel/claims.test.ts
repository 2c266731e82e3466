// What `cancel()` claims when the API, the venue or the network misbehave.
import { describe, expect, test } from "vitest";
import { cancel, createClient, resume } from "../../src/index.js";
import { refusedConnection, reset, type Script, SIGNED_IN, stage, stageSigningIn } from "./kit.js";
import { BASE_URL, ORDER, order } from "./order.js";

const html = (status = 200) =>
  new Response("<!doctype html><title>Sign in to the network</title>", {
    status,
    headers: { "Content-Type": "text/html" },
  });
const json = (status: number, body: object) => Response.json(body, { status });

/** The order is open until a DELETE is accepted, and canceled from then on. */
function honest(before: Script = () => 204): Script {
  let isCanceled = false;
  return async (request) => {
    if (request.what === "token") return SIGNED_IN;
    if (request.method === "GET") return order(isCanceled ? "Canceled" : "New");
    const played = await before(request);
    isCanceled ||= played === 204;
    return played;
  };
}

describe("a sign-in that fails says nothing about the order", () => {
  test.each<[string, () => Response | Error | number]>([
    ["302", () => json(302, {})],
    ["200 with a page", html],
    ["400", () => 400],
    ["405", () => 405],
    ["409", () => 409],
    ["410", () => 410],
    ["422", () => 422],
    ["500", () => 500],
    ["a reset", reset],
    ["404", () => 404],
  ])("%s at first, then fine: canceled", async (_, first) => {
    const play = honest();
    const scene = stageSigningIn((request) =>
      request.what === "token" && request.nth === 0 ? first() : play(request),
    );
    const result = await scene.cancel();
    expect(result).toMatchObject({ verdict: "canceled" });
    expect(result.attempts[0]).toMatchObject({ outcome: "not-sent", fate: "not-sent", forToken: true });
  });

  test("no server at all, with credentials: no connection", async () => {
    const result = await stageSigningIn(refusedConnection).cancel();
    expect(result).toMatchObject({ verdict: "not-sent", why: "no-connection", outstanding: 0 });
  });

  test("a DELETE that met 401 and a renewal that met 404 is denied", async () => {
    const scene = stageSigningIn(({ what, nth }) => {
      if (what === "token") return nth === 0 ? SIGNED_IN : 404;
      return json(401, { Message: "Authorization has been denied for this request." });
    });
    expect(await scene.cancel()).toMatchObject({ verdict: "denied" });
  });
});

describe("an acceptance", () => {
  const rejected = { Target: "CancelReject", RequestStatus: "Rejected" };

  test("that the venue turns down at once, without a word in the order, leaves no trace", async () => {
    const scene = stage(({ method }) => (method === "DELETE" ? 204 : order("New")));
    const result = await scene.cancel();
    expect(result).toMatchObject({ verdict: "unresolved", why: "no-trace" });
    expect(scene.sentBy("DELETE")).toHaveLength(3);
  });

  test("that the order says was refused is still open", async () => {
    const scene = stage(({ method }) => (method === "DELETE" ? 204 : order("New", rejected)));
    expect(await scene.cancel()).toMatchObject({ verdict: "still-open", why: "venue-rejected" });
    expect(scene.sentBy("DELETE")).toHaveLength(1);
  });

  test.each([
    ["a page instead of an answer", () => html()],
    ["IsSucceed false", () => json(200, { IsSucceed: false, Errors: ["No"] })],
    ["IsSucceed as text", () => json(200, { IsSucceed: "false" })],
    ["errors without IsSucceed", () => json(200, { Errors: ["No"], ErrorsCode: [] })],
    ["codes of errors", () => json(200, { ErrorsCode: ["7"], IsSucceed: null })],
    ["the words of an error", () => json(200, { error: "No" })],
    ["another status in the body", () => json(200, { StatusCode: 409 })],
    ["a text", () => new Response("OK")],
    ["a text in JSON", () => Response.json("OK")],
    ["half a JSON", () => new Response('{"Id":')],
  ])("is not taken from %s", async (_, answer) => {
    for (const via of ["api", "venue"] as const) {
      const result = await stage(answer).cancel({ via });
      expect(result).toMatchObject({ verdict: "unresolved", why: "lost" });
      expect(result).not.toHaveProperty("level");
    }
  });
});

describe("a stale read", () => {
  const STALE_MS = 1_500;
  const lagging = (truth: (at: number) => string, deleteAnswer: number): Script => {
    return ({ method, at }) => (method === "DELETE" ? deleteAnswer : order(truth(at - STALE_MS)));
  };

  test("after a 409 does not make a canceled order still open", async () => {
    const scene = stage(lagging((at) => (at < 0 ? "New" : "Canceled"), 409));
    expect(await scene.cancel()).toMatchObject({ verdict: "canceled" });
  });

  test("between PendingCancel and Canceled does not either", async () => {
    const shown = (at: number) => (at < 500 ? "PendingCancel" : at < 2_000 ? "New" : "Canceled");
    const scene = stage(({ method, at }) => (method === "DELETE" ? 204 : order(shown(at))));
    expect(await scene.cancel()).toMatchObject({ verdict: "canceled" });
  });
});

describe("what an earlier DELETE may have done is not forgotten", () => {
  const lostAtFirst: Script = ({ method, nth }) => {
    if (method === "DELETE") return nth === 0 ? reset() : 404;
    return 404;
  };

  test("by a second cancel() that meets 404", async () => {
    const scene = stage(lostAtFirst);
    const first = await scene.cancel();
    expect(first).toMatchObject({ verdict: "unresolved", why: "lost", outstanding: 1 });
    expect(await scene.cancel()).toMatchObject({ verdict: "unresolved", why: "lost", outstanding: 1 });
  });

  test("by a resume that joins a cancel() which meets 404", async () => {
    const scene = stage(lostAtFirst);
    const first = await scene.cancel({ deadlineMs: 3_000 });
    const other = createClient({
      baseUrl: BASE_URL,
      appKey: "app-key-1",
      token: "token-0",
      clock: scene.clock,
      fetch: async () => new Response(null, { status: 404 }),
    });
    const [, resumed] = await scene.clock.run(
      Promise.all([cancel(other, ORDER), resume(other, JSON.parse(JSON.stringify(first)))]),
    );
    expect(resumed).toMatchObject({ verdict: "unresolved", why: "lost" });
  });
});

describe("404", () => {
  test("right after placing, before the order is known everywhere, is tried again", async () => {
    let isKnown = false;
    let isCanceled = false;
    const scene = stage(({ method, at }) => {
      isKnown ||= at >= 1_000;
      if (!isKnown) return 404;
      if (method === "DELETE") {
        isCanceled = true;
        return 204;
      }
      return order(isCanceled ? "Canceled" : "New");
    });
    expect(await scene.cancel()).toMatchObject({ verdict: "canceled" });
  });

  test("of a wrong address says nothing about the order", async () => {
    const body = { Message: "No HTTP resource was found that matches the request URI 'https://x/v1.0'." };
    const scene = stage(() => json(404, body));
    expect(await scene.cancel()).toMatchObject({
      verdict: "unresolved",
      why: "wrong-address",
      outstanding: 0,
    });
    expect(scene.sent).toHaveLength(1);
  });

  test("to the DELETE and to a late read is not found", async () => {
    const scene = stage(() => 404);
    const result = await scene.cancel();
    expect(result).toMatchObject({ verdict: "not-found", outstanding: 0 });
    expect(scene.clock.elapsedMs).toBeGreaterThan(2_000);
  });
});

describe("callers who join", () => {
  test("have their own deadline", async () => {
    const play = honest(({ nth }) =>
      nth === 0 ? new Response(null, { status: 429, headers: { "Retry-After": "1" } }) : 204,
    );
    const { clock, client } = stage(play);
    const [a, b] = await clock.run(
      Promise.all([
        cancel(client, { ...ORDER, deadlineMs: 60 }),
        cancel(client, { ...ORDER, deadlineMs: 15_000 }),
      ]),
    );
    expect([a.verdict, b.verdict]).toEqual(["not-sent", "canceled"]);
  });

  test("have their own signal", async () => {
    const { clock, client } = stage(honest());
    const controller = new AbortController();
    clock.at(10, () => controller.abort());
    const slow = cancel(client, { ...ORDER, signal: controller.signal });
    const [a, b] = await clock.run(Promise.all([slow, cancel(client, ORDER)]));
    expect([a.verdict, b.verdict]).toEqual(["pending", "canceled"]);
  });

  test("get the venue asked, and their own progress", async () => {
    const scene = stage(honest());
    const events: string[] = [];
    const [, b] = await scene.clock.run(
      Promise.all([
        cancel(scene.client, ORDER),
        cancel(scene.client, { ...ORDER, via: "venue", onProgress: ({ event }) => events.push(event) }),
      ]),
    );
    expect(b.via).toBe("venue");
    expect(scene.sentBy("GET").map(({ what }) => what)).toEqual(["syncorders/2"]);
    expect(events).toContain("seen-canceled");
  });
});

test("401 and a replay that is answered 500: at most three DELETEs leave, replays included", async () => {
  const scene = stageSigningIn(({ what, method, nth }) => {
    if (what === "token") return { State: "Succeeded", Token: `token-${nth}` };
    if (method === "GET") return order("New");
    return nth % 2 === 0 ? 401 : 500;
  });
  const result = await scene.cancel({ deadlineMs: 60_000 });
  expect(scene.sentBy("DELETE").length).toBeLessThanOrEqual(3);
  expect(result.verdict).toBe("unresolved");
  expect(result.attempts.filter(({ sentAt }) => sentAt)).toHaveLength(scene.sentBy("DELETE").length);
});

test("an order of another account is no evidence", async () => {
  const scene = stage(({ method }) => (method === "DELETE" ? 204 : order("Canceled", { AccountId: 7 })));
  expect(await scene.cancel()).toMatchObject({ verdict: "pending" });
});

describe("a denial", () => {
  test.each([401, 403])("%i without a body does not say what to look at", async (status) => {
    expect(await stage(() => status).cancel()).toMatchObject({ verdict: "denied", which: "unknown" });
    expect(
      await stageSigningIn(({ what }) => (what === "token" ? SIGNED_IN : status)).cancel(),
    ).toMatchObject({
      verdict: "denied",
      which: "unknown",
    });
  });

  const DENIED = { Message: "Authorization has been denied for this request." };
  test("with words, to a token that was just renewed, is about the account", async () => {
    const scene = stageSigningIn(({ what, nth }) =>
      what === "token" ? { State: "Succeeded", Token: `token-${nth}` } : json(401, DENIED),
    );
    expect(await scene.cancel()).toMatchObject({ verdict: "denied", which: "account" });
  });

  test("with the words that a token and an account share does not say which", async () => {
    expect(await stage(() => json(401, DENIED)).cancel()).toMatchObject({
      verdict: "denied",
      which: "unknown",
    });
  });

  test.each([{}, { Message: "" }, { Details: [] }])("without words, %j, does not say which", async (body) => {
    expect(await stage(() => json(403, body)).cancel()).toMatchObject({
      verdict: "denied",
      which: "unknown",
    });
  });

  test("of the app key names the app key", async () => {
    const words = { error: "Application key is not defined or does not exist" };
    expect(await stage(() => json(403, words)).cancel()).toMatchObject({
      verdict: "denied",
      which: "app-key",
    });
  });

  test("of the sign-in names the token", async () => {
    const scene = stageSigningIn(() => json(401, { State: "Failed", Reason: "Invalid credentials" }));
    const result = await scene.cancel();
    expect(result).toMatchObject({ verdict: "denied", which: "token" });
    expect(result.attempts).toMatchObject([{ outcome: "denied", fate: "not-sent", forToken: true }]);
    expect(scene.sent).toHaveLength(1);
  });
});

describe("where the runtime sends a DELETE twice by itself", () => {
  test.each([404, 403, 401, 409])("the first takes effect, the second meets %i: canceled", async (status) => {
    const scene = stage(({ method, at }) =>
      method === "DELETE" ? status : order(at < 800 ? "PendingCancel" : "Canceled"),
    );
    expect(await scene.cancel()).toMatchObject({ verdict: "canceled" });
  });
});

describe("a replaced order", () => {
  const replaced = order("Replaced", { ClientId: "a-1" });
  const listed = (...orders: object[]) => ({ Result: orders, NextPageLink: null, TotalCount: orders.length });
  const playing =
    (list: object): Script =>
    ({ method, what }) => {
      if (method === "DELETE") return 409;
      return what === "orders" ? list : replaced;
    };

  test("names the one order that says it replaced it", async () => {
    const successor = order("New", { Id: 9, ClientId: "a-2", OrigClientId: "a-1" });
    const scene = stage(playing(listed(replaced, successor, order("New", { Id: 10, OrigClientId: "b" }))));
    const result = await scene.cancel();
    expect(result).toMatchObject({ verdict: "superseded", successorId: 9 });
    expect(result.observations.map(({ source }) => source)).toEqual(["getOrder", "listOrders"]);
  });

  test.each([
    ["none says so", listed(replaced)],
    [
      "two say so",
      listed(order("New", { Id: 9, OrigClientId: "a-1" }), order("New", { Id: 10, OrigClientId: "a-1" })),
    ],
    ["the list cannot be read", new Response(null, { status: 500 })],
    ["it is of another account", listed(order("New", { Id: 9, OrigClientId: "a-1", AccountId: 77 }))],
    ["it has no number", listed({ ...order("New", { OrigClientId: "a-1" }), Id: "9" })],
  ])("names none where %s", async (_, list) => {
    const result = await stage(playing(list)).cancel();
    expect(result.verdict).toBe("superseded");
    expect(result).not.toHaveProperty("successorId");
  });
});
