// Callers who join a cancel, and ledgers that meet: nothing is lost, and what one knows binds the DELETE of the other.
import { expect, test } from "vitest";
import { merged } from "../../src/cancel/ledger.js";
import { type CancelResult, cancel, resume } from "../../src/index.js";
import { reset, type Stage, stage } from "./kit.js";
import { ledgerOf, lost, read, sent } from "./ledgers.js";
import { ORDER, order } from "./order.js";

/** Gives a token after `ms` of virtual time. */
const slowToken = (scene: () => Stage, ms: number) => async (): Promise<string> => {
  await scene().clock.wait(ms);
  return "token-0";
};

const lostResult = (): Promise<CancelResult> =>
  stage(({ method }) => (method === "DELETE" ? reset() : 503)).cancel({ deadlineMs: 1_000 });

const pendingResult = (): Promise<CancelResult> =>
  stage(({ method }) => (method === "DELETE" ? 409 : order("PendingCancel"))).cancel({ deadlineMs: 1_000 });

test("DELETEs that two clients sent in the same millisecond, with the same answer, are two", () => {
  const both = merged(ledgerOf([sent(5, 204)]), ledgerOf([sent(5, 204)]));
  expect(both.attempts).toHaveLength(2);
});

test("a DELETE that is known to both ledgers is one, with the answer that one of them has", () => {
  const open = lost(5);
  const closed = { ...sent(9, 204), id: open.id, sentAt: open.at };
  expect(merged(ledgerOf([open]), ledgerOf([closed])).attempts).toEqual([closed]);
  expect(merged(ledgerOf([closed]), ledgerOf([open])).attempts).toEqual([closed]);
});

test("a read that was through JSON is the same read", () => {
  const one = ledgerOf([sent(0, 204), read(5, "New")]);
  expect(merged(one, JSON.parse(JSON.stringify(one)))).toEqual(one);
});

test.each([
  ["a DELETE was lost", lostResult],
  ["a cancel is pending", pendingResult],
])(
  "who joins before the DELETE has left, and knows that %s, holds it back until a read",
  async (_, known) => {
    const result = await known();
    const scene: Stage = stage(({ method }) => (method === "DELETE" ? 204 : order("PendingCancel")), {
      token: slowToken(() => scene, 50),
    });
    const first = cancel(scene.client, { ...ORDER, deadlineMs: 4_000 });
    const joined = resume(scene.client, result, { deadlineMs: 4_000 });
    await scene.clock.run(Promise.all([first, joined]));
    expect(scene.sent[0]?.method).toBe("GET");
    expect(scene.sentBy("DELETE")).toHaveLength(0);
  },
);

test("who joins before the DELETE has left, and asks the venue, gets the venue asked", async () => {
  const scene: Stage = stage(({ method }) => (method === "DELETE" ? 204 : order("Canceled")), {
    token: slowToken(() => scene, 50),
  });
  const calls = [cancel(scene.client, ORDER), cancel(scene.client, { ...ORDER, via: "venue" })];
  const results = await scene.clock.run(Promise.all(calls));
  expect(results.map(({ verdict }) => verdict)).toEqual(["canceled", "canceled"]);
  expect(scene.sentBy("DELETE").map(({ what }) => what)).toEqual(["syncorders/2"]);
});

test("who joins while the token is renewed does not end the replay", async () => {
  const scene: Stage = stage(
    async ({ method, token }) => {
      if (method === "GET") return order("Canceled");
      await scene.clock.wait(30);
      return token === "old" ? 401 : 204;
    },
    {
      token: async (refused) => {
        await scene.clock.wait(refused === undefined ? 0 : 100);
        return refused === undefined ? "old" : "new";
      },
    },
  );
  const first = cancel(scene.client, ORDER);
  scene.clock.at(60, () => void cancel(scene.client, ORDER));
  expect(await scene.clock.run(first)).toMatchObject({ verdict: "canceled" });
  expect(scene.sentBy("DELETE").map(({ token }) => token)).toEqual(["old", "new"]);
});

test("after a 404 and a DELETE that was held back, going on sends none before the order is read open", async () => {
  const tokens = ["a", "a", undefined];
  const early = await stage(({ method }) => (method === "DELETE" ? 404 : order("New")), {
    token: () => (tokens.length > 0 ? tokens.shift() : undefined),
  }).cancel({ deadlineMs: 1_500 });
  expect(early).toMatchObject({ verdict: "unresolved", outstanding: 0 });
  const later = stage(({ method, at }) => {
    if (method === "DELETE") return 204;
    return at < 900 ? 404 : order("New");
  });
  await later.clock.run(resume(later.client, JSON.parse(JSON.stringify(early)), { deadlineMs: 5_000 }));
  const firstOpen = later.sentBy("GET").find(({ at }) => at >= 900);
  expect(later.sentBy("DELETE")[0]?.at).toBeGreaterThanOrEqual(firstOpen?.at ?? Number.POSITIVE_INFINITY);
});

test("a DELETE that was under way when a ledger was joined is the last one, however early it left", async () => {
  const known = await lostResult();
  const scene: Stage = stage(async ({ method }) => {
    if (method === "GET") return order("New");
    await scene.clock.wait(700);
    return 503;
  });
  const first = cancel(scene.client, { ...ORDER, deadlineMs: 12_000 });
  scene.clock.at(100, () => void resume(scene.client, known, { deadlineMs: 12_000 }));
  await scene.clock.run(first);
  const [, second] = scene.sentBy("DELETE");
  // Answered after 700 ms, and reads may lag by 2 s.
  expect(second?.at).toBeGreaterThan(2_700);
});

test("who joins with a ledger of a later clock is waited for as long as it asked", async () => {
  const pending = await pendingResult();
  const scene: Stage = stage(({ method, at }) => {
    if (method === "DELETE") return 204;
    return order(at < 2_000 ? "PendingCancel" : "Canceled");
  });
  scene.clock.step = -3_600_000;
  const first = cancel(scene.client, ORDER);
  const joined = resume(scene.client, pending);
  const results = await scene.clock.run(Promise.all([first, joined]));
  expect(results.map(({ verdict }) => verdict)).toEqual(["canceled", "canceled"]);
  for (const { attempts, endedAt } of results)
    for (const { at } of attempts) expect(at <= endedAt).toBe(true);
});

test("who joins with nothing, by a clock that was set forward, does not make a read late enough", async () => {
  const scene: Stage = stage(({ method }) => (method === "DELETE" ? 404 : 404));
  const first = cancel(scene.client, ORDER);
  scene.clock.at(60, () => {
    scene.clock.step = 61_000;
    void cancel(scene.client, ORDER);
  });
  expect(await scene.clock.run(first)).toMatchObject({ verdict: "not-found" });
  expect(scene.sentBy("GET").at(-1)?.at).toBeGreaterThan(2_000);
});

test("who joins while a DELETE is under way that meets 401, and knows of a lost one, ends the replay", async () => {
  const known = await lostResult();
  const scene: Stage = stage(
    async ({ method }) => {
      if (method === "GET") return order("New");
      await scene.clock.wait(200);
      return 401;
    },
    { token: (refused) => (refused === undefined ? "old" : "new") },
  );
  const first = cancel(scene.client, { ...ORDER, deadlineMs: 2_000 });
  scene.clock.at(100, () => void resume(scene.client, known, { deadlineMs: 2_000 }));
  expect(await scene.clock.run(first)).toMatchObject({ verdict: "unresolved", why: "lost" });
  expect(scene.sentBy("DELETE").map(({ token }) => token)).toEqual(["old"]);
});
