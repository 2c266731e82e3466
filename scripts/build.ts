// npm run build: dist/, what is published. Option: --out FOLDER.
import { resolve } from "node:path";
import { build } from "./lib/build.js";
import { options, run } from "./lib/cli.js";
import { DIST, shown } from "./lib/paths.js";

await run(async () => {
  const { out = DIST } = options({ out: "string" });
  await build(resolve(out));
  console.log(`wrote ${shown(resolve(out))}`);
});
