// Connections that fail, answers that never end, and callers who give up.
import type { AutoSharesError } from "autoshares-cancel";
import {
  type Check,
  clientFor,
  deafUrl,
  expectError,
  failure,
  IN_BROWSER,
  IN_DENO,
  IN_WORKERD,
  mortalUrl,
  ORDER,
  same,
  scene,
  sentOnce,
} from "./kit.js";

/** Long enough to get through on a busy machine, short enough to wait for. */
const SHORT_MS = 300;

const HALF = { headers: { "content-type": "application/json" }, body: '{"Id":7355' };

/**
 * Browsers give no reason for a failure, workerd says of every one that the connection was lost, and what Deno
 * says may be about its second try.
 */
const KNOWS_REFUSED = !IN_BROWSER && !IN_WORKERD && !IN_DENO;

/** Some runtimes hand out a head only with the first of its body: then no status is known. */
function expectBrokenOff(error: AutoSharesError, { code, status }: { code: string; status: number }): void {
  const facts = { code, fate: "unknown" } as const;
  expectError(error, error.status === undefined ? facts : { ...facts, status });
}

const broken: Check[] = [
  {
    name: "a refused connection: not sent where the runtime says so, otherwise unknown",
    async run(baseUrl) {
      const error = await failure(clientFor({ url: await deafUrl(baseUrl) }).cancelOrder(ORDER));
      expectError(error, { code: "connection", fate: KNOWS_REFUSED ? "not-sent" : "unknown" });
    },
  },
  {
    name: "a reset before the answer: unknown, and the client does not send it again",
    async run(baseUrl) {
      const server = await scene(baseUrl, { fault: "reset" });
      const error = await failure(clientFor(server).cancelOrder(ORDER));
      expectError(error, { code: "connection", fate: "unknown" });
      await sentOnce(server);
    },
  },
  {
    name: "a server that goes down with the request in hand: unknown, even if a second try was refused",
    async run(baseUrl) {
      const client = clientFor({ url: await mortalUrl(baseUrl) });
      await client.cancelOrder(ORDER);
      expectError(await failure(client.cancelOrder(ORDER)), { code: "connection", fate: "unknown" });
    },
  },
  {
    name: "a truncated answer to a read: unknown",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 200, ...HALF, fault: "truncate" });
      const error = await failure(clientFor(server).getOrder(ORDER));
      expectBrokenOff(error, { code: "connection", status: 200 });
    },
  },
  {
    name: "a truncated refusal: unknown, because no complete answer came",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 409, ...HALF, fault: "truncate" });
      const error = await failure(clientFor(server).cancelOrder(ORDER));
      expectBrokenOff(error, { code: "connection", status: 409 });
    },
  },
  {
    name: "a truncated 200 to a cancel: unknown, because it may not be the API's",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 200, ...HALF, fault: "truncate" });
      const error = await failure(clientFor(server).cancelOrder(ORDER));
      expectBrokenOff(error, { code: "connection", status: 200 });
    },
  },
];

const stopped: Check[] = [
  {
    name: "no answer within timeoutMs: unknown",
    async run(baseUrl) {
      const server = await scene(baseUrl, { fault: "hang" });
      const error = await failure(clientFor(server).cancelOrder(ORDER, { timeoutMs: SHORT_MS }));
      expectError(error, { code: "timeout", fate: "unknown" });
    },
  },
  {
    name: "a body that stalls is bounded by timeoutMs too",
    async run(baseUrl) {
      for (const status of [200, 500]) {
        const server = await scene(baseUrl, { status, ...HALF, fault: "stall" });
        const error = await failure(clientFor(server, { timeoutMs: SHORT_MS }).getOrder(ORDER));
        expectBrokenOff(error, { code: "timeout", status });
      }
    },
  },
  {
    name: "aborted before: not sent",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 204 });
      const signal = AbortSignal.abort();
      const error = await failure(clientFor(server).cancelOrder(ORDER, { signal }));
      expectError(error, { code: "abort", fate: "not-sent" });
      same("requests sent", await server.requests(), []);
    },
  },
  {
    name: "aborted after the request arrived: unknown",
    async run(baseUrl) {
      const server = await scene(baseUrl, { fault: "hang" });
      const controller = new AbortController();
      const call = failure(clientFor(server).cancelOrder(ORDER, { signal: controller.signal }));
      await server.arrived();
      controller.abort();
      expectError(await call, { code: "abort", fate: "unknown" });
    },
  },
];

export const connectionChecks: Check[] = [...broken, ...stopped];
