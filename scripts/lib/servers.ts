// Prism's own command beside a check of the spec, and the server of the built docs. May use Node and src/cli/.
import { readFile, stat } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, resolve as resolvePath, sep } from "node:path";
import { API_PORT, HOST } from "../../src/cli/port.js";
import { type PrismOptions, type RunningPrism, startPrism } from "../../src/cli/prism.js";
import type { Running } from "../../src/cli/running.js";
import { portTaken } from "./cli.js";
import { withPlainPath } from "./plain-path.js";
import { readSpec } from "./spec.js";

export { API_PORT, HOST, type Running, startPrism };
export const DOCS_PORT = 8080;

/** As {@link startPrism}, while the spec is checked: one after the other would take twice as long. */
export async function startCheckedPrism(options: PrismOptions): Promise<RunningPrism> {
  const held: string[] = [];
  let print = (text: string): void => void held.push(text);
  const starting = withPlainPath(options.spec, (spec) =>
    startPrism({ ...options, spec, print: (text) => print(text) }),
  );
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
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** Serves the files below a folder and nothing above it, `index.html` for a folder. */
export async function serveFolder(folder: string, port: number): Promise<Running> {
  const server = createServer((request, response) => void serveFile(folder, request.url ?? "/", response));
  const bound = await listen(server, port);
  return { url: `http://${HOST}:${bound}`, close: () => closeServer(server) };
}

async function serveFile(folder: string, url: string, response: ServerResponse): Promise<void> {
  const [, asked = "/", query = ""] = /^\/*(\/[^?#]*)([?]?[^#]*)/.exec(url) ?? [];
  const path = pathBelow(folder, asked);
  try {
    if (path === undefined) throw new Error("not below the folder");
    // Without its slash the links of the page would lead elsewhere.
    if ((await stat(path)).isDirectory()) {
      response.writeHead(308, { location: `${asked}/${query}` }).end();
      return;
    }
    const content = await readFile(path);
    const type = TYPES[extname(path)] ?? "text/plain; charset=utf-8";
    // The page is built anew at each start: an old module beside a new one would break it.
    response.writeHead(200, { "content-type": type, "cache-control": "no-cache" }).end(content);
  } catch {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found\n");
  }
}

/** Undefined for what leads out of the folder, in whichever way it is written, and for what is no path. */
function pathBelow(folder: string, path: string): string | undefined {
  const decoded = decodedUrl(path.endsWith("/") ? `${path}index.html` : path);
  if (decoded === undefined || decoded.includes("\0")) return undefined;
  const full = resolvePath(folder, `.${sep}${decoded}`);
  return full.startsWith(resolvePath(folder) + sep) ? full : undefined;
}

function decodedUrl(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? portTaken(port) : error),
    );
    server.listen(port, HOST, () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
