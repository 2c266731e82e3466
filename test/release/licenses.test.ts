// What is installed with the package asks for no more than to be named, and is named.
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { isPermissive, readPackages } from "../../scripts/lib/licenses.js";
import { LICENSES, licensesPage } from "../../scripts/lib/licenses-page.js";
import { fromRoot } from "../../scripts/lib/paths.js";

const packages = await readPackages();

test("what is installed with the package is permissive, all the way down", () => {
  const shipped = packages.filter(({ dev }) => !dev);
  expect(shipped.map(({ id }) => id.split(" ")[0])).toEqual(["openapi-fetch", "openapi-typescript-helpers"]);
  expect(shipped.filter(({ license }) => !isPermissive(license))).toEqual([]);
});

test("what only builds it has a license that is known, and none that reaches what it builds", () => {
  const dev = packages.filter(({ dev }) => dev);
  expect(dev.length).toBeGreaterThan(300);
  expect(
    dev.filter(({ license }) => license === "unknown" || /GPL|SSPL|BUSL|UNLICENSED/.test(license)),
  ).toEqual([]);
});

test("THIRD-PARTY-LICENSES.md is what `npm run licenses` writes", async () => {
  expect(await readFile(fromRoot(LICENSES), "utf8")).toBe(await licensesPage());
});

describe("a license is permissive", () => {
  test.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0)", true],
    ["(MIT AND Zlib)", true],
    ["MIT AND GPL-3.0", false],
    ["MPL-2.0", false],
    ["SEE LICENSE IN LICENSE", false],
    ["unknown", false],
  ])("%s: %s", (license, expected) => {
    expect(isPermissive(license)).toBe(expected);
  });
});
