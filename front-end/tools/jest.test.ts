// Jest 30 with the configurations of docs/front-end.md, in both kinds of modules, with a DOM and without.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { runCommand } from "../../scripts/lib/process.js";
import { filesOf, writeFiles } from "../guide.js";
import { emptyFolder, ownEnvironment, programPath } from "./kit.js";

const guide = filesOf("docs/front-end.md");
const text = readFileSync(fromRoot("docs/front-end.md"), "utf8");
const block = (name: string) => guide.get(name) ?? `no block for ${name}`;

const WITH_MSW = `
import { cancel, createClient } from "autoshares-cancel";
import { answer, handlers } from "autoshares-cancel/testing";
import { setupServer } from "msw/node";
test("MSW answers", async () => {
  const server = setupServer(answer.getOrder("order-canceled"), ...handlers());
  server.listen();
  const client = createClient({ baseUrl: "https://api.autoshares.dev", appKey: "k", token: "t" });
  expect((await cancel(client, { accountId: 6303, orderId: 73552 })).verdict).toBe("canceled");
  server.close();
});
`;
const WITH_MIDDLEWARE = `
import createClient from "openapi-fetch";
import { autoSharesMiddleware } from "autoshares-cancel/openapi-fetch";
import { fixtures } from "autoshares-cancel/testing/fixtures";
test("the middleware and the answers as data are there", async () => {
  const { status } = fixtures.cancelOrder["order-already-filled"];
  const api = createClient({ baseUrl: "http://localhost", fetch: async () => new Response(null, { status }) });
  api.use(autoSharesMiddleware({ appKey: "k", token: "t" }));
  const path = { version: "1.0", accountId: 1, orderId: 2 };
  const call = api.DELETE("/v{version}/accounts/{accountId}/orders/{orderId}", { params: { path } });
  await expect(call).rejects.toMatchObject({ code: "conflict" });
});
`;
const WITH_A_PORT = `
import { startSandbox } from "autoshares-cancel/sandbox";
test("the sandbox on a port starts", async () => {
  const sandbox = await startSandbox();
  expect((await fetch(sandbox.url)).status).toBe(404);
  await sandbox.close();
});
`;

const JEST = "jest/bin/jest.js";
const TESTS = { "cancel.test.js": block("cancel.test.js"), "middleware.test.js": WITH_MIDDLEWARE };

/** With the pattern that the guide names for MSW in the place of the shorter one. */
function configForMsw(): string {
  const [longer = "no pattern for MSW"] = /\(\?!\(autoshares-cancel\|.*?\)\/\)/.exec(text) ?? [];
  return block("jest.config.cjs").replace("(?!(autoshares-cancel)/)", longer);
}

async function jest(kind: string, files: Record<string, string>, ...args: string[]): Promise<string> {
  const folder = await emptyFolder(`jest-${kind}`);
  await writeFiles(folder, new Map(Object.entries(files)));
  const flags = kind.startsWith("esm") ? ["--experimental-vm-modules"] : [];
  const command = [
    ...flags,
    programPath(JEST),
    "--rootDir",
    folder,
    "--config",
    join(folder, configOf(files)),
    ...args,
  ];
  const { code, stdout, stderr } = await runCommand(process.execPath, command, {
    cwd: folder,
    env: ownEnvironment(),
  });
  return code === 0 ? (/^Tests:.*$/m.exec(stderr)?.[0] ?? stderr) : stdout + stderr;
}

const configOf = (files: Record<string, string>) =>
  Object.keys(files).find((name) => name.includes("config")) ?? "";

test("CommonJS, node: what is translated passes", async () => {
  const files = { "package.json": "{}", "jest.config.cjs": block("jest.config.cjs"), ...TESTS };
  expect(await jest("cjs-node", files)).toMatch(/ 2 passed, 2 total/);
});

test("CommonJS, jest-fixed-jsdom, with MSW: the longer list passes", async () => {
  const files = {
    "package.json": "{}",
    "jest.config.cjs": configForMsw(),
    ...TESTS,
    "msw.test.js": WITH_MSW,
  };
  expect(await jest("cjs-dom", files, "--env", "jest-fixed-jsdom")).toMatch(/ 3 passed, 3 total/);
});

test.each(["node", "jest-fixed-jsdom"])("ES modules, %s: every entry works as it is", async (environment) => {
  const settings = { "package.json": '{ "type": "module" }', "jest.config.mjs": block("jest.config.mjs") };
  const files = { ...settings, ...TESTS, "msw.test.js": WITH_MSW, "port.test.js": WITH_A_PORT };
  expect(await jest(`esm-${environment}`, files, "--env", environment)).toMatch(/ 4 passed, 4 total/);
});
