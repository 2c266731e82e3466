// A server for `npm --prefix benchmarks run bench:sandbox`, in a process of its own: `sandbox` or `bare`. Prints its address when ready.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startSandbox } from "../../src/sandbox/index.js";

const [, , kind] = process.argv;

/** Every cancel is taken: no limits, and a second cancel of a pending order is a 204. */
async function sandbox(): Promise<string> {
  const { url, issueToken } = await startSandbox({ limits: false, switches: { secondCancel: "204" } });
  issueToken();
  return url;
}

function bare(): Promise<string> {
  const server = createServer((_, response) => response.writeHead(204).end());
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

console.log(`listening on ${await (kind === "bare" ? bare() : sandbox())}`);
