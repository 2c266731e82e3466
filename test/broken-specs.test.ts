// A broken spec: every command says file and line, fails, and leaves what was there as it was.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSpec } from "../scripts/lib/spec.js";
import { changedSpec, runScript, specText, temporaryFolder } from "./helpers.js";

/** Line of the spec, after the change, that the message must name. */
const lineOf = (text: string, needle: string) => text.slice(0, text.indexOf(needle)).split("\n").length;

interface Breakage {
  change(text: string): string;
  /** Text of the line that the message must name. */
  at: string;
  says: RegExp;
}

const BREAKAGES: Record<string, Breakage> = {
  "a YAML error": {
    change: (text) => text.replace("  title: AutoShares", "  title: [AutoShares"),
    at: "  version: 0.1.0",
    says: /\(yaml\)/,
  },
  "an unresolvable $ref": {
    change: (text) => text.replace("#/components/responses/Forbidden", "#/components/responses/Nowhere"),
    at: '$ref: "#/components/responses/Nowhere"',
    says: /Can't resolve \$ref/,
  },
  "a duplicate operationId": {
    change: (text) => text.replace("operationId: getSyncOrder", "operationId: getOrder"),
    at: "operationId: getOrder\n      tags: [Orders]\n      summary: Get an order, asked",
    says: /unique `operationId`/,
  },
  "an operation without operationId": {
    change: (text) => text.replace("      operationId: getSyncOrder\n", ""),
    at: "    get:\n      tags: [Orders]\n      summary: Get an order, asked",
    says: /should contain `operationId`/,
  },
  "an example that breaks its schema": {
    change: (text) =>
      text.replace("{ error: Application key is not defined or does not exist }", "{ error: 12 }"),
    at: "value: { error: 12 }",
    says: /must be string/,
  },
};

const expectProblem = (output: string, line: number, says: RegExp) => {
  const lines = output.trim().split("\n");
  expect(lines.at(-1)).toMatch(/(has \d+ problems?|cannot be read); nothing was written or started\.$/);
  expect(lines[0]).toMatch(new RegExp(`openapi\\.yaml:${line}:\\d+ `));
  expect(output).toMatch(says);
  expect(output).not.toMatch(/^\s+at /m);
};

test.each(Object.entries(BREAKAGES))("%s is said with file and line", async (_, { change, at, says }) => {
  const reading = readSpec(await changedSpec(change));
  const { message } = await reading.then(
    () => new Error("It was read."),
    (error: Error) => error,
  );
  expectProblem(message, lineOf(change(specText), at), says);
});

describe("every command reads the spec in that way", () => {
  const { change, at, says } = BREAKAGES["a YAML error"] as Breakage;
  const line = lineOf(change(specText), at);

  test("generate, which leaves what was there", async () => {
    const out = await temporaryFolder();
    await writeFile(join(out, "types.ts"), "as it was");
    const { code, output } = await runScript("generate", "--spec", await changedSpec(change), "--out", out);
    expectProblem(output, line, says);
    expect(code).toBe(1);
    expect(await readFile(join(out, "types.ts"), "utf8")).toBe("as it was");
  });

  test("docs, which leaves what was there", async () => {
    const page = join(await temporaryFolder(), "index.html");
    await writeFile(page, "as it was");
    const { code, output } = await runScript("docs", "--spec", await changedSpec(change), "--out", page);
    expectProblem(output, line, says);
    expect(code).toBe(1);
    expect(await readFile(page, "utf8")).toBe("as it was");
  });

  // These two start another program besides, which takes seconds.
  test.each(process.env.CI ? ["sandbox", "lint", "mock"] : ["sandbox"])("%s", async (script) => {
    const more = script === "lint" ? [] : ["--port", "0"];
    const { code, output } = await runScript(script, "--spec", await changedSpec(change), ...more);
    expectProblem(output, line, says);
    expect(code).toBe(1);
  });
});

const BARE_OPERATION = `
  /v{version}/accounts/{accountId}/gadgets/{gadgetId}:
    parameters:
      - $ref: "#/components/parameters/Version"
      - $ref: "#/components/parameters/AccountId"
    delete:
      tags: [Gadgets]
      responses:
        "204": { description: Gone. }
        "401": { $ref: "#/components/responses/Unauthorised" }
`;

test("an operation that lacks everything is told all of it at once", async () => {
  const spec = await changedSpec((text) =>
    text.replace("\ncomponents:\n", `${BARE_OPERATION}\ncomponents:\n`),
  );
  const output = await readSpec(spec).then(
    () => "It was read.",
    ({ message }: Error) => message,
  );
  const demands = [
    "should contain `operationId`",
    "should contain `summary`",
    "should contain `description`",
    "Operation tags should be defined in global tags",
    "lacks the answer 403",
    "lacks the answer 422",
    "lacks the answer 429",
    "lacks the answer 500",
    "needs an x-rate-limit: one of orders, reads, tokens, not documented",
    "does not define the path parameter `{gadgetId}`",
    "Can't resolve $ref `#/components/responses/Unauthorised`. There are: ",
  ];
  expect(demands.filter((demand) => !output.includes(demand))).toEqual([]);
  expect(output).toContain(`has ${demands.length} problems`);
});

test("a spec that is not there is said in one line", async () => {
  const { code, output } = await runScript("generate", "--spec", "nowhere.yaml");
  expect(output.trim()).toBe("nowhere.yaml: no such file.");
  expect(code).toBe(1);
});
