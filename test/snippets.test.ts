// Every code block of the README, of CONTRIBUTING and of the guides: it compiles, it runs against the sandbox, and
// prints what the page shows below it. TypeScript of the reference is compiled along; samples.test.ts runs it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Block, blocks } from "./pages.js";
import { type Language, makePlayground, missing, type Playground } from "./playground.js";
import { samples } from "./reference.js";
import { commands, isRead, problemOf } from "./shell.js";

/** What is not run, by a part of it, and why that is no loss. */
const NOT_RUN: { has: string; why: string }[] = [
  { has: "redisBudget(redis", why: "needs a Redis; test/redis/ tries it with one" },
  { has: "Deno.createHttpClient", why: "for Deno alone, and a part of a program" },
  { has: "'Et-App-Key: any'", why: "for Prism, which test/mock.test.ts asks for every example by name" },
  { has: "npx @hey-api/openapi-ts", why: "of other packages; `bench:compare` runs these generators" },
];

/** Pages whose programs need a framework: the tests of front-end/ paste them into projects and run those. */
const FRONT_END = /^docs\/(react|front-end)\.md:/;

/** Sorts a block by what is done with it. */
function kindOf({
  at,
  lang,
  code,
}: Block): "run" | "test" | "read" | "data" | "text" | "excused" | "unknown" {
  if (NOT_RUN.some(({ has }) => code.includes(has))) return "excused";
  if (FRONT_END.test(at) && /^[jt]sx?$/.test(lang)) return "excused";
  if (lang === "sh" || lang === "bash") return shellKindOf(code);
  if (lang === "ts" && /from "vitest"/.test(code)) return "test";
  if (lang === "ts" || lang === "js" || lang === "python") return "run";
  if (lang === "json" || lang === "yaml") return "data";
  return lang === "" || lang === "text" || lang === "http" || lang === "console" ? "text" : "unknown";
}

/** A block that both installs and asks would have to be run as a whole: it is to be two blocks. */
function shellKindOf(code: string): "run" | "read" | "unknown" {
  const all = commands(code);
  if (all.every(isRead)) return "read";
  return all.some(isRead) ? "unknown" : "run";
}

const languageOf = ({ lang }: Block) => (lang === "sh" || lang === "bash" ? "shell" : lang) as Language;
const of = (kind: ReturnType<typeof kindOf>) => blocks.filter((block) => kindOf(block) === kind);
const files = (named: { name: string; code: string }[], ending: string) =>
  new Map(named.map(({ name, code }) => [`${name.replaceAll(/\W+/g, "-")}${ending}`, code]));
const named = ({ at, code }: Block) => ({ name: at, code });

let playground: Playground;
beforeAll(async () => {
  playground = await makePlayground();
});
afterAll(() => playground.remove());

describe.concurrent("the code in README, CONTRIBUTING and the guides", () => {
  test("all TypeScript compiles, that of the reference too", async () => {
    const pages = blocks.filter(({ at, lang }) => lang === "ts" && !FRONT_END.test(at)).map(named);
    const reference = samples
      .filter(({ lang }) => lang === "TypeScript")
      .map(({ name, source }) => ({ name, code: source }));
    expect(Math.min(pages.length, reference.length)).toBeGreaterThan(7);
    const programs = files([...pages, ...reference], ".ts");
    expect(await playground.compile(programs)).toEqual({ code: 0, output: "" });
  });

  test.for(of("run"))("$at, $lang: it runs and prints what the page shows", async (block, { skip }) => {
    skip(missing(languageOf(block)) !== undefined, missing(languageOf(block)));
    const { code, output } = await playground.run(languageOf(block), block.code);
    // What curl prints ends as the server ends it.
    const lines = output === "" ? "" : output.replace(/\n?$/, "\n");
    expect({ code, output: lines }).toEqual({ code: 0, output: block.prints });
  });

  test.runIf(of("test").length > 0)("the test files pass", async () => {
    const { code, output } = await playground.runTests(files(of("test").map(named), ".test.ts"));
    expect(code === 0 ? "" : output).toBe("");
  });

  test.for(of("read"))("$at: its commands exist and take their options", async ({ code }) => {
    const problems = await Promise.all(commands(code).map(problemOf));
    expect(problems.filter(Boolean)).toEqual([]);
  });
});

test.for(of("data"))("$at: it is $lang", ({ code }) => {
  expect(() => parse(code)).not.toThrow();
});

test("no block is left out but those that are listed with a reason", () => {
  expect(of("unknown").map(({ at, lang }) => `${at} ${lang}`)).toEqual([]);
  const unused = NOT_RUN.filter(({ has }) => !blocks.some(({ code }) => code.includes(has)));
  expect(unused).toEqual([]);
});
