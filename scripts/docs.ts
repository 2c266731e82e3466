// npm run docs: the site, a folder for any static server: the reference, Try it in try-it/, llms.txt with the guides.
import { dirname, resolve } from "node:path";
import { buildDocs } from "./lib/build-docs.js";
import { REFERENCE, SPEC, shown } from "./lib/paths.js";
import { script } from "./lib/script.js";

export default script({
  name: "docs",
  summary: "Build the site, a folder for any static server: the reference with the guides, and Try it.",
  options: {
    spec: { takes: "FILE", does: "Spec to show.", default: "openapi/openapi.yaml" },
    out: {
      takes: "FILE",
      does: "Page to write; the rest goes beside it.",
      default: "docs/reference/index.html",
    },
  },
  page: "README.md",
  async run({ spec = SPEC, out = REFERENCE }) {
    await buildDocs(resolve(spec), resolve(out));
    console.log(`wrote ${shown(resolve(out))} and what belongs to it beside it, for any static server`);
    console.log(
      `see it: python3 -m http.server --bind 127.0.0.1 --directory ${shown(resolve(dirname(out)))}`,
    );
  },
});
