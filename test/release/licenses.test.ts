// THIRD-PARTY-LICENSES.md: what is installed with the package, as package-lock.json lists it, with its license.
// `npx vitest run test/release/licenses.test.ts --update` writes the page.
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";

interface Component {
  name: string;
  version: string;
  license?: string;
  /** Whether it is installed only where somebody works on this repository, or by whoever wants it. */
  dev?: true;
  optional?: true;
  devOptional?: true;
  peer?: true;
}

const { packages } = JSON.parse(readFileSync(fromRoot("package-lock.json"), "utf8")) as {
  packages: Record<string, Omit<Component, "name">>;
};
const installed = Object.entries(packages).flatMap(([path, one]): Component[] => {
  const name = path.split("node_modules/").at(-1) ?? "";
  return name === "" ? [] : [{ ...one, name }];
});
const shipped = installed.filter(({ dev, optional, devOptional, peer }) => {
  return !(dev || optional || devOptional || peer);
});

const licenseOf = ({ license = "unknown" }: Component): string => license;

/** As the package ships it: naming the license is not enough, its text has to go along. */
async function textOf({ name }: Component): Promise<string> {
  const folder = fromRoot(`node_modules/${name}`);
  const file = (await readdir(folder)).find((one) => /^licen[cs]e(\.(md|txt))?$/i.test(one));
  if (!file) throw new Error(`${name} ships no license text: ask its authors, or do without it`);
  return (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n").trim();
}

const INTRODUCTION = `# Third-party licenses

What is installed with \`autoshares-cancel\`, and is in the bundle of an application that uses it. Nothing else is: the
optional peers are installed by who wants them. The reference that \`npm run docs\` builds holds Redoc (MIT) and what
Redoc is made of; it is neither committed nor published.`;

test("the license of all that is installed with the package asks for no more than to be named", () => {
  expect(shipped.map((one) => `${one.name}, ${licenseOf(one)}`)).toEqual([
    "openapi-fetch, MIT",
    "openapi-typescript-helpers, MIT",
  ]);
});

test("THIRD-PARTY-LICENSES.md has the text of each", async () => {
  const sections = shipped.map(async (one) => {
    return `## ${one.name} ${one.version}, ${licenseOf(one)}\n\n\`\`\`text\n${await textOf(one)}\n\`\`\``;
  });
  const page = [INTRODUCTION, ...(await Promise.all(sections))].join("\n\n");
  await expect(`${page}\n`).toMatchFileSnapshot(fromRoot("THIRD-PARTY-LICENSES.md"));
});

test("no tool has a license that reaches what it builds", () => {
  expect(installed.length).toBeGreaterThan(300);
  expect(installed.filter((one) => /GPL|SSPL|BUSL|UNLICENSED/.test(licenseOf(one)))).toEqual([]);
});
