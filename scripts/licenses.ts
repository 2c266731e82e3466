// npm run licenses: writes THIRD-PARTY-LICENSES.md; with --check it fails if that is out of date.
import { Stop } from "./lib/cli.js";
import { runScript } from "./lib/commands.js";
import { changedFiles, writeAside } from "./lib/files.js";
import { LICENSES, licensesPage } from "./lib/licenses-page.js";
import { ROOT } from "./lib/paths.js";

await runScript({
  name: "licenses",
  summary: `Write ${LICENSES}: what is installed with the package.`,
  options: { check: { does: "Write nothing, and fail if it is out of date." } },
  async run({ check }) {
    const files = new Map([[LICENSES, await licensesPage()]]);
    const changed = await changedFiles(ROOT, files);
    if (changed.length === 0) return console.log(`${LICENSES} is up to date`);
    if (check) throw new Stop(`${LICENSES} is out of date: run \`npm run licenses\` and commit the result.`);
    await writeAside(ROOT, files);
    console.log(`wrote ${LICENSES}`);
  },
});
