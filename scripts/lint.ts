// npm run lint: the spec and the journeys by Redocly and our own rules, the code and its formatting by Biome.
// Options: --spec FILE.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { options, run, Stop } from "./lib/cli.js";
import { BIOME_CLI, JOURNEYS, ROOT, SPEC, shown } from "./lib/paths.js";
import { lintJourneys, readSpec } from "./lib/spec.js";

await run(async () => {
  const { spec = SPEC } = options({ spec: "string" });
  await Promise.all([readSpec(resolve(spec)), lintJourneys(JOURNEYS)]);
  for (const path of [resolve(spec), JOURNEYS]) console.log(`${shown(path)} has no problems`);
  const { status } = spawnSync(process.execPath, [BIOME_CLI, "check", "--error-on-warnings"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0) throw new Stop("Run `npm run format` to mend what can be mended by itself.");
});
