// What a Node says that is too old.
import { expect, test } from "vitest";
import { fromRoot, WITH_TYPESCRIPT } from "../../scripts/lib/paths.js";
import { refusalOf } from "../../src/cli/node-version.js";
import { runNode } from "../helpers.js";

test.each(["18.20.8", "20.18.3", "0.12.0"])("Node %s is told in one line which one is needed", (version) => {
  expect(refusalOf(version)).toBe(`autoshares-cancel needs Node 20.19 or newer; this is ${version}.`);
});

test.each(["20.19.0", "20.20.2", "22.0.0", "100.1.1"])("Node %s is let through", (version) => {
  expect(refusalOf(version)).toBeUndefined();
});

test("the command ends with that line and status 1", async () => {
  const old =
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } });';
  const args = [...WITH_TYPESCRIPT, "--import", `data:text/javascript,${encodeURIComponent(old)}`];
  expect(await runNode([...args, fromRoot("src/cli/index.ts"), "sandbox"])).toEqual({
    code: 1,
    output: "autoshares-cancel needs Node 20.19 or newer; this is 18.20.8.\n",
  });
});
