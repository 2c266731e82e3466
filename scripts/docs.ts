// npm run docs: the reference, one page that loads nothing from elsewhere, and Try it beside it, in try-it/.
// Options: --spec FILE, --out FILE.
import { dirname, resolve } from "node:path";
import { buildDocs } from "./lib/build-docs.js";
import { options, run } from "./lib/cli.js";
import { REFERENCE, SPEC, shown } from "./lib/paths.js";

await run(async () => {
  const { spec = SPEC, out = REFERENCE } = options({ spec: "string", out: "string" });
  await buildDocs(resolve(spec), resolve(out));
  console.log(`wrote ${shown(resolve(out))} and ${shown(resolve(dirname(out), "try-it"))}/`);
});
