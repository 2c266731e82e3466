// Every code block of the README, of CONTRIBUTING and of the guides: it runs against the sandbox and prints what the
// page shows below it. That all TypeScript compiles is tested in package/guides.test.ts.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Block, blocks, blocksOf, NOT_RUN } from "./pages.js";
import { type Language, makePlayground, missing, type Playground } from "./playground.js";
import { commands, problemOf } from "./shell.js";

const languageOf = ({ lang }: Block) => (lang === "sh" || lang === "bash" ? "shell" : lang) as Language;

let playground: Playground;
beforeAll(async () => {
  playground = await makePlayground();
});
afterAll(() => playground.remove());

describe.concurrent("the code in README, CONTRIBUTING and the guides", () => {
  test.for(blocksOf("run"))("$at, $lang: it runs and prints what the page shows", async (block, { skip }) => {
    skip(missing(languageOf(block)) !== undefined, missing(languageOf(block)));
    const { code, output } = await playground.run(languageOf(block), block.code);
    // What curl prints ends as the server ends it.
    const lines = output === "" ? "" : output.replace(/\n?$/, "\n");
    expect({ code, output: lines }).toEqual({ code: 0, output: block.prints });
  });

  test.for(blocksOf("read"))("$at: its commands exist and take their options", async ({ code }) => {
    const problems = await Promise.all(commands(code).map(problemOf));
    expect(problems.filter(Boolean)).toEqual([]);
  });
});

test.for(blocksOf("data"))("$at: it is $lang", ({ code }) => {
  expect(() => parse(code)).not.toThrow();
});

test("no block is left out but those that are listed with a reason", () => {
  expect(blocksOf("unknown").map(({ at, lang }) => `${at} ${lang}`)).toEqual([]);
  const unused = NOT_RUN.filter(({ has }) => !blocks.some(({ code }) => code.includes(has)));
  expect(unused).toEqual([]);
});
