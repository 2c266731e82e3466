// The button of docs/react.md, as it stands there: what a user sees of a cancel, and what leaves for the API.
import { onlineManager } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { cancel } from "autoshares-cancel";
import { createSandbox } from "autoshares-cancel/sandbox/web";
import { expect, onTestFinished, test } from "vitest";
import { type App, answer, click, clientOf, LATENCY, makeApp, open } from "./kit.js";

const BY_HAND = { clock: "manual", latency: LATENCY } as const;

/** Lets everything be answered as it comes, until the button is done. */
async function finish(app: App, page: ReturnType<typeof open>): Promise<void> {
  const isDone = async () => {
    await app.sandbox.advance(LATENCY);
    return page.now()?.state === "done";
  };
  await expect.poll(isDone, { timeout: 15_000 }).toBe(true);
}

test("it goes from idle over sending and pending to done, and says what is going on", async () => {
  const app = makeApp(BY_HAND);
  const page = open(app, 73552);
  const reads = (words: RegExp) => expect.poll(() => page.now()?.words, { timeout: 15_000 }).toMatch(words);
  expect(page.now()).toMatchObject({ state: "idle", words: "Cancel order " });
  click();
  await reads(/^Sending… Not sent yet…$/);
  await answer(app, "createToken");
  await reads(/^Sending… Sent. No answer yet…$/);
  await answer(app, "cancelOrder");
  await reads(/^Look again Not confirmed yet. Reading the order…$/);
  await finish(app, page);
  await reads(/^ Order 73552 was read as Canceled/);
  expect(page.states()).toEqual(["idle", "sending", "pending", "done"]);
  expect(screen.queryByRole("button")).toBeNull();
});

test("it never says Canceled before the order is", async () => {
  for (const orderId of [73552, 80002, 80011, 80016]) {
    const app = makeApp({ latency: 20, venueMs: 100 });
    const page = open(app, orderId);
    click();
    await expect.poll(() => page.now()?.state).toBe("done");
    const claims = page.seen.filter(({ words }) => words.includes("Canceled"));
    expect(claims.map(({ truth }) => truth)).toEqual(["Canceled"]);
    page.unmount();
  }
});

test("a lost answer is not proven, and who looks again reads first", async () => {
  const app = makeApp();
  const page = open(app, 80012);
  click();
  await expect.poll(() => page.now()?.state).toBe("not proven");
  expect(page.now()?.words).toMatch(
    /^Look again It is not known whether the cancel of order 80012 took effect/,
  );
  const before = app.sandbox.requests().length;
  click("Look again");
  await expect.poll(() => page.states().slice(-2)).toEqual(["pending", "not proven"]);
  expect(app.sandbox.requests()[before]?.operation).toBe("getOrder");
});

test("a refused cancel says why, and may be tried again", async () => {
  const app = makeApp();
  const page = open(app, 80003);
  click();
  await expect.poll(() => page.now()?.words).toMatch(/^Cancel order Order 80003 is in the market/);
  expect(page.now()?.state).toBe("idle");
  click();
  await expect.poll(() => app.sandbox.counts().cancelOrder).toBe(2);
});

test("leaving the page does not abort, and who comes back sees how it goes on and ends", async () => {
  const app = makeApp(BY_HAND);
  const first = open(app, 73552);
  click();
  await answer(app, "createToken");
  await expect.poll(() => app.sandbox.counts().cancelOrder).toBe(1);
  first.unmount();
  const second = open(app, 73552);
  expect(second.now()?.state).toBe("sending");
  await finish(app, second);
  expect(second.states()).toEqual(["sending", "pending", "done"]);
  expect(app.sandbox.counts().cancelOrder).toBe(1);
});

test("coming back to a pending cancel reads on by itself and sends no other", async () => {
  const app = makeApp();
  const first = open(app, 80005);
  click();
  await expect.poll(() => screen.queryByText(/^The API took the cancel/)).toBeTruthy();
  expect(first.now()?.state).toBe("pending");
  first.unmount();
  const reads = app.sandbox.counts().getOrder ?? 0;
  const second = open(app, 80005);
  await expect.poll(() => second.now()?.words).toMatch(/Not confirmed yet/);
  await expect.poll(() => app.sandbox.counts().getOrder).toBeGreaterThan(reads);
  app.sandbox.event(80005, "cancel-confirmed");
  await expect.poll(() => second.now()?.state).toBe("done");
  expect(app.sandbox.counts().cancelOrder).toBe(1);
});

test("after a reload, what was kept as JSON is resumed by another client", async () => {
  const { sandbox, queries, client } = makeApp();
  const result = await cancel(client, { accountId: 6303, orderId: 80005 });
  const kept = JSON.stringify(result);
  const reloaded = { sandbox, queries, client: clientOf(sandbox) };
  queries.setQueryData(["cancel", 6303, 80005], { result: JSON.parse(kept) });
  const page = open(reloaded, 80005);
  sandbox.event(80005, "cancel-confirmed");
  await expect.poll(() => page.now()?.state).toBe("done");
  expect(page.states()).toEqual(["pending", "done"]);
  expect(sandbox.counts().cancelOrder).toBe(1);
});

test("a second click, however fast, sends no second DELETE, and then the button takes none", async () => {
  const app = makeApp(BY_HAND);
  const page = open(app, 73552);
  click();
  click();
  await expect.poll(() => page.now()?.state).toBe("sending");
  expect(screen.getByRole<HTMLButtonElement>("button").disabled).toBe(true);
  await finish(app, page);
  expect(app.sandbox.counts().cancelOrder).toBe(1);
});

test("offline nothing waits to be sent later", async () => {
  onlineManager.setOnline(false);
  onTestFinished(() => onlineManager.setOnline(true));
  const app = makeApp();
  const page = open(app, 73552);
  click();
  await expect.poll(() => page.now()?.state).toBe("done");
});

test("the sandbox of a page lets in whoever writes header names as this DOM does", async () => {
  const { appKey, user, password, fetch, close } = createSandbox();
  const headers = new Headers({ "Et-App-Key": appKey, Username: user, Password: password });
  const { status } = await fetch(
    new Request("https://api.autoshares.dev/token", { method: "POST", headers }),
  );
  expect(status).toBe(200);
  close();
});
