// A project as a reader of the docs has it: the package by its name, programs pasted into files. They are compiled
// together and run one by one, each against a sandbox of its own, so that they can run side by side.
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { PACKAGE } from "../scripts/lib/consumer.js";
import { fromRoot, TSC_CLI } from "../scripts/lib/paths.js";
import { API_PORT, HOST } from "../scripts/lib/servers.js";
import { type Sandbox, startSandbox } from "../src/sandbox/index.js";
import { type Ran, runNode, runProgram } from "./helpers.js";

export interface Playground {
  /** What the compiler says of these TypeScript programs, by the names of their files. */
  compile(programs: ReadonlyMap<string, string>): Promise<Ran>;
  /** Runs a program that calls the documented server: `served` takes its place. */
  run(language: Language, code: string, served?: Promise<Served>): Promise<Ran>;
  /** Runs test files by vitest, by their names: it is started once for all, as that is what takes long. */
  runTests(programs: ReadonlyMap<string, string>): Promise<Ran>;
  remove(): Promise<void>;
}

export type Served = Pick<Sandbox, "url" | "close">;
export type Language = "ts" | "js" | "python" | "shell";

/** Where the docs say that the sandbox is. */
const DOCUMENTED = `http://${HOST}:${API_PORT}`;
const VITEST_CLI = fromRoot("node_modules/vitest/vitest.mjs");
const COMPILER = { extends: fromRoot("tsconfig.json"), compilerOptions: { paths: {} }, include: ["*.ts"] };

export async function makePlayground(): Promise<Playground> {
  const outer = await mkdtemp(join(tmpdir(), "playground-"));
  const folder = join(outer, "project");
  await installPackage(join(folder, "node_modules", PACKAGE));
  await symlink(fromRoot("node_modules"), join(outer, "node_modules"), "junction");
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  let programs = 0;
  return {
    async compile(files) {
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify(COMPILER));
      for (const [file, code] of files) await writeFile(join(folder, file), code);
      return runNode([TSC_CLI, "--project", folder], folder);
    },
    async run(language, code, served = startSandbox()) {
      const place = join(folder, `program-${++programs}`);
      await mkdir(place);
      const server = await served;
      return RUN[language](place, code.replaceAll(DOCUMENTED, server.url)).finally(() => server.close());
    },
    async runTests(files) {
      const place = join(folder, "tests");
      await mkdir(place);
      const sandbox = await startSandbox();
      for (const [file, code] of files)
        await writeFile(join(place, file), code.replaceAll(DOCUMENTED, sandbox.url));
      return runNode([VITEST_CLI, "run", "--root", place], place).finally(() => sandbox.close());
    },
    remove: () => rm(outer, { recursive: true, force: true }),
  };
}

/** How a program in a folder of its own is run. */
const RUN: Record<Language, (folder: string, code: string) => Promise<Ran>> = {
  async ts(folder, code) {
    return RUN.js(folder, (await transform(code, { loader: "ts" })).code);
  },
  async js(folder, code) {
    await writeFile(join(folder, "program.js"), code);
    return runNode(["program.js"], folder);
  },
  async python(folder, code) {
    await writeFile(join(folder, "program.py"), code);
    return runProgram(PROGRAMS.python ?? "python3", ["program.py"], folder);
  },
  async shell(folder, code) {
    await writeFile(join(folder, "program.sh"), code);
    // To a terminal curl shows no progress, so it must show none here.
    await writeFile(join(folder, ".curlrc"), "silent\nshow-error\n");
    return runProgram(PROGRAMS.shell ?? "bash", ["-c", "export CURL_HOME=.; . ./program.sh"], folder);
  },
};

/** As npm would install it, except that types are those of the sources: to build them takes seconds. */
async function installPackage(folder: string): Promise<void> {
  const manifest = await readFile(fromRoot("package.json"), "utf8");
  await mkdir(folder, { recursive: true });
  const withSources = manifest.replaceAll(/"\.\/dist\/([^"]*)\.d\.ts"/g, '"./src/$1.ts"');
  await writeFile(join(folder, "package.json"), withSources);
  for (const name of ["src", "openapi"]) await symlink(fromRoot(name), join(folder, name), "junction");
  const dist = join(folder, "dist");
  await build({ entryPoints: [fromRoot("src/**/*.ts")], outbase: fromRoot("src"), outdir: dist });
  await cp(fromRoot("src/generated/openapi.json"), join(dist, "generated/openapi.json"));
}

/** The programs of this machine by their paths, so that what stands in front of them costs nothing. */
const PROGRAMS: { [L in Language]?: string | undefined } = {
  python: found("python3", ["-c", "import sys; print(sys.executable)"]),
  shell: found("bash", ["-c", "curl --version >/dev/null && command -v bash"]),
};

function found(program: string, args: string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Why a program in that language cannot be run here; undefined if it can. CI has to have them all. */
export function missing(language: Language): string | undefined {
  if (!(language in PROGRAMS) || PROGRAMS[language] || process.env.CI) return undefined;
  return language === "python" ? "python3 is not installed" : "bash with curl is not installed";
}
