// npm run mock: Prism's own command over the spec. Options: --port N (default 4010), --spec FILE.
import { resolve } from "node:path";
import { options, portNumber, run } from "./lib/cli.js";
import { SPEC } from "./lib/paths.js";
import { API_PORT, startCheckedPrism } from "./lib/servers.js";
import { untilStopped } from "./lib/stop.js";

await run(async () => {
  const { port, spec = SPEC } = options({ port: "string", spec: "string" });
  const wanted = portNumber(port, API_PORT);
  const print = (text: string) => process.stdout.write(text);
  const prism = await startCheckedPrism({ spec: resolve(spec), port: wanted, print });
  await untilStopped([prism], prism.ended);
});
