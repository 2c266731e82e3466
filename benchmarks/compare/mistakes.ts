// Which mistakes the compiler finds in a program.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fromRoot, TSC_CLI } from "../../scripts/lib/paths.js";
import { runCommand } from "../../scripts/lib/process.js";
import { Stop } from "../../src/cli/stop.js";
import { OPTIONS } from "../bench/compile.js";
import type { Place } from "./install.js";
import type { Way } from "./ways.js";

/** As bundlers and generators expect it; hey-api's client iterates what only `dom.iterable` knows. Not `exactOptionalPropertyTypes`: some generated clients break on it. */
export function compilerOptions({ nodeOnly }: Way): object {
  const platform = nodeOnly ? { types: ["node"], typeRoots: [fromRoot("node_modules/@types")] } : {};
  return {
    ...OPTIONS,
    lib: [...OPTIONS.lib, "dom.iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    exactOptionalPropertyTypes: false,
    ...platform,
  };
}

const MISTAKES = ["id", "operation", "key"] as const;
export type Mistake = (typeof MISTAKES)[number];

/** Those that make compiling fail: an id given as text, the operation misspelled, the app key left out. */
export async function mistakesFound(way: Way, { folder, program }: Place): Promise<Mistake[]> {
  const changes = {
    id: ["orderId: number", "orderId: string"],
    operation: way.misspelled,
    key: way.keyless,
  } as const;
  for (const name of MISTAKES) {
    const [text, by] = changes[name];
    if (!program.includes(text)) throw new Stop(`programs/${way.program}.ts has no ${text} to spoil.`);
    await writeFile(join(folder, `mistake-${name}.ts`), program.replace(text, by));
  }
  const files = MISTAKES.map((name) => `mistake-${name}.ts`);
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: compilerOptions(way), files }),
  );
  const { stdout } = await runCommand(process.execPath, [TSC_CLI, "-p", folder, "--pretty", "false"], {
    cwd: folder,
  });
  return MISTAKES.filter((name) => new RegExp(`^mistake-${name}\\.ts\\(`, "m").test(stdout));
}
