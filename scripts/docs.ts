// npm run docs: the reference, one page that loads nothing from elsewhere, and Try it beside it, in try-it/.
import { dirname, resolve } from "node:path";
import { buildDocs } from "./lib/build-docs.js";
import { REFERENCE, SPEC, shown } from "./lib/paths.js";
import { script } from "./lib/script.js";

export default script({
  name: "docs",
  summary: "Build the site: the reference with the guides, and Try it beside it.",
  options: {
    spec: { takes: "FILE", does: "Spec to show.", default: "openapi/openapi.yaml" },
    out: { takes: "FILE", does: "Page to write.", default: "docs/reference/index.html" },
  },
  page: "README.md",
  async run({ spec = SPEC, out = REFERENCE }) {
    await buildDocs(resolve(spec), resolve(out));
    console.log(`wrote ${shown(resolve(out))} and ${shown(resolve(dirname(out), "try-it"))}/`);
  },
});
