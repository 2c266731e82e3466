// A `fetch` without sockets, for tests in which time is simulated: it keeps what it is asked and answers when told.
import type { Fetch, FetchInit } from "../../src/index.js";
import { ORDER } from "./clients.js";
import type { ManualClock } from "./manual-clock.js";

interface Sent {
  /** When it left, by the monotonic clock. */
  at: number;
  url: string;
  method: string;
  token: string | undefined;
}

export interface FakeFetch {
  fetch: Fetch;
  sent: Sent[];
  /** Requests for orders. */
  orders(): Sent[];
}

/** What to answer; a number is a status without a body. */
export type Say = (sent: Sent, index: number) => Response | number | Promise<Response | number>;

export function fakeFetch(clock: ManualClock, say: Say, latencyMs = 0): FakeFetch {
  const sent: Sent[] = [];
  return {
    sent,
    orders: () => sent.filter(({ url }) => !url.endsWith("/token")),
    async fetch(url: string, init: FetchInit) {
      const request = { at: clock.monotonic(), url, method: init.method, token: init.headers.Authorization };
      const index = sent.push(request) - 1;
      if (latencyMs > 0) await clock.sleep(latencyMs, init.signal);
      if (init.signal.aborted) throw init.signal.reason;
      const answer = await say(request, index);
      return typeof answer === "number" ? new Response(null, { status: answer }) : answer;
    },
  };
}

export function answer(status: number, headers: Record<string, string> = {}, body?: unknown): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}

/** Answers sign-ins with ever new tokens, reads with the order, and the rest as told. */
export function withTokens(say: Say = () => 204): Say {
  let issued = 0;
  return (sent, index) => {
    if (sent.url.endsWith("/token"))
      return answer(200, {}, { State: "Succeeded", Token: `token-${++issued}` });
    return sent.method === "GET" ? answer(200, {}, ORDER) : say(sent, index);
  };
}
