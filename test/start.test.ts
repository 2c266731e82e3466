// npm start and npm run docs, as a newcomer meets them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromRoot } from "../scripts/lib/paths.js";
import { guideFiles } from "../scripts/lib/reference.js";
import { eachOperation } from "../src/sandbox/openapi.js";
import { parseCurl, runScript, spec, startScript, temporaryFolder } from "./helpers.js";
import { samples } from "./reference.js";

test("npm start serves the whole reference, prints three addresses and six commands that do what they say, and ends on Ctrl-C", async () => {
  const { printed, stop } = await startScript("start", ["--port", "0", "--docs-port", "0"], /Ctrl-C/);
  const output = printed();
  const docs = /Docs\s+(\S+)/.exec(output)?.[1] ?? "";
  await expectWhole(await (await fetch(docs)).text());
  const tryIt = /Try it\s+(\S+)/.exec(output)?.[1] ?? "";
  expect(await (await fetch(tryIt)).text()).toContain("Order blotter");
  expect(new URL(tryIt).searchParams.get("api")).toBe(/Sandbox\s+(\S+)/.exec(output)?.[1]);
  const commands = output.split("\n").filter((line) => line.includes("curl"));
  const answers = [];
  for (const command of commands) answers.push(await fetch(...parseCurl(command)));
  expect(answers.map((answer) => answer.status)).toEqual([204, 204, 200, 401, 409, 200]);
  expect(await answers[3]?.text()).toBe('{"error":"Application key is not defined or does not exist"}');
  expect(await stop()).toBe(0);
  await expect(fetch(docs)).rejects.toThrow();
  await expect(fetch(...parseCurl(commands[0] ?? ""))).rejects.toThrow();
});

/** A text as it stands in a script of a page. */
const inScript = (text: string) => JSON.stringify(text).replaceAll("<", "\\u003c");

/** One page with every operation, sample and guide, which loads nothing from elsewhere. */
async function expectWhole(html: string): Promise<void> {
  for (const { operation } of eachOperation(spec)) expect(html).toContain(operation.summary);
  for (const { source } of samples) expect(html).toContain(inScript(source));
  for (const file of guideFiles(await readFile(fromRoot("docs/README.md"), "utf8"))) {
    const title = /^# (.+)$/m.exec(await readFile(fromRoot(`docs/${file}`), "utf8"))?.[1] ?? "no title";
    expect(html).toContain(title);
  }
  expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
  expect(html).not.toMatch(/(?:src|href)="https?:\/\/[^"]*\.(?:js|css|svg|png|woff2?)"/);
}

test.runIf(process.env.CI)("npm run docs writes that page", async () => {
  const page = join(await temporaryFolder(), "index.html");
  expect(await runScript("docs", "--out", page)).toMatchObject({ code: 0 });
  await expectWhole(await readFile(page, "utf8"));
});
