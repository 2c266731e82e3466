// npm run check:generated: fails, naming the files, if src/generated/ is not what the spec generates, or
// the tables and pictures of docs/ are not what the code makes.
// Options: --spec FILE, --out FOLDER.
import { resolve } from "node:path";
import { options, run, Stop } from "./lib/cli.js";
import { changedFiles, differences } from "./lib/files.js";
import { generate } from "./lib/generate.js";
import { generatedPages } from "./lib/pages.js";
import { DOCS, GENERATED, SPEC, shown } from "./lib/paths.js";

await run(async () => {
  const { spec = SPEC, out = GENERATED } = options({ spec: "string", out: "string" });
  const code = await differences(resolve(out), await generate(resolve(spec)));
  const pages = await changedFiles(DOCS, await generatedPages());
  const differing = [
    ...code.map((name) => `${shown(resolve(out))}/${name}`),
    ...pages.map((name) => `${shown(DOCS)}/${name}`),
  ];
  if (differing.length > 0) {
    const names = differing.map((name) => `  ${name}`).join("\n");
    throw new Stop(
      `Not what ${shown(spec)} generates:\n${names}\nRun \`npm run generate\` and commit the result.`,
    );
  }
  console.log(`${shown(out)} is what ${shown(spec)} generates`);
});
