// npm run build: dist/, what is published.
import { resolve } from "node:path";
import { build } from "./lib/build.js";
import { DIST, shown } from "./lib/paths.js";
import { script } from "./lib/script.js";

export default script({
  name: "build",
  summary: "Build what is published: modules, types, the spec as JSON, its answers.",
  options: { out: { takes: "FOLDER", does: "Folder to build; what is in it is replaced.", default: "dist" } },
  async run({ out = DIST }) {
    await build(resolve(out));
    console.log(`wrote ${shown(resolve(out))}`);
  },
});
