// `autoshares-cancel/testing` as a user has it: without MSW the answers as data, with it the handlers.
import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Consumer, makeConsumer } from "../../scripts/lib/consumer.js";
import { fromRoot, TSC_CLI } from "../../scripts/lib/paths.js";
import { runNode } from "../helpers.js";

let consumer: Consumer;
beforeAll(async () => {
  consumer = await makeConsumer();
});
afterAll(() => consumer.remove());

const run = (script: string) => runNode(["--input-type=module", "--eval", script], consumer.folder);

test("the answers as data need no MSW", async () => {
  const { code, output } = await run(`
    import { fixtures, urlPattern } from "autoshares-cancel/testing/fixtures";
    console.log(fixtures.cancelOrder["order-already-filled"].status, urlPattern("getOrder").test("a/v1/accounts/1/orders/2"));
  `);
  expect({ code, output }).toEqual({ code: 0, output: "409 true\n" });
});

const PROGRAM = `
  import { cancel, createClient } from "autoshares-cancel";
  import { answer, handlers } from "autoshares-cancel/testing";
  import { setupServer } from "msw/node";

  const server = setupServer(answer.cancelOrder("order-already-filled"), ...handlers({ prefer: ["order-filled"] }));
  server.listen();
  const client = createClient({ baseUrl: "https://api.autoshares.dev", appKey: "k", token: "t" });
  const { verdict } = await cancel(client, { accountId: 6303, orderId: 73552 });
  console.log(verdict);
  server.close();
`;

test("without MSW the handlers say what is missing, and with it they answer", async () => {
  const { code, output } = await run('import "autoshares-cancel/testing";');
  expect(code).not.toBe(0);
  expect(output).toMatch(/Cannot find package 'msw' imported from .*autoshares-cancel/);

  await symlink(fromRoot("node_modules/msw"), join(consumer.folder, "node_modules/msw"), "junction");
  expect(await run(PROGRAM)).toEqual({ code: 0, output: "too-late\n" });
});

const IN_A_BROWSER = `
  import type { components } from "autoshares-cancel";
  import { answer, fixtures, handlers } from "autoshares-cancel/testing";
  import { setupWorker } from "msw/browser";

  export const worker = setupWorker(answer.cancelOrder("204", { once: true }), ...handlers());
  export const order: components["schemas"]["Order"] = fixtures.getOrder["order-open"].body;
`;

test("they compile with the browser's types alone, libraries checked", async () => {
  const strict = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true };
  const browser = { lib: ["es2022", "dom"], types: [], module: "esnext", moduleResolution: "bundler" };
  const project = { compilerOptions: { ...strict, ...browser, target: "es2022" }, files: ["browser.ts"] };
  await writeFile(join(consumer.folder, "browser.ts"), IN_A_BROWSER);
  await writeFile(join(consumer.folder, "tsconfig.json"), JSON.stringify(project));
  expect(await runNode([TSC_CLI, "-p", consumer.folder], consumer.folder)).toEqual({ code: 0, output: "" });
});
