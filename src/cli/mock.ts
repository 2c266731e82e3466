// The command `mock`: Prism's own command over the spec. Node only.
import { fileURLToPath } from "node:url";
import { type Command, command } from "./command.js";
import { existing } from "./document.js";
import type { OptionTable } from "./options.js";
import { API_PORT, HOST, portNumber } from "./port.js";
import { type PrismOptions, type RunningPrism, startPrism } from "./prism.js";
import { untilStopped } from "./running.js";

export const MOCK_OPTIONS = {
  port: {
    takes: "N",
    does: "Port to listen on, 0 to 65535; 0 lets the system choose.",
    default: String(API_PORT),
  },
  host: { takes: "NAME", does: "Address to listen on; 0.0.0.0 lets other machines in.", default: HOST },
  spec: { takes: "FILE", does: "Serve this spec, YAML or JSON, in place of the package's own." },
} as const satisfies OptionTable;

/** In the sources and in the package alike. */
const OWN_SPEC = fileURLToPath(new URL("../../openapi/openapi.yaml", import.meta.url));

/** Starts Prism as `start` does; the repository's own start checks the spec besides. */
export function mockCommand(start: (options: PrismOptions) => Promise<RunningPrism> = startPrism): Command {
  return command({
    name: "mock",
    summary: "A plain mock of the AutoShares Trading API: Prism's own command over the spec.",
    about: [
      "It answers every operation with its first success example, forgets each request as soon as it is " +
        "answered, and takes any app key and any token. Every documented answer can be asked for by name, with " +
        "the header Prefer. For an API that remembers its orders, see the command sandbox.",
      "It needs Prism in your project, and says what to install when it is not there.",
    ],
    options: MOCK_OPTIONS,
    examples: [
      ["", `on http://${HOST}:${API_PORT}`],
      ["--port 4020", "on another port"],
    ],
    page: "mock.md",
    async run({ port, host = HOST, spec }) {
      const print = (text: string) => void process.stdout.write(text);
      const path = spec === undefined ? OWN_SPEC : await existing(spec);
      const prism = await start({ spec: path, port: portNumber(port, API_PORT), host, print });
      await untilStopped([prism], prism.ended);
    },
  });
}
