// npm start: the main job. Regenerates what is stale, serves the sandbox on 4010 and the docs on 8080, prints
// their addresses and commands to paste. Ctrl-C ends everything. Options: --port N, --docs-port N.
import { dirname } from "node:path";
import { untilStopped } from "../src/cli/running.js";
import { welcome } from "../src/cli/welcome.js";
import { startSandbox } from "../src/sandbox/index.js";
import { buildDocs } from "./lib/build-docs.js";
import { freePort, options, portNumber, run } from "./lib/cli.js";
import { REPOSITORY } from "./lib/commands.js";
import { differences, writeAside } from "./lib/files.js";
import { generate } from "./lib/generate.js";
import { GENERATED, REFERENCE, SPEC, shown } from "./lib/paths.js";
import { API_PORT, DOCS_PORT, HOST, serveFolder } from "./lib/servers.js";
import { tryItUrl } from "./lib/try-it.js";

await run(async () => {
  const { port, "docs-port": docsPort } = options({ port: "string", "docs-port": "string" });
  const [apiPort, pagePort] = await Promise.all([
    freePort(portNumber(port, API_PORT), HOST),
    freePort(portNumber(docsPort, DOCS_PORT), HOST),
  ]);
  console.log("Checking the spec, building the docs…");
  const [files] = await Promise.all([generate(SPEC), buildDocs(SPEC, REFERENCE)]);
  const stale = await differences(GENERATED, files);
  if (stale.length > 0) {
    await writeAside(GENERATED, files);
    console.log(`regenerated ${stale.map((name) => `${shown(GENERATED)}/${name}`).join(", ")}`);
  }
  const docs = await serveFolder(dirname(REFERENCE), pagePort);
  const sandbox = await startSandbox({ port: apiPort, log: (line) => console.log(line) });
  const tryIt = tryItUrl(docs.url, sandbox.url, `http://${HOST}:${API_PORT}`);
  const pages = [`Docs     ${docs.url}`, `Try it   ${tryIt}`];
  console.log(welcome(sandbox, REPOSITORY.page("sandbox.md"), pages));
  await untilStopped([sandbox, docs]);
});
