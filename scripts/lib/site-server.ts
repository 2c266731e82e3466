// Serves the built site to who asks by an address of this machine.
import { context } from "esbuild";
import { HOST } from "../../src/cli/port.js";
import type { Running } from "../../src/cli/running.js";

/** Any static server will do. esbuild's refuses a name that somebody else pointed at this machine. */
export async function serveFolder(folder: string, port: number): Promise<Running> {
  const server = await context({});
  const { port: served } = await server.serve({ servedir: folder, host: HOST, port });
  return { url: `http://${HOST}:${served}`, close: () => server.dispose() };
}
