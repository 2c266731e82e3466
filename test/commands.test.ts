// Every script of ours as npm calls it: its help, its refusals, and what it says where the machine refuses.
import { readFileSync } from "node:fs";
import { chmod, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { fromRoot } from "../scripts/lib/paths.js";
import { runCommand } from "../scripts/lib/process.js";
import { readSpec } from "../scripts/lib/spec.js";
import { runNode, runProgram, runScript, scriptArgs, startScript, temporaryFolder } from "./helpers.js";

const { scripts, engines } = JSON.parse(readFileSync(fromRoot("package.json"), "utf8")) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
const RUN = fromRoot("scripts/run.js");
const ours = Object.entries(scripts).flatMap(([name, command]) => {
  const [, file] = /^node scripts\/run\.js (\S+)$/.exec(command) ?? [];
  return file === undefined ? [] : [{ name, file }];
});

test("they are ours", () => {
  expect(ours.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "start",
      "test",
      "generate",
      "check:generated",
      "lint",
      "mock",
      "sandbox",
      "docs",
      "build",
    ]),
  );
});

describe.each(ours)("npm run $name", ({ name, file }) => {
  test("--help says what it does, how it is called, and each option", async () => {
    const { code, output } = await runScript(file, "--help");
    expect(code).toBe(0);
    expect(output).toMatch(new RegExp(`^\\S.*\\n\\nUsage: npm (run )?${name} -- \\[options\\]\\n`));
    expect(output).toMatch(/\nOptions:\n(?: {2}.*\n)* {2}--help, -h +Print this\.\n/);
  });

  test("an unknown option is one line that lists the options", async () => {
    const { code, output } = await runScript(file, "--hepl");
    expect(output).toMatch(/^Unknown option '--hepl'\. Did you mean --help\? Options here: .*--help\.\n$/);
    expect(code).toBe(64);
  });
});

test("the process prints the line on stderr and ends with the status", async () => {
  const { code, stdout, stderr } = await runCommand(process.execPath, scriptArgs("generate", "--hepl"));
  expect([code, stdout]).toEqual([64, ""]);
  expect(stderr).toMatch(/^Unknown option '--hepl'\..*\n$/);
});

describe("a port that is in use names the option that changes it", () => {
  async function takenPort(): Promise<string> {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    return String((server.address() as { port: number }).port);
  }

  test.each([
    ["start", "port", ["--docs-port", "0"]],
    ["start", "docs-port", ["--port", "0"]],
    ["sandbox", "port", []],
    ["mock", "port", []],
  ])("%s --%s", async (name, option, more) => {
    const port = await takenPort();
    const { code, output } = await runScript(name, `--${option}`, port, ...more);
    expect(output).toBe(
      `Port ${port} is in use. End what listens there, or choose another with --${option}.\n`,
    );
    expect(code).toBe(1);
  });

  test("and a port that is none names the option it was given by", async () => {
    const { output } = await runScript("start", "--docs-port", "x");
    expect(output).toBe("--docs-port x is not a port: give a number from 0 to 65535.\n");
  });
});

describe("a Node that is too old is told in one line what is needed", () => {
  const needed = engines.node.replace(">=", "");

  test.each(["20.18.3", "18.20.8", "18.0.0", "8.9.0"])("%s", async (version) => {
    const preload = join(await temporaryFolder(), "version.cjs");
    await writeFile(preload, `Object.defineProperty(process.versions, "node", { value: "${version}" });`);
    expect(await runNode(["--require", preload, RUN, "start"])).toEqual({
      code: 1,
      output: `Node ${needed} or newer is needed; this is Node ${version}.\n`,
    });
  });

  test("it can read the file that says so: no word there is newer than Node 14", async () => {
    const { transform } = await import("esbuild");
    const text = readFileSync(RUN, "utf8");
    const { code } = await transform(text, { target: "node14.18", minifyWhitespace: true });
    const { code: asIs } = await transform(text, { target: "esnext", minifyWhitespace: true });
    expect(code).toBe(asIs);
    expect(text.match(/^import .*/gm)).toEqual(['import { readFileSync } from "node:fs";']);
  });
});

test("without its packages a script says what to run first", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "scripts"));
  for (const name of ["package.json", "scripts/run.js"])
    await writeFile(join(folder, name), readFileSync(fromRoot(name)));
  expect(await runNode([join(folder, "scripts/run.js"), "build"], folder)).toEqual({
    code: 1,
    output: "The packages are not installed: run `npm ci` first.\n",
  });
});

