// The page is true: each of its snippets compiles as strictly as our own code, runs, and prints what it says.
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromRoot, SPEC } from "../../scripts/lib/paths.js";
import { type Running, startPrism } from "../../scripts/lib/servers.js";
import * as sdk from "../../src/index.js";
import { runNode, temporaryFolder } from "../helpers.js";
import { ERROR_CLASSES } from "./clients.js";
import { json, NO_CONTENT, type Server, startServer } from "./server.js";

const MOCK = "http://127.0.0.1:4010";
const page = readFileSync(fromRoot("docs/client.md"), "utf8");
const snippets = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""], index) => {
  const line = page.slice(0, page.indexOf(code)).split("\n").length;
  return { name: `the snippet at line ${line}`, file: `snippet-${index}.ts`, code };
});

let prism: Running;
let twoSteps: Server;

beforeAll(async () => {
  twoSteps = await startServer((request) => {
    if (request.target !== "/token") return NO_CONTENT;
    return request.header("verificationcode")
      ? json(200, { State: "Succeeded", Token: "t" })
      : json(202, { State: "Expecting", Step: "VerificationCode", Token: "interim" });
  });
  prism = await startPrism({ spec: SPEC, port: 0 });
});
afterAll(() => Promise.all([prism.close(), twoSteps.close()]));

/** Runs a snippet with the mock's address replaced and the package's import resolved to our source. */
async function printed(code: string): Promise<string[]> {
  const { url } = code.includes(".signIn(") ? twoSteps : prism;
  const { code: plain } = await transform(code.replaceAll(MOCK, url), { loader: "ts", format: "esm" });
  const body = plain.replace(/import \{([^}]*)\} from "autoshares-cancel";/, "const {$1} = sdk;");
  const lines: string[] = [];
  const log = (...words: unknown[]) => lines.push(words.join(" "));
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction("sdk", "console", body)(sdk, { log });
  return lines;
}

test.each(snippets)("$name prints what it says", async ({ code }) => {
  const promised = [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text]) => text);
  expect(promised.length).toBeGreaterThan(0);
  expect(await printed(code)).toEqual(promised);
});

test("the snippets compile", async () => {
  const folder = await temporaryFolder();
  const { compilerOptions } = JSON.parse(readFileSync(fromRoot("tsconfig.json"), "utf8"));
  const config = {
    compilerOptions: {
      ...compilerOptions,
      moduleDetection: "force",
      module: "esnext",
      moduleResolution: "bundler",
      typeRoots: [fromRoot("node_modules/@types")],
      paths: { "autoshares-cancel": [fromRoot("src/index.ts")] },
    },
    files: snippets.map(({ file }) => file),
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  for (const { file, code } of snippets) await writeFile(join(folder, file), code);
  const { output } = await runNode([fromRoot("node_modules/typescript/bin/tsc"), "-p", folder], folder);
  expect(output).toBe("");
});

test("every class of error and its code is in the page's table", () => {
  for (const [name, { code }] of ERROR_CLASSES) expect(page).toContain(`\`${name}\` | \`${code}\` |`);
});

test("every option is in the page", () => {
  const error = (() => {
    try {
      sdk.createClient({ unknown: 1 } as never);
    } catch (caught) {
      return caught as Error;
    }
  })();
  const names = /no option `unknown`, only (.*?)\./.exec(error?.message ?? "")?.[1]?.split(", ") ?? [];
  expect(names.length).toBeGreaterThan(9);
  for (const name of names.filter((name) => name !== "now")) expect(page).toContain(`\`${name}`);
});
