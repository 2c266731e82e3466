// The button of docs/react.md, as it stands there: what a user sees of a cancel, and what leaves for the API.
import { onlineManager } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { cancel } from "autoshares-cancel";
import { createSandbox } from "autoshares-cancel/sandbox/web";
import { expect, onTestFinished, test } from "vitest";
import { type App, answered, click, clientOf, makeApp, open, until } from "./kit.js";

type Shown = ReturnType<typeof open>;

const ends = (app: App, page: Shown, state = "done") => until(app, () => page.now()?.state === state);
const says = (page: Shown, words: RegExp) => expect.poll(() => page.now()?.words).toMatch(words);

test("it goes from idle over sending and pending to done, and says what is going on", async () => {
  const app = makeApp();
  const page = open(app, 73552);
  expect(page.now()).toMatchObject({ state: "idle", words: "Cancel order " });
  click();
  await says(page, /^Sending… Not sent yet…$/);
  await answered(app, "createToken");
  await says(page, /^Sending… Sent. No answer yet…$/);
  await answered(app, "cancelOrder");
  await says(page, /^Look again Not confirmed yet. Reading the order…$/);
  await ends(app, page);
  expect(page.now()?.words).toMatch(/^ Order 73552 was read as Canceled/);
  expect(page.states()).toEqual(["idle", "sending", "pending", "done"]);
  expect(screen.queryByRole("button")).toBeNull();
});

test.each([73552, 80002, 80011, 80016])(
  "of order %i it never says Canceled before it is",
  async (orderId) => {
    const app = makeApp();
    const page = open(app, orderId);
    click();
    await ends(app, page);
    const claims = page.seen.filter(({ words }) => words.includes("Canceled"));
    expect(claims.map(({ truth }) => truth)).toEqual(["Canceled"]);
  },
);

test("a lost answer is not proven, and who looks again reads first", async () => {
  const app = makeApp();
  const page = open(app, 80012);
  click();
  await ends(app, page, "not proven");
  expect(page.now()?.words).toMatch(
    /^Look again It is not known whether the cancel of order 80012 took effect/,
  );
  const before = app.sandbox.requests().length;
  click("Look again");
  await expect.poll(() => page.now()?.state).toBe("pending");
  await ends(app, page, "not proven");
  expect(app.sandbox.requests()[before]?.operation).toBe("getOrder");
});

test("a refused cancel says why, and may be tried again", async () => {
  const app = makeApp();
  const page = open(app, 80003);
  click();
  await until(app, () => page.states().length > 2 && page.now()?.state === "idle");
  expect(page.now()?.words).toMatch(/^Cancel order Order 80003 is in the market/);
  click();
  await until(app, () => app.sandbox.counts().cancelOrder === 2);
});

test("leaving the page does not abort, and who comes back sees how it goes on and ends", async () => {
  const app = makeApp();
  const first = open(app, 73552);
  click();
  await until(app, () => app.sandbox.counts().cancelOrder === 1);
  first.unmount();
  const second = open(app, 73552);
  expect(second.now()?.state).toBe("sending");
  await ends(app, second);
  expect(second.states()).toEqual(["sending", "pending", "done"]);
  expect(app.sandbox.counts().cancelOrder).toBe(1);
});

test("coming back to a pending cancel reads on by itself and sends no other", async () => {
  const app = makeApp();
  const first = open(app, 80005);
  click();
  await until(app, () => first.now()?.words.includes("The API took the cancel") === true);
  expect(first.now()?.state).toBe("pending");
  first.unmount();
  const reads = app.sandbox.counts().getOrder ?? 0;
  const second = open(app, 80005);
  await says(second, /Not confirmed yet/);
  await until(app, () => (app.sandbox.counts().getOrder ?? 0) > reads);
  app.sandbox.event(80005, "cancel-confirmed");
  await ends(app, second);
  expect(app.sandbox.counts().cancelOrder).toBe(1);
});

test("after a reload, what was kept as JSON is resumed by another client", async () => {
  const app = makeApp();
  const ended = cancel(app.client, { accountId: 6303, orderId: 80005 });
  let kept: string | undefined;
  ended.then((result) => (kept = JSON.stringify(result)));
  await until(app, () => kept !== undefined);
  const reloaded = { ...app, client: clientOf(app.sandbox, app.clock) };
  app.queries.setQueryData(["cancel", 6303, 80005], { result: JSON.parse(kept ?? "") });
  const page = open(reloaded, 80005);
  app.sandbox.event(80005, "cancel-confirmed");
  await ends(app, page);
  expect(page.states()).toEqual(["pending", "done"]);
  expect(app.sandbox.counts().cancelOrder).toBe(1);
});

test("a second click, however fast, sends no second DELETE, and then the button takes none", async () => {
  const app = makeApp();
  const page = open(app, 73552);
  click();
  click();
  await expect.poll(() => page.now()?.state).toBe("sending");
  expect(screen.getByRole<HTMLButtonElement>("button").disabled).toBe(true);
  await ends(app, page);
  expect(app.sandbox.counts().cancelOrder).toBe(1);
});

test("a cancel is not kept for later while the browser calls itself offline", async () => {
  onlineManager.setOnline(false);
  onTestFinished(() => onlineManager.setOnline(true));
  const app = makeApp();
  const page = open(app, 73552);
  click();
  await ends(app, page);
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
