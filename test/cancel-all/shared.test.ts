// Owns: whoever cancels the same order with the same client shares what is known of it, and no two DELETEs are under way.
import { expect, test } from "vitest";
import { cancel, cancelAll } from "../../src/index.js";
import { EVERYTHING, type Stage, stage } from "./kit.js";

const deletesOf = ({ deletes }: Stage, id: number) => deletes().filter(({ orderId }) => orderId === id);

test("cancel() of an order that waits its turn in cancelAll() sends the only DELETE of it", async () => {
  const own = stage();
  const { clock, venue, client } = own;
  for (let n = 0; n < 110; n++) venue.place();
  const last = venue.place({ Quantity: 1 });
  const all = cancelAll(client, EVERYTHING);
  await clock.run(clock.wait(62_000));
  expect(deletesOf(own, last.id)).toHaveLength(0);
  const one = cancel(client, { accountId: 1, orderId: last.id, deadlineMs: 120_000 });
  const [result, { stopped, results }] = await clock.run(Promise.all([one, all]));
  expect([result.verdict, stopped]).toEqual(["canceled", "verified-empty"]);
  expect(results.find(({ orderId }) => orderId === last.id)).toMatchObject({ verdict: "canceled" });
  expect(deletesOf(own, last.id)).toHaveLength(1);
});

test.each([0, 5, 30, 60, 200, 400])(
  "cancelAll() that begins %i ms after cancel() sends no second DELETE",
  async (ms) => {
    const own = stage();
    const { clock, venue, client } = own;
    const order = venue.place();
    const one = cancel(client, { accountId: 1, orderId: order.id });
    const all = clock.wait(ms).then(() => cancelAll(client, EVERYTHING));
    const [result, { stopped }] = await clock.run(Promise.all([one, all]));
    expect([result.verdict, stopped]).toEqual(["canceled", "verified-empty"]);
    expect(deletesOf(own, order.id)).toHaveLength(1);
  },
);

test("a cancel() whose DELETE was lost: cancelAll() reads the order before it sends another", async () => {
  const own = stage();
  const { clock, venue, server, client } = own;
  const order = venue.place({ nature: "sticks" });
  const first = await clock.run(cancel(client, { accountId: 1, orderId: order.id, deadlineMs: 200 }));
  expect(first.outstanding).toBe(1);
  await clock.run(cancelAll(client, EVERYTHING, { deadlineMs: 30_000 }));
  expect(deletesOf(own, order.id)).toHaveLength(1);
  expect(server.arrivals.filter(({ kind }) => kind === "reads").length).toBeGreaterThan(1);
});

test("two cancelAll() at once send one DELETE for each order, and both see that none is left", async () => {
  const own = stage();
  const { clock, venue, client } = own;
  for (let n = 0; n < 60; n++) venue.place();
  const both = [cancelAll(client, EVERYTHING), cancelAll(client, EVERYTHING, { via: "venue" })];
  const results = await clock.run(Promise.all(both));
  expect(results.map(({ stopped }) => stopped)).toEqual(["verified-empty", "verified-empty"]);
  expect(own.deletes()).toHaveLength(60);
});

test("orders that cancel() and cancelAll() want at the same moment are sent one DELETE each", async () => {
  const own = stage();
  const { clock, venue, client } = own;
  const orders = Array.from({ length: 3 }, () => venue.place());
  const all = cancelAll(client, EVERYTHING);
  const ones = orders.map(({ id }) => cancel(client, { accountId: 1, orderId: id }));
  await clock.run(Promise.all([all, ...ones]));
  for (const { id } of orders) expect(deletesOf(own, id)).toHaveLength(1);
});
