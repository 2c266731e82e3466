// npm run generate: the spec → src/generated/. Same spec, same bytes.
// Options: --spec FILE, --out FOLDER (both for trying a spec without touching this one).
import { resolve } from "node:path";
import { options, run } from "./lib/cli.js";
import { differences, writeAside } from "./lib/files.js";
import { generate } from "./lib/generate.js";
import { GENERATED, SPEC, shown } from "./lib/paths.js";

await run(async () => {
  const { spec = SPEC, out = GENERATED } = options({ spec: "string", out: "string" });
  const files = await generate(resolve(spec));
  const changed = await differences(resolve(out), files);
  await writeAside(resolve(out), files);
  console.log(
    changed.length === 0 ? `${shown(out)} is up to date` : `wrote ${shown(out)}: ${changed.join(", ")}`,
  );
});
