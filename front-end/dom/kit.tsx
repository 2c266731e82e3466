// What the tests in a DOM share: the guide's button on a sandbox of its own, and a clock that does not keep them waiting.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type Clock, createClient } from "autoshares-cancel";
import { createSandbox, type PageSandbox, type PageSandboxOptions } from "autoshares-cancel/sandbox/web";
import { expect, onTestFinished } from "vitest";
import { CancelButton } from "../made/react/src/CancelButton.js";

/** A deadline of 15 s is over in 300 ms. */
const SPEED = 50;
const started = Date.now();
const fast: Clock = {
  now: () => started + (Date.now() - started) * SPEED,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms / SPEED);
      signal.addEventListener("abort", done);
    }),
};

/** A client of a sandbox, on the system's clock unless another is given. */
export function clientOf({ appKey, user: username, password, fetch }: PageSandbox, clock?: Clock) {
  const access = { appKey, credentials: { username, password }, fetch };
  return createClient({ baseUrl: "https://api.autoshares.dev", ...access, ...(clock && { clock }) });
}

/** One client over one sandbox, as an app has them for all of its pages. */
export function makeApp(options: PageSandboxOptions = {}) {
  const sandbox = createSandbox({ venueMs: 30, ...options });
  const client = clientOf(sandbox, options.clock === "manual" ? undefined : fast);
  const queries = new QueryClient();
  onTestFinished(() => {
    cleanup();
    queries.clear();
    sandbox.close();
  });
  return { sandbox, client, queries };
}

/** Lets the sandbox answer the requests of an operation, once one has come. */
export async function answer({ sandbox }: App, operation: string): Promise<void> {
  const isWaiting = () => sandbox.requests(operation).some(({ outcome }) => outcome === undefined);
  await expect.poll(isWaiting).toBe(true);
  await sandbox.advance(LATENCY);
}

/** So long every answer of a sandbox takes whose time is moved by hand. */
export const LATENCY = 1_000;

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
