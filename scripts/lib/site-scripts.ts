// Bundles the scripts of the site: that of Try it, and the one that runs samples. What both use is one file.
import { join } from "node:path";
import { build, type Plugin, transform } from "esbuild";
import { Stop } from "../../src/cli/stop.js";
import type { Files } from "./files.js";
import { fromRoot, SITE, TRY_IT } from "./paths.js";

/** Folder of what both use. */
export const SHARED = "shared";

export interface Program {
  readonly name: string;
  /** A module that imports from this package alone. */
  readonly source: string;
}

/** Path below the site's folder to content. */
export async function siteScripts(programs: readonly Program[]): Promise<Files> {
  const { outputFiles } = await build({
    entryPoints: { "try-it/main": join(TRY_IT, "main.ts"), run: join(SITE, "run.ts") },
    outdir: fromRoot("docs/reference"),
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    chunkNames: `${SHARED}/[hash]`,
    write: false,
    plugins: [withPrograms(await programsModule(programs))],
  });
  const below = fromRoot("docs/reference").length + 1;
  return new Map(outputFiles.map(({ path, text }) => [path.slice(below).replaceAll("\\", "/"), text]));
}

/** In place of docs/site/programs.ts, which is there for the compiler. */
function withPrograms(contents: string): Plugin {
  return {
    name: "programs",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]docs[\\/]site[\\/]programs\.ts$/ }, () => ({ contents, loader: "js" }));
    },
  };
}

async function programsModule(programs: readonly Program[]): Promise<string> {
  const functions = programs.map(
    async ({ name, source }) => `${JSON.stringify(name)}: ${await asFunction(source)}`,
  );
  return `export const programs = {${(await Promise.all(functions)).join(",\n")}};`;
}

/** A module cannot be run twice, a function can. Its imports become its arguments. */
async function asFunction(source: string): Promise<string> {
  const { code } = await transform(source, { loader: "ts", target: "es2022" });
  const [, names, body] = /^import \{([^}]*)\} from "autoshares-cancel";\n(.*)$/s.exec(code) ?? [];
  if (names === undefined) throw new Stop(`This sample cannot be run in the page:\n${source}`);
  return `async ({${names}}, { console, process }) => {\n${body}}`;
}
