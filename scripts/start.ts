// npm start: the main job. Regenerates what is stale, serves the sandbox and the docs, prints their addresses and
// commands to paste.
import { dirname } from "node:path";
import { freePort, portNumber } from "../src/cli/port.js";
import { untilStopped } from "../src/cli/running.js";
import { welcome } from "../src/cli/welcome.js";
import { startSandbox } from "../src/sandbox/index.js";
import { buildDocs } from "./lib/build-docs.js";
import { regenerate } from "./lib/generate.js";
import { REFERENCE, SPEC } from "./lib/paths.js";
import { REPOSITORY, script } from "./lib/script.js";
import { API_PORT, DOCS_PORT, HOST, serveFolder } from "./lib/servers.js";
import { tryItUrl } from "./lib/try-it.js";

export default script({
  name: "start",
  summary: "Serve the sandbox and the docs, with Try it. Ctrl-C ends everything.",
  options: {
    port: { takes: "N", does: "Port of the sandbox; 0 lets the system choose.", default: String(API_PORT) },
    "docs-port": {
      takes: "N",
      does: "Port of the docs; 0 lets the system choose.",
      default: String(DOCS_PORT),
    },
  },
  examples: [
    ["", `the sandbox on ${API_PORT}, the docs on ${DOCS_PORT}`],
    ["--port 4020 --docs-port 8090", "where these ports are in use"],
  ],
  page: "README.md",
  async run({ port, "docs-port": docsPort }) {
    const [apiPort, pagePort] = await Promise.all([
      freePort(portNumber(port, API_PORT), HOST),
      freePort(portNumber(docsPort, DOCS_PORT, "docs-port"), HOST, "docs-port"),
    ]);
    console.log("Checking the spec, building the docs…");
    await Promise.all([regenerate(), buildDocs(SPEC, REFERENCE)]);
    const docs = await serveFolder(dirname(REFERENCE), pagePort);
    const sandbox = await startSandbox({ port: apiPort, log: (line) => console.log(line) });
    const tryIt = tryItUrl(docs.url, sandbox.url);
    const pages = [`Docs     ${docs.url}`, `Try it   ${tryIt}`];
    console.log(welcome(sandbox, REPOSITORY.page("sandbox.md"), pages));
    await untilStopped([sandbox, docs]);
  },
});
