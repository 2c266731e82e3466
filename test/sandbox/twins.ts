// A server that asks two sandboxes, one over HTTP and one without a socket, and keeps what each of them says.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { startSandbox } from "../../src/sandbox/index.js";
import { createSandbox } from "../../src/sandbox/web.js";
import { described } from "./helpers.js";

type Description = Awaited<ReturnType<typeof described>>;

export interface Twins {
  url: string;
  /** Each request, with the answer over HTTP and the one without a socket. */
  answers: { request: string; served: Description; page: Description }[];
  close(): Promise<void>;
}

/** Headers of the connection between the caller and this server. */
const OF_THE_CONNECTION = ["host", "connection", "content-length", "transfer-encoding"];

/** Both begin alike, and before each request their time goes on by a second. */
export async function startTwins(): Promise<Twins> {
  const options = { clock: "manual", venueMs: 0 } as const;
  const [served, page] = [await startSandbox(options), createSandbox(options)];
  const answers: Twins["answers"] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "" } = request;
    for (const sandbox of [served, page]) await sandbox.advance(1_000);
    const init = { method, headers: headersOf(request) };
    const [one, other] = await Promise.all([
      fetch(served.url + url, init).then(described),
      page.fetch(`http://sandbox.invalid${url}`, init).then(described),
    ]);
    answers.push({ request: `${method} ${url}`, served: one, page: other });
    const [status, headers, text] = other;
    response.writeHead(status, headers.flat()).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    async close() {
      server.close();
      server.closeAllConnections();
      page.close();
      await served.close();
    },
  };
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const named = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
  return Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
}
