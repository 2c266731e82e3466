// `npm run sandbox`, as a person starts it.
import { describe, expect, it } from "vitest";
import { runScript, startScript } from "../helpers.js";
import { sandboxOf } from "./helpers.js";

describe("npm run sandbox", () => {
  it("serves, prints what to paste, and a line for each request until it is ended", async () => {
    const options = ["--port", "0", "--seed", "3", "--profile", "swagger"];
    const { printed, stop } = await startScript("sandbox", options, /Ctrl-C/);
    const [curl] = /curl -i -X DELETE .*/.exec(printed()) ?? [""];
    const [, url = ""] = /DELETE (\S+)/.exec(curl) ?? [];
    const headers = Object.fromEntries(
      [...curl.matchAll(/-H "([^:]+): ([^"]+)"/g)].map(([, name, value]) => [name, value]),
    );
    expect((await fetch(url, { method: "DELETE", headers })).status).toBe(200);
    await expect
      .poll(printed)
      .toMatch(/DELETE \/v1\.0\/accounts\/6303\/orders\/73552 {2}200 {2}cancel: accepted/);
    expect(await stop()).toBe(0);
  });

  it("is refused in one clear line for what it cannot do", async () => {
    const taken = new URL((await sandboxOf()).url).port;
    const refused = async (...args: string[]) => {
      const { code, output } = await runScript("sandbox", ...args);
      return [code, output];
    };
    expect(await refused("--prot", "1")).toEqual([
      64,
      expect.stringMatching(/^Unknown option '--prot'\..*\n$/),
    ]);
    const line = `Port ${taken} is in use. End what listens there, or choose another with --port.\n`;
    expect(await refused("--port", taken)).toEqual([1, line]);
    expect(await refused("--port", "0", "--profile", "swager")).toEqual([
      1,
      'There is no profile "swager". Profiles: default, swagger, other-side.\n',
    ]);
    expect(await refused("--port", "0", "--latency", "soon")).toEqual([
      1,
      expect.stringMatching(/^--latency soon is not a time.*\n$/),
    ]);
    expect(await refused("--port", "0", "--spec", "nowhere.yaml")).toEqual([
      1,
      "nowhere.yaml: no such file.\n",
    ]);
  });
});
