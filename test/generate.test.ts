// What `npm run generate` writes, and that adding an operation to the spec is all it takes.
import { cp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fromRoot, GENERATED, ROOT, WITH_TYPESCRIPT } from "../scripts/lib/paths.js";
import { startPrism } from "../scripts/lib/servers.js";
import { changedSpec, runNode, runScript, temporaryFolder } from "./helpers.js";

const read = async (folder: string) =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(folder)).sort().map(async (name) => [name, await readFile(join(folder, name), "utf8")]),
    ),
  );

// `npm run check:generated` says so of this folder, before the tests run.
test.runIf(process.env.CI)(
  "the same spec gives the same bytes as are committed, in another folder too",
  async () => {
    const out = await temporaryFolder();
    expect(await runScript("generate", "--out", out)).toMatchObject({ code: 0 });
    expect(await read(out)).toEqual(await read(GENERATED));
  },
);

describe("npm run check:generated", () => {
  test("names the files that differ and the one command to mend them", async () => {
    const out = await temporaryFolder();
    await cp(GENERATED, out, { recursive: true });
    await writeFile(join(out, "types.ts"), "edited by hand");
    await writeFile(join(out, "stray.ts"), "left over");
    await rm(join(out, "README.md"));
    const { code, output } = await runScript("check-generated", "--out", out);
    expect(code).toBe(1);
    expect(output).toMatch(
      /\/README\.md\n.*\/stray\.ts\n.*\/types\.ts\nRun `npm run generate` and commit the result\.\n$/,
    );
    expect(output).not.toMatch(/operations\.ts/);
  });
});

/** An operation unlike the six: another path, query parameters, one of them a list, a request body. */
const NEW_PATH = `
  /v{version}/watchlists/{watchlistName}/alerts:
    parameters:
      - $ref: "#/components/parameters/Version"
    post:
      operationId: createAlert
      tags: [Orders]
      summary: Create a price alert
      description: Sends a message when the price is met.
      x-rate-limit: reads
      parameters:
        - name: watchlistName
          in: path
          required: true
          description: Name of the watchlist.
          schema: { type: string, minLength: 1 }
          example: tech
        - name: dryRun
          in: query
          required: true
          description: Whether only to check the alert.
          schema: { type: boolean }
          example: true
        - name: by
          in: query
          description: Ways to send the message.
          schema: { type: array, items: { type: string } }
          example: [mail]
      requestBody:
        required: true
        description: The alert.
        content:
          application/json:
            schema:
              type: object
              required: [price]
              properties:
                price: { type: number, description: Price to wait for. }
            examples:
              alert: { value: { price: 156.5 } }
      responses:
        "201":
          description: The alert as it was created.
          content:
            application/json:
              schema:
                type: object
                required: [AlertId]
                properties:
                  AlertId: { type: integer, description: Number of the alert. }
              examples:
                alert-created: { value: { AlertId: 7 } }
        "401": { $ref: "#/components/responses/Unauthorized" }
        "403": { $ref: "#/components/responses/Forbidden" }
        "422": { $ref: "#/components/responses/ValidationFailed" }
        "429": { $ref: "#/components/responses/TooManyRequests" }
        "500": { $ref: "#/components/responses/ServerError" }
`;

const PROGRAM = `
import { createClient } from "./src/index.js";
import { type AnswerName, fixtures, type Where } from "./src/testing/fixtures.js";
const shown: typeof fetch = (url, init) => {
  console.log(String(url).replace(/.*alerts/, ""));
  return fetch(url, init);
};
const client = createClient({ baseUrl: process.argv[2] ?? "", appKey: "any-key", token: "any-token", fetch: shown });
const by = ["mail", "a&b"];
const created = await client.createAlert({ watchlistName: "tech", dryRun: true, by, body: { price: 156.5 } });
const id: number = created.AlertId;
console.log(JSON.stringify(created), id);
// @ts-expect-error the body is required
const withoutBody = () => client.createAlert({ watchlistName: "tech", dryRun: true });
// @ts-expect-error the price is a number
const wrongBody = () => client.createAlert({ watchlistName: "tech", dryRun: true, body: { price: "156.5" } });
console.log(typeof withoutBody, typeof wrongBody);
const { status, body } = fixtures.createAlert["alert-created"];
const alertId: number = body.AlertId;
const named: [AnswerName<"createAlert">, Where<"createAlert">] = ["alert-created", { by }];
console.log(status, alertId, ...named.slice(0, 1));
`;

describe("adding an operation to the spec and running generate is all it takes", async () => {
  const withAlert = (text: string) => text.replace("\ncomponents:\n", `${NEW_PATH}\ncomponents:\n`);

  test.runIf(process.env.CI)(
    "a typed method on the client, a mocked route, and its answers for tests",
    async () => {
      const spec = await changedSpec(withAlert);
      const project = await temporaryFolder();
      await cp(fromRoot("src"), join(project, "src"), { recursive: true });
      await symlink(fromRoot("node_modules"), join(project, "node_modules"), "junction");
      await cp(fromRoot("tsconfig.json"), join(project, "tsconfig.json"));
      await writeFile(join(project, "package.json"), '{ "type": "module" }');
      await writeFile(join(project, "program.ts"), PROGRAM);
      expect(
        await runScript("generate", "--spec", spec, "--out", join(project, "src/generated")),
      ).toMatchObject({ code: 0 });

      const types = ["--project", join(project, "tsconfig.json"), "--noEmit"];
      await writeFile(
        join(project, "tsconfig.json"),
        JSON.stringify({ extends: join(ROOT, "tsconfig.json"), include: ["program.ts"] }),
      );
      expect(await runNode([fromRoot("node_modules/typescript/bin/tsc"), ...types], project)).toEqual({
        code: 0,
        output: "",
      });

      const prism = await startPrism({ spec, port: 0 });
      try {
        const ran = await runNode([...WITH_TYPESCRIPT, "program.ts", prism.url], project);
        expect(ran).toEqual({
          code: 0,
          output: '?dryRun=true&by=mail&by=a%26b\n{"AlertId":7} 7\nfunction function\n201 7 alert-created\n',
        });
      } finally {
        await prism.close();
      }
    },
  );

  test.runIf(process.env.CI)("a section in the docs", async () => {
    const page = join(await temporaryFolder(), "index.html");
    expect(await runScript("docs", "--spec", await changedSpec(withAlert), "--out", page)).toMatchObject({
      code: 0,
    });
    expect(await readFile(page, "utf8")).toContain("Create a price alert");
  });
});

test("two parameters of one name stop the generator, which says what to do", async () => {
  const twice = NEW_PATH.replaceAll("dryRun", "watchlistName")
    .replace("schema: { type: boolean }", "schema: { type: string }")
    .replace("example: true", "example: x");
  const spec = await changedSpec((text) => text.replace("\ncomponents:\n", `${twice}\ncomponents:\n`));
  const { code, output } = await runScript("generate", "--spec", spec, "--out", await temporaryFolder());
  expect(output).toMatch(/createAlert: .*`watchlistName` can be used once.*Rename the parameter/);
  expect(code).toBe(1);
});