describe("a system error is one line, and leaves what there was", async () => {
  test.each(process.env.CI ? ["build", "generate"] : ["build"])("%s into a file", async (name) => {
    const out = join(await temporaryFolder(), "taken");
    await writeFile(out, "as it was");
    const { code, output } = await runScript(name, "--out", out);
    expect(output).toMatch(
      /taken: a folder was expected, but a file is there \(\w+\); nothing was written or started\.\n$/,
    );
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
    expect(readFileSync(out, "utf8")).toBe("as it was");
  });

  test.runIf(process.env.CI && process.platform !== "win32")(
    "generate into a folder that this user may not write to",
    async () => {
      const out = await temporaryFolder();
      await writeFile(join(out, "types.ts"), "as it was");
      await chmod(out, 0o555);
      onTestFinished(() => chmod(out, 0o755));
      // To the superuser all folders are open.
      const user = process.getuid?.() === 0 ? ["setpriv", "--reuid=65534", "--clear-groups"] : [];
      const [program = "", ...args] = [...user, process.execPath, RUN, "generate", "--out", out];
      const { output } = await runProgram(program, args);
      expect(output).toMatch(
        /^\S+: no permission to read or write there \(EACCES\); nothing was written or started\.\n$/,
      );
      expect(await readdir(out)).toEqual(["types.ts"]);
    },
  );

  // A small disk of its own is there only where a user may have one: on most Linux machines.
  const mount = 'mount -t tmpfs -o size="$1" small "$2" && shift 2 && "$@"';
  const onSmallDisk = async (size: string, ...args: string[]) => {
    const folder = await temporaryFolder();
    const given = [
      "-rm",
      "sh",
      "-c",
      mount,
      "sh",
      size,
      folder,
      process.execPath,
      RUN,
      ...args,
      "--out",
      join(folder, "out"),
    ];
    return runProgram("unshare", given);
  };
  const canMount =
    process.env.CI !== undefined &&
    (await runProgram("unshare", ["-rm", "true"]).then(
      ({ code }) => code === 0,
      () => false,
    ));

  const disks: [name: string, size: string, says: RegExp][] = [
    ["generate", "64k", /the disk is full \(ENOSPC\)/],
    ["build", "64k", /the disk is full \(ENOSPC\)/],
    ["generate", "64k,ro", /: a folder cannot be created there \(ENOENT\)|the disk is read-only \(EROFS\)/],
  ];
  test.runIf(canMount).each(disks)("%s on a disk of %s", async (name, size, says) => {
    const { code, output } = await onSmallDisk(size, name);
    expect(output).toMatch(says);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });

  test("build replaces no folder that is no build", async () => {
    const out = await temporaryFolder();
    await writeFile(join(out, "letter.txt"), "as it was");
    const { output } = await runScript("build", "--out", out);
    expect(output).toMatch(/is no earlier build, so it is not replaced: name another folder with --out\.\n$/);
    expect(await readdir(out)).toEqual(["letter.txt"]);
  });
});

test.runIf(process.env.CI && process.platform !== "win32")(
  "`#`, `?` and `%` in the path of the repository and of a spec change nothing",
  async () => {
    const here = join(await temporaryFolder(), "a#b?c d%41");
    await mkdir(here);
    const { code } = await runProgram("cp", [
      "-R",
      ...["openapi", "scripts", "src", "docs"].map(fromRoot),
      here,
    ]);
    expect(code).toBe(0);
    for (const name of [
      "package.json",
      "redocly.yaml",
      "tsconfig.json",
      "tsconfig.build.json",
      "tsconfig.build.sandbox.json",
    ])
      await writeFile(join(here, name), readFileSync(fromRoot(name)));
    await symlink(fromRoot("node_modules"), join(here, "node_modules"));
    const script = join(here, "scripts/run.js");
    const outputs = await Promise.all(
      ["generate", "check-generated", "build", "docs"].map(
        async (name) => (await runNode([script, name], here)).output,
      ),
    );
    expect(outputs.map((output) => output.split("\n")[0])).toEqual([
      "src/generated is up to date",
      "src/generated is what openapi/openapi.yaml generates",
      "wrote dist",
      "wrote docs/reference/index.html and what belongs to it beside it, for any static server",
    ]);
    const spec = join(here, "openapi/openapi.yaml");
    const { printed } = await startScript("mock", ["--port", "0", "--spec", spec], /Prism is listening on/);
    expect(printed()).toContain("/v1.0/accounts/6303/orders/73552");
  },
);

describe("a spec that cannot be read is said in two lines", () => {
  test.each([
    ["is not closed", "a: [1,\nb: 2\n", /:2:\d+ /],
    ["is empty", "", /:1:1 Must be an object/],
    ["is a word", "word\n", /:1:1 Must be an object/],
    ["has a tab", "a:\n\tb: 1\n", /:2:1 Tabs are not allowed/],
    ["names an anchor that is not there", "a: *nowhere\n", /Unresolved alias/],
    ["has a key twice", "a: 1\na: 2\n", /:2:1 Map keys must be unique/],
    ["holds a null byte", "openapi: '3.1.0\0'\n", /null byte/],
  ])("it %s", async (_, text, says) => {
    const path = join(await temporaryFolder(), "openapi.yaml");
    await writeFile(path, text);
    const { message } = await readSpec(path).then(
      () => new Error("It was read."),
      (error: Error) => error,
    );
    expect(message).toMatch(says);
    expect(message).toMatch(/^[^\n]+\n\S+ [^\n]*; nothing was written or started\.$/);
  });
});

test("every script of benchmarks/ is started with its own name, by which its --help calls it", () => {
  const { scripts } = JSON.parse(readFileSync(fromRoot("benchmarks/package.json"), "utf8"));
  const started = Object.entries<string>(scripts).flatMap(([name, command]) => {
    const [, file] = /^node --import \.\.\/scripts\/lib\/register\.js (\S+)$/.exec(command) ?? [];
    return file === undefined ? [] : [{ name, text: readFileSync(fromRoot(`benchmarks/${file}`), "utf8") }];
  });
  expect(started.length).toBeGreaterThan(7);
  for (const { name, text } of started) expect(text).toContain(`await runScript({\n  name: "${name}",`);
});
