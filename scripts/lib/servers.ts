// Prism's own command beside a check of the spec, and the server of the built docs. May use Node and src/cli/.
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { API_PORT, HOST } from "../../src/cli/port.js";
import { type PrismOptions, type RunningPrism, startPrism } from "../../src/cli/prism.js";
import type { Running } from "../../src/cli/running.js";
import { portTaken } from "./cli.js";
import { readSpec } from "./spec.js";

export { API_PORT, HOST, type Running, startPrism };
export const DOCS_PORT = 8080;

/** As {@link startPrism}, while the spec is checked: one after the other would take twice as long. */
export async function startCheckedPrism(options: PrismOptions): Promise<RunningPrism> {
  const held: string[] = [];
  let print = (text: string): void => void held.push(text);
  const starting = startPrism({ ...options, print: (text) => print(text) });
  const [checked, started] = await Promise.allSettled([readSpec(options.spec), starting]);
  if (checked.status === "rejected") {
    if (started.status === "fulfilled") await started.value.close();
    throw checked.reason;
  }
  if (started.status === "rejected") throw started.reason;
  // Held back until here: of a broken spec the problems with their lines are shown, not what Prism makes of it.
  print = options.print ?? (() => {});
  for (const text of held) print(text);
  return started.value;
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** Serves the files below a folder, `index.html` for a folder. */
export function serveFolder(folder: string, port: number): Promise<Running> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const file = createReadStream(join(folder, path));
    file.once("open", () =>
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain; charset=utf-8" }),
    );
    file.once("error", () => response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n"));
    file.pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? portTaken(port) : error),
    );
    server.listen(port, HOST, () => {
      const { port: bound } = server.address() as { port: number };
      resolve({ url: `http://${HOST}:${bound}`, close: () => closeServer(server) });
    });
  });
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
