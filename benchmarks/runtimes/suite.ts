// The contract's checks as files that runtimes can run, inside a consumer's folder, so that they find the package by
// its name as users do.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { makeConsumer, PACKAGE } from "../../scripts/lib/consumer.js";
import { fromRoot } from "../../scripts/lib/paths.js";

export interface Suite {
  folder: string;
  /** A module that imports the package: for runtimes that resolve packages themselves. */
  command: string;
  /** One module with everything in it, for workerd. */
  worker: string;
  /** The sandbox as a Worker, with everything in it, for workerd. */
  sandbox: string;
  /** A script with everything in it, for a page. */
  page: string;
  remove(): Promise<void>;
}

export async function makeSuite(): Promise<Suite> {
  const { folder, remove } = await makeConsumer();
  // The package stays outside at first: bundled from here, it would be the sources and not the package.
  await build({
    entryPoints: ["command", "worker", "page"].map((name) => fromRoot(`test/contract/${name}.ts`)),
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    external: [PACKAGE],
    tsconfigRaw: {},
  });
  await writeFile(join(folder, "sandbox.js"), `export { default } from "${PACKAGE}/sandbox/web";`);
  const [worker, sandbox, page] = await Promise.all([
    bundle(folder, "worker", "esm"),
    bundle(folder, "sandbox", "esm"),
    bundle(folder, "page", "iife"),
  ]);
  return { folder, command: join(folder, "command.js"), worker, sandbox, page, remove };
}

async function bundle(folder: string, name: string, format: "esm" | "iife"): Promise<string> {
  const outfile = join(folder, `${name}.bundle.js`);
  const entry = join(folder, `${name}.js`);
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format, write: false });
  await writeFile(outfile, outputFiles[0]?.contents ?? "");
  return outfile;
}

export interface Result {
  name: string;
  problem?: string;
}

export interface Outcome {
  version: string;
  results: Result[];
}
