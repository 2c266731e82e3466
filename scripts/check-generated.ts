// npm run check:generated: fails, naming the files, if src/generated/ is not what the spec generates.
import { resolve } from "node:path";
import { options, run, Stop } from "./lib/cli.js";
import { differences } from "./lib/files.js";
import { generate } from "./lib/generate.js";
import { GENERATED, SPEC, shown } from "./lib/paths.js";

await run(async () => {
  const { spec = SPEC, out = GENERATED } = options({ spec: "string", out: "string" });
  const differing = await differences(resolve(out), await generate(resolve(spec)));
  if (differing.length > 0) {
    const names = differing.map((name) => `  ${shown(resolve(out))}/${name}`).join("\n");
    throw new Stop(
      `Not what ${shown(spec)} generates:\n${names}\nRun \`npm run generate\` and commit the result.`,
    );
  }
  console.log(`${shown(out)} is what ${shown(spec)} generates`);
});
