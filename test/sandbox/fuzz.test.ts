// Everything at once: raw bytes, bodies for the control surface, and sequences of both against one sandbox that has to
// live through all of it. A failing run is printed with its seed and path; CI tries longer.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/sandbox/index.js";
import { bytes, controlAnswer, controls, FAILURE, heardFrom } from "./attacks.js";
import { call, credentials, orderPath, SIGN_IN, sandboxOf } from "./helpers.js";

const RUNS = process.env.CI ? 3_000 : 150;
const SEED = Number(process.env.FUZZ_SEED ?? 73552);

/** Bytes go out; what does not end by itself is ended after a while, as by a caller that loses patience. */
const sent = (sandbox: Sandbox, packet: Buffer) => heardFrom(sandbox.url, packet, undefined, 50);

async function lives(sandbox: Sandbox): Promise<void> {
  sandbox.reset();
  const { status } = await call(sandbox, "DELETE", orderPath(73552), {
    Authorization: `Bearer ${sandbox.issueToken()}`,
  });
  expect(status).toBe(204);
  expect((await fetch(`${sandbox.url}/token`, { method: "POST", headers: SIGN_IN })).status).toBe(200);
}

describe(`${RUNS} times, seed ${SEED}`, () => {
  const settings = { seed: SEED, numRuns: RUNS, endOnFailure: true };

  it("raw bytes end nothing but their own connection, and meet no failure of the sandbox itself", async () => {
    const sandbox = await sandboxOf({ clock: "real", venueMs: 5, limits: false, patienceMs: 200 });
    credentials(sandbox);
    await fc.assert(
      fc.asyncProperty(bytes, async (packet) => {
        expect(await sent(sandbox, packet)).not.toContain(FAILURE);
      }),
      settings,
    );
    await lives(sandbox);
  }, 600_000);

  it("bodies for the control surface are taken or refused in a sentence, never a failure", async () => {
    const sandbox = await sandboxOf({ limits: false });
    await fc.assert(
      fc.asyncProperty(controls, async (given) => {
        const { status, text } = await controlAnswer(sandbox.url, given);
        expect([200, 400, 404], text).toContain(status);
        if (status !== 200)
          expect(JSON.parse(text).message).not.toMatch(/TypeError|is not a|Cannot read|in JSON|NaN|Infinity/);
        expect(() => new Date(sandbox.now()).toISOString()).not.toThrow();
      }),
      settings,
    );
    await lives(sandbox);
  }, 600_000);

  it("sequences of both leave a sandbox that answers, and orders that add up", async () => {
    const step = fc.oneof(
      controls.map((given) => (sandbox: Sandbox) => controlAnswer(sandbox.url, given)),
      bytes.map((packet) => (sandbox: Sandbox) => sent(sandbox, packet)),
    );
    const sandbox = await sandboxOf({ clock: "real", venueMs: 5, limits: false, patienceMs: 200 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        for (const play of steps) await play(sandbox);
        for (const { executed, quantity } of sandbox.orders()) expect(executed).toBeLessThanOrEqual(quantity);
        await lives(sandbox);
      }),
      { ...settings, numRuns: Math.ceil(RUNS / 10) },
    );
  }, 600_000);
});
