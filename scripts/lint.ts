// npm run lint: the spec and the journeys by Redocly and our own rules, the code and its formatting by Biome.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { Stop } from "./lib/cli.js";
import { runScript } from "./lib/commands.js";
import { BIOME_CLI, JOURNEYS, ROOT, SPEC, shown } from "./lib/paths.js";
import { lintJourneys, readSpec } from "./lib/spec.js";

await runScript({
  name: "lint",
  summary: "Lint the spec and the journeys, and the code with its formatting.",
  options: { spec: { takes: "FILE", does: "Spec to lint.", default: "openapi/openapi.yaml" } },
  async run({ spec = SPEC }) {
    await Promise.all([readSpec(resolve(spec)), lintJourneys(JOURNEYS)]);
    for (const path of [resolve(spec), JOURNEYS]) console.log(`${shown(path)} has no problems`);
    const { status } = spawnSync(process.execPath, [BIOME_CLI, "check", "--error-on-warnings"], {
      cwd: ROOT,
      stdio: "inherit",
    });
    if (status !== 0) throw new Stop("Run `npm run format` to mend what can be mended by itself.");
  },
});
