// The rules as a function: no socket, no clock, nothing rendered.
import { describe, expect, it } from "vitest";
import { decide, decideAfterVenue } from "../../src/sandbox/decide.js";
import type { Call } from "../../src/sandbox/decision.js";
import { applyDueEvents } from "../../src/sandbox/order-store.js";
import { switchesOf } from "../../src/sandbox/profiles.js";
import { readSpec } from "../../src/sandbox/spec.js";
import { apply, issueToken, newState, type State } from "../../src/sandbox/state.js";
import { TIMING } from "../../src/sandbox/timing.js";
import { ownSpec } from "./helpers.js";

const NOW = Date.UTC(2026, 0, 22);
const SPEC = readSpec(ownSpec());

function stateWith(switches = {}): State {
  const state = newState(
    {
      appKey: "key",
      users: [{ name: "ann", password: "pw", secondFactor: false }],
      code: "123456",
      pin: "1234",
      switches: switchesOf("default", switches),
      limits: SPEC.limits,
      guessableTokens: true,
      timing: { ...TIMING, venueMs: [500, 1500] },
    },
    NOW,
  );
  issueToken(state, { token: "sandbox-token-1", user: "ann", interim: false }, NOW);
  return state;
}

function callOf(id: string, given: Partial<Call> = {}): Call {
  const operation = SPEC.operations.find((one) => one.id === id);
  if (!operation) throw new Error(id);
  return {
    operation,
    method: operation.method,
    path: "/path",
    args: { accountId: 6303, orderId: 73552 },
    problems: [],
    headers: { "et-app-key": "key", authorization: "Bearer sandbox-token-1" },
    keys: ["204", "404 order-unknown"],
    chance: 0.5,
    ...given,
  };
}

function key(request: Call, state: State, now = NOW): string {
  const { response } = decide(request, state, now);
  return "key" in response ? response.key : String(response.response.status);
}

describe("decide", () => {
  it("changes nothing by itself", () => {
    const state = stateWith();
    const before = structuredClone(state);
    decide(callOf("cancelOrder"), state, NOW);
    expect(state).toEqual(before);
  });

  it("takes a quick cancel at once and leaves the rest to the venue", () => {
    const state = stateWith();
    const { response, changes, due } = decide(callOf("cancelOrder"), state, NOW);
    expect(response).toEqual({ key: "204" });
    expect(due).toBeUndefined();
    apply(state, changes, NOW);
    expect(state.orders.byId.get(73552)?.status).toBe("PendingCancel");
    applyDueEvents(state.orders, NOW + 999);
    expect(state.orders.byId.get(73552)?.status).toBe("PendingCancel");
    applyDueEvents(state.orders, NOW + 1000);
    expect(state.orders.byId.get(73552)?.status).toBe("Canceled");
  });

  it("answers a slow cancel when the venue has spoken, by what the order has become", () => {
    const state = stateWith();
    const slow = callOf("cancelSyncOrder", { args: { accountId: 6303, orderId: 80001 } });
    const decision = decide(slow, state, NOW);
    expect(decision.due).toBe(NOW + 1000);
    apply(state, decision.changes, NOW);
    applyDueEvents(state.orders, NOW + 1000);
    expect(decideAfterVenue(decision, state).response).toMatchObject({ key: "409 order-already-filled" });
  });

  it.each([
    ["cancel again while pending", { secondCancel: "204" }, 73507, "204"],
    ["cancel again while pending", {}, 73507, "409 cancel-already-pending"],
    ["cancel what is canceled", {}, 73505, "409 order-already-canceled"],
    ["cancel what is filled", {}, 73503, "409 order-already-filled"],
    ["cancel what is filled", { filledOrder: "422" }, 73503, "422 validation-failed"],
    ["cancel what does not exist", {}, 1, "404 order-unknown"],
    ["cancel what does not exist", { unknownOrder: "409" }, 1, "409 order-already-filled"],
    ["cancel", { success: "200" }, 73552, "200 accepted-with-body"],
  ])("%s, with %j", (_, switches, orderId, expected) => {
    expect(key(callOf("cancelOrder", { args: { accountId: 6303, orderId } }), stateWith(switches))).toBe(
      expected,
    );
  });

  it.each([
    [{}, 6304, "401 account-of-another-user"],
    [{ foreignAccount: "403" }, 6304, "403 not-permitted"],
    [{}, 7125, "500 user-id-as-account-id"],
    [{}, 6305, "404 account-unknown"],
  ])("with %j, account %i is answered %s", (switches, accountId, expected) => {
    const keys = [
      "401 account-of-another-user",
      "403 not-permitted",
      "500 user-id-as-account-id",
      "404 account-unknown",
    ];
    expect(key(callOf("getOrder", { args: { accountId, orderId: 1 }, keys }), stateWith(switches))).toBe(
      expected,
    );
  });

  it("lets a token die after 60 minutes, used or not, unless use renews it", () => {
    const later = NOW + 3_599_999;
    for (const [tokenLife, expected] of [
      ["60m", "401 token-expired"],
      ["60m-idle", "200 order-open"],
      ["24h", "200 order-open"],
    ] as const) {
      const state = stateWith({ tokenLife });
      apply(state, decide(callOf("getOrder"), state, later).changes, later);
      expect(key(callOf("getOrder"), state, NOW + 3_600_000)).toBe(expected);
    }
  });

  it("refuses the replay after a 401 once, where that side is played", () => {
    const state = stateWith({ replayAfter401: "refused" });
    const now = NOW;
    const send = (authorization: string) => {
      const request = callOf("getOrder", { headers: { "et-app-key": "key", authorization } });
      const answer = key(request, state, now);
      apply(state, decide(request, state, now).changes, now);
      return answer;
    };
    expect(["Bearer old", "Bearer sandbox-token-1", "Bearer sandbox-token-1"].map(send)).toEqual([
      "401 token-expired",
      "401 token-expired",
      "200 order-open",
    ]);
  });

  it.each(["sandbox-token-1", "Bearer  sandbox-token-1", "bearer sandbox-token-1", "Bearer "])(
    "does not take %j for a bearer token",
    (authorization) => {
      const request = callOf("getOrder", { headers: { "et-app-key": "key", authorization } });
      expect(key(request, stateWith())).toBe("401 token-expired");
    },
  );

  it("uses up a script in its order, and lets a fault without effect touch nothing", () => {
    const state = stateWith();
    state.script = [
      { fault: "500-before", times: 2 },
      { answer: { status: 404 }, times: 1 },
    ];
    const seen = Array.from({ length: 4 }, () => {
      const decision = decide(callOf("cancelOrder"), state, NOW);
      apply(state, decision.changes, NOW);
      return decision.fault?.says ?? ("key" in decision.response ? decision.response.key : "");
    });
    expect(seen).toEqual([
      "500; the request has no effect",
      "500; the request has no effect",
      "404 order-unknown",
      "204",
    ]);
    expect(state.orders.byId.get(73552)?.history.map(({ event }) => event)).toEqual([
      "opened",
      "cancel-taken",
    ]);
  });

  it("counts names that nobody has together", () => {
    const state = stateWith();
    for (const username of ["a", "b"]) {
      const request = callOf("createToken", { args: {}, headers: { "et-app-key": "key", username } });
      apply(state, decide(request, state, NOW).changes, NOW);
    }
    expect([...state.requestTimes.keys()]).toEqual(["tokens:nobody"]);
  });
});
