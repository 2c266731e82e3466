// How a program is compiled as strictly as its language can, and run. May use esbuild, TypeScript's command, and the
// programs of this machine.
import { spawnSync } from "node:child_process";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { fromRoot, TSC_CLI } from "../../scripts/lib/paths.js";
import { type Ended, runCommand } from "../../scripts/lib/process.js";
import { OPTIONS } from "../bench/compile.js";

export interface Language {
  /** Programs that have to be here. */
  needs: string[];
  /** What the table calls the strictest that compiles; undefined if nothing does. */
  compile(folder: string, files: string[]): Promise<{ as: string | undefined; problems: string }>;
  /** Command that runs the program, before its arguments. */
  start(folder: string, node: string): Promise<[command: string, args: string[]]>;
}

/** `strict` as every template has it, and with the options that this project adds. */
const STRICT = {
  ...OPTIONS,
  lib: [...OPTIONS.lib, "dom.iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  exactOptionalPropertyTypes: false,
  types: ["node"],
  typeRoots: [fromRoot("node_modules/@types")],
};
const STRICTEST = { ...STRICT, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };

const TYPESCRIPT: Language = {
  needs: [],
  async compile(folder, files) {
    const strictest = await tsc(folder, STRICTEST, files);
    if (strictest.code === 0) return { as: "strictest", problems: "" };
    const strict = await tsc(folder, STRICT, files);
    return { as: strict.code === 0 ? "strict" : undefined, problems: strictest.stdout };
  },
  async start(folder, node) {
    const outfile = join(folder, "program.mjs");
    const banner = {
      js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    };
    await build({
      ...{ entryPoints: [join(folder, "main.ts")], outfile, banner },
      ...{ bundle: true, platform: "node", format: "esm", logLevel: "silent" },
    });
    return [node, [outfile]];
  },
};

async function tsc(folder: string, compilerOptions: object, files: string[]): Promise<Ended> {
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  return runCommand(process.execPath, [TSC_CLI, "-p", folder, "--pretty", "false"], { cwd: folder });
}

const PYTHON: Language = {
  needs: ["/usr/bin/python3", "mypy"],
  async compile(folder) {
    await rename(join(folder, "client/client.py"), join(folder, "client.py"));
    const strict = await runCommand("mypy", ["--strict", "client.py"], { cwd: folder });
    if (strict.code === 0) return { as: "mypy --strict", problems: "" };
    const found = /Found (\d+) error/.exec(strict.stdout)?.[1];
    const loads = await runCommand("/usr/bin/python3", ["-m", "py_compile", "client.py"], { cwd: folder });
    if (loads.code !== 0 || !found) return { as: undefined, problems: loads.stderr };
    return { as: `yes; mypy --strict finds ${found} mistakes`, problems: strict.stdout };
  },
  // Debian's, for which its packages are installed.
  start: async (folder) => ["/usr/bin/python3", [join(folder, "program.py")]],
};

const GO: Language = {
  needs: ["go"],
  async compile(folder) {
    await writeFile(join(folder, "go.mod"), "module matrix\n\ngo 1.19\n");
    await rm(join(folder, "client/client.ts"), { force: true });
    await mkdir(join(folder, "cmd"), { recursive: true });
    await rename(join(folder, "program.go"), join(folder, "cmd/main.go"));
    const { code, stderr } = await runCommand("go", ["vet", "./..."], { cwd: folder });
    if (code !== 0) return { as: undefined, problems: stderr };
    const built = await runCommand("go", ["build", "-o", "program", "./cmd"], { cwd: folder });
    return { as: built.code === 0 ? "go vet" : undefined, problems: built.stderr };
  },
  start: async (folder) => [join(folder, "program"), []],
};

const PHP: Language = {
  needs: ["php"],
  async compile(folder) {
    await rename(join(folder, "client/client.php"), join(folder, "client.php"));
    const { code, stdout } = await runCommand("php", ["-l", "client.php"], { cwd: folder });
    return { as: code === 0 ? "php -l" : undefined, problems: stdout };
  },
  start: async (folder) => ["php", [join(folder, "program.php")]],
};

export const LANGUAGES: Record<string, Language> = { ts: TYPESCRIPT, py: PYTHON, go: GO, php: PHP };

/** The first program that is not on this machine. */
export function notHere({ needs }: Language): string | undefined {
  return needs.find((program) => spawnSync(program, ["--version"]).error !== undefined);
}
