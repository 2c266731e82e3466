// What the tests in a DOM share: the guide's button on a sandbox of its own, and a clock of theirs.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type Clock, createClient } from "autoshares-cancel";
import { createSandbox, type PageSandbox } from "autoshares-cancel/sandbox/web";
import { onTestFinished } from "vitest";
import { CancelButton } from "../made/react/src/CancelButton.js";

/** Time that stands still until a test lets the next thing happen that is due, at the client or in the sandbox. */
function makeClock() {
  let time = Date.UTC(2026, 0, 22, 14, 30, 30);
  let tasks: { time: number; run: () => void }[] = [];
  const at = (due: number, run: () => void) => {
    const task = { time: due, run };
    tasks = [...tasks, task].sort((one, other) => one.time - other.time);
    return () => {
      tasks = tasks.filter((other) => other !== task);
    };
  };
  const sleep = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const done = () => {
        callOff();
        signal.removeEventListener("abort", done);
        resolve();
      };
      const callOff = at(time + ms, done);
      signal.addEventListener("abort", done);
    });
  const next = () => {
    const task = tasks.shift();
    time = Math.max(time, task?.time ?? time);
    task?.run();
  };
  return { now: () => time, at, sleep, next, advance() {}, close() {} };
}

export function clientOf({ appKey, user: username, password, fetch }: PageSandbox, clock: Clock) {
  const access = { appKey, credentials: { username, password }, fetch };
  return createClient({ baseUrl: "https://api.autoshares.dev", ...access, clock });
}

/** One client over one sandbox, as an app has them for all of its pages. Each answer takes 100 ms. */
export function makeApp() {
  const clock = makeClock();
  const sandbox = createSandbox({ clock, latency: 100 });
  const client = clientOf(sandbox, clock);
  const queries = new QueryClient();
  onTestFinished(() => {
    cleanup();
    queries.clear();
    sandbox.close();
  });
  return { sandbox, client, queries, clock };
}

/** Lets time go on until something is so. Whatever can happen without time going on happens first. */
export async function until({ clock }: App, isSo: () => boolean): Promise<void> {
  for (let steps = 0; steps < 1_000; steps++) {
    for (let turns = 0; turns < 6; turns++) await new Promise((resolve) => setTimeout(resolve));
    if (isSo()) return;
    clock.next();
  }
  throw new Error("it did not come about within 1,000 steps of time");
}

/** Lets time go on until an operation was answered. */
export const answered = (app: App, operation: string) =>
  until(app, () => app.sandbox.requests(operation).some(({ outcome }) => outcome !== undefined));

export type App = ReturnType<typeof makeApp>;

/** What stands on the page, and what was true of the order at that moment. */
export interface Seen {
  state: string | undefined;
  words: string;
  truth: string | undefined;
}

/** Opens the page with the button; `seen` gets every change of it. */
export function open({ client, queries, sandbox }: App, orderId: number) {
  const { container, unmount } = render(
    <QueryClientProvider client={queries}>
      <CancelButton client={client} accountId={6303} orderId={orderId} />
    </QueryClientProvider>,
  );
  const seen: Seen[] = [];
  const look = () => {
    const place = container.querySelector<HTMLElement>("[data-state]");
    const { state, words } = { state: place?.dataset.state, words: place?.textContent ?? "" };
    const last = seen.at(-1);
    if (state !== last?.state || words !== last?.words)
      seen.push({ state, words, truth: sandbox.order(orderId)?.status });
  };
  look();
  const observer = new MutationObserver(look);
  observer.observe(container, { subtree: true, childList: true, characterData: true, attributes: true });
  onTestFinished(() => observer.disconnect());
  const states = () => seen.map(({ state }) => state).filter((state, at, all) => state !== all[at - 1]);
  return { seen, states, unmount, now: () => seen.at(-1) };
}

export const click = (name = "Cancel order") => fireEvent.click(screen.getByRole("button", { name }));
