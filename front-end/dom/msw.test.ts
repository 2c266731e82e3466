// A sandbox behind MSW, in a DOM: the app keeps its address, and header names come as this DOM writes them.
import { cancel, createClient } from "autoshares-cancel";
import { createSandbox } from "autoshares-cancel/sandbox/web";
import { handlers } from "autoshares-cancel/testing";
import { http, type RequestHandler } from "msw";
import { setupServer } from "msw/node";
import { expect, onTestFinished, test } from "vitest";

const BASE_URL = "https://api.autoshares.dev";

async function canceled(makeHandlers: (sandbox: ReturnType<typeof createSandbox>) => RequestHandler[]) {
  const sandbox = createSandbox({ venueMs: 20 });
  const server = setupServer(...makeHandlers(sandbox));
  server.listen({ onUnhandledRequest: "error" });
  onTestFinished(() => {
    server.close();
    sandbox.close();
  });
  const { appKey, user: username, password } = sandbox;
  const client = createClient({ baseUrl: BASE_URL, appKey, credentials: { username, password } });
  const { verdict } = await cancel(client, { accountId: 6303, orderId: 80002 });
  return [verdict, sandbox.order(80002)?.executed];
}

test("a handler of one's own hands all requests to sandbox.fetch", async () => {
  const all = await canceled(({ fetch }) => [http.all(`${BASE_URL}/*`, ({ request }) => fetch(request))]);
  expect(all).toEqual(["canceled", 75]);
});

test("handlers({ sandbox }) does the same", async () => {
  expect(await canceled((sandbox) => handlers({ sandbox }))).toEqual(["canceled", 75]);
});
