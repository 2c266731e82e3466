// npm --prefix benchmarks run transcript: does what a newcomer does, in a fresh clone and in an empty project with the packed
// package, and writes what was typed and printed into docs/five-minutes.md. Needs git, curl and the ports 4010 and 8080.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeAside } from "../scripts/lib/files.js";
import { DOCS, ROOT } from "../scripts/lib/paths.js";
import { npm } from "../scripts/lib/process.js";
import { machine, today } from "./bench/machine.js";
import { runScript } from "./bench/script.js";
import { inAFreshClone, inAnEmptyProject } from "./transcript/journey.js";
import { page } from "./transcript/page.js";

await runScript({
  name: "transcript",
  summary: "Record a newcomer's first five minutes as docs/five-minutes.md.",
  options: {},
  async run() {
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
  },
});
