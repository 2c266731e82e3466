// THIRD-PARTY-LICENSES.md: what is installed with the package, as `npm sbom` lists it, with its license.
// `npx vitest run test/release/licenses.test.ts --update` writes the page.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { npm } from "../../scripts/lib/process.js";

interface Component {
  name: string;
  version: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}

async function components(...omit: string[]): Promise<Component[]> {
  const omitted = omit.map((kind) => `--omit=${kind}`);
  const bill = await npm(["sbom", "--sbom-format=cyclonedx", "--package-lock-only", ...omitted]);
  return JSON.parse(bill).components;
}

const licenseOf = ({ licenses = [] }: Component): string =>
  licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name).join(", ");

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

const shipped = await components("dev", "optional", "peer");

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

test("no tool has a license that reaches what it builds", async () => {
  const all = await components();
  expect(all.length).toBeGreaterThan(300);
  expect(all.filter((one) => /GPL|SSPL|BUSL|UNLICENSED/.test(licenseOf(one)))).toEqual([]);
});
