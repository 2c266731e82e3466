// Every code block of the README, of CONTRIBUTING and of the guides: it compiles, it runs against the sandbox, and
// prints what the page shows below it. Blocks of the reference are compiled along; samples.test.ts runs them.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Block, blocks } from "./pages.js";
import { type Language, makePlayground, missing, type Playground } from "./playground.js";
import { samples } from "./reference.js";
import { commands, isRead, problemOf } from "./shell.js";

/** What is not run, and why that is no loss. A block that another test runs says which. */
const NOT_RUN: { has: string; why: string }[] = [
  { has: "Deno.createHttpClient", why: "for Deno alone; a part of a program" },
  { has: "'Et-App-Key: any'", why: "for Prism, which test/mock.test.ts asks for every example by name" },
];

const LANGUAGES: Record<string, Language> = {
  ts: "ts",
  js: "js",
  python: "python",
  sh: "shell",
  bash: "shell",
};
/** Shown, not run. */
const TEXT = ["", "text", "http"];
const DATA = ["json", "yaml"];

const excused = ({ code }: Block) => NOT_RUN.some(({ has }) => code.includes(has));
const tried = blocks.filter((block) => !excused(block));
const programs = tried.filter(({ lang, code }) => lang in LANGUAGES && !commands(code).every(isRead));
const told = tried.filter(({ lang, code }) => LANGUAGES[lang] === "shell" && commands(code).every(isRead));

function languageOf({ lang, code }: Block): Language {
  return /from "vitest"/.test(code) ? "vitest" : (LANGUAGES[lang] ?? "ts");
}

let playground: Playground;
beforeAll(async () => {
  playground = await makePlayground();
});
afterAll(() => playground.remove());

describe.concurrent("the code in README, CONTRIBUTING and the guides", () => {
  test("all TypeScript compiles, that of the reference too", async () => {
    const pages = blocks.filter(({ lang }) => lang === "ts").map(({ at, code }) => [at, code] as const);
    const reference = samples
      .filter(({ lang }) => lang === "TypeScript")
      .map(({ name, source }) => [name, source] as const);
    const files = [...pages, ...reference].map(
      ([name, code]) => [`${name.replaceAll(/\W+/g, "-")}.ts`, code] as const,
    );
    expect(pages.length).toBeGreaterThan(7);
    expect(reference.length).toBeGreaterThan(7);
    expect(await playground.compile(new Map(files))).toEqual({ code: 0, output: "" });
  });

  test.for(programs)("$at, $lang: it runs and prints what the page shows", async (block, { skip }) => {
    const language = languageOf(block);
    skip(missing(language) !== undefined, missing(language));
    const { code, output } = await playground.run(language, block.code);
    expect({ code, output: language === "vitest" && code === 0 ? "" : output }).toEqual({
      code: 0,
      output: block.prints,
    });
  });

  test.each(told)("$at: its commands exist and take their options", async ({ code }) => {
    const problems = await Promise.all(commands(code).map(problemOf));
    expect(problems.filter(Boolean)).toEqual([]);
  });
});

test.each(blocks.filter(({ lang }) => DATA.includes(lang)))("$at: it is $lang", ({ code }) => {
  expect(() => parse(code)).not.toThrow();
});

test("no block is left out but those that are listed with a reason", () => {
  const known = [...Object.keys(LANGUAGES), ...TEXT, ...DATA];
  expect(tried.filter(({ lang }) => !known.includes(lang)).map(({ at, lang }) => `${at} ${lang}`)).toEqual(
    [],
  );
  expect(NOT_RUN.filter(({ has }) => !blocks.some(({ code }) => code.includes(has)))).toEqual([]);
});
