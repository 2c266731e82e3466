// npm run transcript: goes the way of a newcomer, in a fresh clone and in an empty project with the packed package,
// and writes down what was typed and printed into docs/five-minutes.md. Needs git, curl and the ports 4010 and 8080.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machine, today } from "./lib/bench/machine.js";
import { options, run } from "./lib/cli.js";
import { writeAside } from "./lib/files.js";
import { DOCS, ROOT } from "./lib/paths.js";
import { npm } from "./lib/process.js";
import { inAFreshClone, inAnEmptyProject } from "./lib/transcript/journey.js";
import { page } from "./lib/transcript/page.js";

await run(async () => {
  options({});
  const folder = await mkdtemp(join(tmpdir(), "five-minutes-"));
  try {
    const packed = await npm(["pack", "--silent", "--pack-destination", folder]);
    const tarball = join(folder, packed.trim().split("\n").at(-1) ?? "");
    const recorded = {
      date: today(),
      machine: machine(),
      instead: [
        [folder, "~"],
        [ROOT.replace(/[\\/]$/, ""), "~/autoshares-cancel"],
      ] as [string, string][],
      clone: await inAFreshClone(folder),
      project: await inAnEmptyProject(folder, tarball),
    };
    await writeAside(DOCS, new Map([["five-minutes.md", page(recorded)]]));
    console.log("wrote docs/five-minutes.md");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
