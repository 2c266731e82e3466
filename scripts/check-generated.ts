// npm run check:generated: fails, naming the files, if one is not what the spec or the code makes of it.
import { resolve } from "node:path";
import { Stop } from "./lib/cli.js";
import { runScript } from "./lib/commands.js";
import { changedFiles, differences, settle } from "./lib/files.js";
import { generate } from "./lib/generate.js";
import { generatedPages } from "./lib/pages.js";
import { DOCS, GENERATED, SPEC, shown } from "./lib/paths.js";

await runScript({
  name: "check:generated",
  summary: "Fail if src/generated/, or a table or picture of docs/, is not what it is generated from.",
  options: {
    spec: { takes: "FILE", does: "Spec to compare with.", default: "openapi/openapi.yaml" },
    out: { takes: "FOLDER", does: "Folder to look at.", default: "src/generated" },
  },
  async run({ spec = SPEC, out = GENERATED }) {
    const folder = resolve(out);
    const files = await generate(resolve(spec));
    for (const one of [folder, DOCS]) await settle(one);
    const code = await differences(folder, files);
    const pages = await changedFiles(DOCS, await generatedPages());
    const differing = [
      ...code.map((name) => `${shown(folder)}/${name}`),
      ...pages.map((name) => `${shown(DOCS)}/${name}`),
    ];
    if (differing.length > 0) {
      const names = differing.map((name) => `  ${name}`).join("\n");
      throw new Stop(
        `Not what ${shown(resolve(spec))} generates:\n${names}\nRun \`npm run generate\` and commit the result.`,
      );
    }
    console.log(`${shown(folder)} is what ${shown(resolve(spec))} generates`);
  },
});
