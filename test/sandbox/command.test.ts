// `npm run sandbox`, as a person starts it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { sandboxOf } from "./helpers.js";

const SCRIPT = fileURLToPath(new URL("../../scripts/sandbox.ts", import.meta.url));

/** A new process loads everything anew, lints the spec and looks whether what is generated from it is stale. */
const PATIENT = { timeout: 100_000 };

function start(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT, ...args], { stdio: "pipe" });
  onTestFinished(() => void child.kill());
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (said.err += text));
  return { child, said };
}

async function refused(...args: string[]) {
  const { child, said } = start(...args);
  const [status] = await once(child, "close");
  return { status, lines: said.err.trim().split("\n") };
}

describe("npm run sandbox", () => {
  it("serves, prints what to paste, and a line for each request until it is ended", async () => {
    const { child, said } = start("--port", "0", "--seed", "3", "--profile", "swagger");
    await expect.poll(() => said.out, PATIENT).toContain("Ctrl-C");
    const [curl] = /curl -i -X DELETE .*/.exec(said.out) ?? [""];
    const [, url = ""] = /DELETE (\S+)/.exec(curl) ?? [];
    const headers = Object.fromEntries(
      [...curl.matchAll(/-H "([^:]+): ([^"]+)"/g)].map(([, name, value]) => [name, value]),
    );
    expect((await fetch(url, { method: "DELETE", headers })).status).toBe(200);
    await expect
      .poll(() => said.out)
      .toMatch(/DELETE \/v1\.0\/accounts\/6303\/orders\/73552 {2}200 {2}cancel: taken/);
    child.kill("SIGINT");
    expect(await once(child, "close")).toEqual([0, null]);
  }, 120_000);

  it("is refused in one clear line for what it cannot do", async () => {
    const taken = new URL((await sandboxOf()).url).port;
    const outcomes = await Promise.all([
      refused("--prot", "1"),
      refused("--port", taken),
      refused("--profile", "swager"),
      refused("--latency", "soon"),
      refused("--spec", "nowhere.yaml"),
    ]);
    expect(outcomes.map(({ status, lines }) => [status, lines.length])).toEqual(
      [64, 1, 1, 1, 1].map((status) => [status, 1]),
    );
    const lines = outcomes.map((outcome) => outcome.lines[0]);
    expect(lines[0]).toContain("Unknown option '--prot'");
    expect(lines[1]).toBe(`Port ${taken} is in use. End what listens there, or choose another with --port.`);
    expect(lines[2]).toContain('There is no profile "swager". Profiles: default, swagger, other-side.');
    expect(lines[3]).toContain("--latency soon is not a time");
    expect(lines[4]).toContain("nowhere.yaml: no such file");
  }, 120_000);
});
