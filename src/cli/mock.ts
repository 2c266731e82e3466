// Owns the command `mock`: Prism answers out of the spec's examples, and remembers nothing. Node only.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, command } from "./command.js";
import { existing } from "./document.js";
import type { OptionTable } from "./options.js";
import { API_PORT, HOST, portNumber, WHERE } from "./port.js";
import { type PrismOptions, type RunningPrism, startPrism } from "./prism.js";
import { stopSignal, untilStopped } from "./running.js";
import { curl } from "./welcome.js";

export const MOCK_OPTIONS = {
  ...WHERE,
  spec: { takes: "FILE", does: "Serve this spec, YAML or JSON, in place of the package's own." },
} as const satisfies OptionTable;

/** In the sources and in the package alike. */
const OWN_SPEC = fileURLToPath(new URL("../../openapi/openapi.yaml", import.meta.url));

const EXAMPLE = `http://${HOST}:${API_PORT}/v1.0/accounts/6303/orders/73552`;

/** Starts Prism as `start` does; the repository's own start checks the spec besides. */
export function mockCommand(start: (options: PrismOptions) => Promise<RunningPrism> = startPrism): Command {
  return command({
    name: "mock",
    summary: "A mock without a memory: Prism's own command over the spec.",
    about: [
      "It answers every operation with its first success example, forgets each request as soon as it is " +
        "answered, and takes any app key and any token. For an API that remembers, see the command sandbox.",
      "It needs Prism in your project, and says what to install when it is not there. Ctrl-C ends it.",
    ],
    options: MOCK_OPTIONS,
    lists: {
      "Every documented answer can be asked for by its name": [
        curl(
          "DELETE",
          EXAMPLE,
          "any",
          "Authorization: Bearer any",
          "Prefer: code=409, example=order-already-filled",
        ),
      ],
    },
    examples: [
      ["", `on http://${HOST}:${API_PORT}`],
      ["--port 4020", "on another port"],
    ],
    page: "mock.md",
    async run({ port, host = HOST, spec }) {
      const signal = stopSignal();
      const print = (text: string) => void process.stdout.write(text);
      const path = spec === undefined ? OWN_SPEC : resolve(await existing(spec));
      const prism = await start({ spec: path, port: portNumber(port, API_PORT), host, print });
      await untilStopped([prism], { signal, ended: prism.ended });
    },
  });
}
