// The TypeScript of README, of CONTRIBUTING, of the guides and of the reference compiles, and its test files pass.
import { afterAll, beforeAll, expect, test } from "vitest";
import { blocks, blocksOf, FRONT_END } from "../pages.js";
import { makePlayground, type Playground } from "../playground.js";
import { samples } from "../reference.js";

let playground: Playground;
beforeAll(async () => {
  playground = await makePlayground();
});
afterAll(() => playground.remove());

interface Named {
  name: string;
  code: string;
}

const files = (programs: Named[], ending: string) =>
  new Map(programs.map(({ name, code }) => [`${name.replaceAll(/\W+/g, "-")}${ending}`, code]));

test("all of it compiles", async () => {
  const pages = blocks
    .filter(({ at, lang }) => lang === "ts" && !FRONT_END.test(at))
    .map(({ at, code }) => ({ name: at, code }));
  const reference = samples
    .filter(({ lang }) => lang === "TypeScript")
    .map(({ name, source }) => ({ name, code: source }));
  expect(Math.min(pages.length, reference.length)).toBeGreaterThan(7);
  const programs = files([...pages, ...reference], ".ts");
  expect(await playground.compile(programs)).toEqual({ code: 0, output: "" });
});

test("the test files of the guides pass", async () => {
  const tests = blocksOf("test").map(({ at, code }) => ({ name: at, code }));
  expect(tests.length).toBeGreaterThan(0);
  const { code, output } = await playground.runTests(files(tests, ".test.ts"));
  expect(code === 0 ? "" : output).toBe("");
});
