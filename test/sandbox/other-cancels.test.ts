// What can be canceled besides an order: mutual-fund orders and transfers. And the list that is asked at the venue.
import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/sandbox/index.js";
import { requestOf } from "../helpers.js";
import { arrived, call, orderPath, problems, sandboxOf } from "./helpers.js";

const UNKNOWN_KEY = { "Et-App-Key": "x" };

describe("a mutual-fund order", () => {
  const { path } = requestOf("cancelMutualFundOrder");
  const fund = (id: number, account = "6303") => `/v1.0/accounts/${account}/orders/mutual-funds/${id}`;
  const cancel = (sandbox: Sandbox, id: number) => call(sandbox, "DELETE", fund(id));

  it("that is there is taken, and canceled when the venue's turn comes", async () => {
    const sandbox = await sandboxOf({ venueMs: 700 });
    const answer = await call(sandbox, "DELETE", path);
    expect([answer.status, answer.text]).toEqual([204, ""]);
    expect((await call(sandbox, "GET", orderPath(74001))).body).toMatchObject({
      Status: "PendingCancel",
      SecurityType: "MutualFund",
    });
    expect((await cancel(sandbox, 74001)).body.message).toBe("A cancel of order 74001 is already pending");
    await sandbox.advance(700);
    expect(sandbox.order(74001)?.status).toBe("Canceled");
    expect(await cancel(sandbox, 74001)).toMatchObject({
      status: 409,
      body: { message: "Order 74001 is already canceled" },
    });
  });

  it("that is filled is refused with 409", async () => {
    const answer = await cancel(await sandboxOf(), 74002);
    expect([answer.status, answer.body.message]).toEqual([409, "Order 74002 is already filled"]);
  });

  it.each([
    ["that does not exist", 5],
    ["that is an order for something else", 73552],
  ])("%s is refused with 409, as the vendor's page says", async (_, id) => {
    const sandbox = await sandboxOf();
    const answer = await cancel(sandbox, id);
    expect([answer.status, answer.body]).toEqual([409, { message: `Order ${id} does not exist` }]);
    expect(problems("MessageError", answer.body)).toEqual([]);
  });

  it("of another user's account, of no account, and with a wrong app key is not let in", async () => {
    const sandbox = await sandboxOf();
    const status = async (url: string, headers = {}) => (await call(sandbox, "DELETE", url, headers)).status;
    expect(await status(fund(74001, "6304"))).toBe(401);
    expect(await status(fund(74001, "x"))).toBe(404);
    expect(await status(fund(74001), UNKNOWN_KEY)).toBe(401);
  });

  it("counts in the limit of its account's orders", async () => {
    const sandbox = await sandboxOf();
    for (let i = 0; i < 49; i++) await cancel(sandbox, 5);
    expect((await call(sandbox, "DELETE", orderPath(1))).status).toBe(404);
    expect((await cancel(sandbox, 74001)).status).toBe(429);
  });
});

describe("a transfer", () => {
  const { path } = requestOf("cancelTransfer");
  const ids = { open: path.replace(/.*\/(.*)\?.*/, "$1"), done: "a59448f5-176d-4473-6ce2-08d7bc5cbf81" };
  const cancel = (sandbox: Sandbox, id: string, account = 6303) =>
    call(sandbox, "DELETE", `/v1.0/accounts/${account}/transfers/${id}?comment=No%20more`);
  const stateOf = (sandbox: Sandbox, id: string) => sandbox.transfers().find((one) => one.id === id);

  it("that is on its way is asked to be canceled: the 204 comes first, the cancellation later", async () => {
    const sandbox = await sandboxOf({ venueMs: 700 });
    const answer = await cancel(sandbox, ids.open);
    expect([answer.status, answer.text]).toEqual([204, ""]);
    expect(stateOf(sandbox, ids.open)).toMatchObject({ state: "cancel-asked", comment: "No more" });
    const again = await cancel(sandbox, ids.open);
    expect([again.status, again.body.message]).toEqual([
      409,
      `A cancel of transfer ${ids.open} is already pending`,
    ]);
    await sandbox.advance(700);
    expect(stateOf(sandbox, ids.open)?.state).toBe("canceled");
    sandbox.reset();
    expect(stateOf(sandbox, ids.open)?.state).toBe("open");
  });

  it("that is done is refused with 409", async () => {
    const answer = await cancel(await sandboxOf(), ids.done);
    expect([answer.status, answer.body]).toEqual([409, { message: `Transfer ${ids.done} is already done` }]);
  });

  it("that does not exist is refused with 404, by the id that was asked for", async () => {
    const unknown = "00000000-0000-0000-0000-000000000000";
    const answer = await cancel(await sandboxOf(), unknown);
    expect([answer.status, answer.body]).toEqual([404, { message: `Transfer ${unknown} does not exist` }]);
    expect(problems("NotFoundError", answer.body)).toEqual([]);
  });

  it("needs a comment, and an account that is the user's", async () => {
    const sandbox = await sandboxOf();
    const without = await call(sandbox, "DELETE", path.replace(/\?.*/, ""));
    expect([without.status, without.body.Errors]).toEqual([422, ["comment is missing"]]);
    expect((await cancel(sandbox, ids.open, 6304)).status).toBe(401);
  });

  it("counts in no limit, as none is documented", async () => {
    const sandbox = await sandboxOf();
    for (let i = 0; i < 130; i++) await cancel(sandbox, ids.done);
    expect((await cancel(sandbox, ids.open)).status).toBe(204);
  });
});

describe("a list that is asked at the venue", () => {
  const { path } = requestOf("listSyncOrders");

  it("is the list of the API, and arrives when the venue has answered", async () => {
    const sandbox = await sandboxOf({ venueReadMs: 300 });
    const asked = call(sandbox, "GET", path);
    await arrived(sandbox);
    expect(sandbox.requests("listSyncOrders")[0]?.outcome).toBeUndefined();
    await sandbox.advance(300);
    const { status, body } = await asked;
    expect([status, problems("OrderPage", body)]).toEqual([200, []]);
    const { body: ofApi } = await call(sandbox, "GET", path.replace("syncorders", "orders"));
    expect(body.Result).toEqual(ofApi.Result);
  });

  it("refuses a filter that cannot be read", async () => {
    const { status } = await call(await sandboxOf(), "GET", `${path}&filter=nonsense`);
    expect(status).toBe(400);
  });
});
