// A command that waits for room to sign in says so, once.
import { expect, test } from "vitest";
import { tellingBudget } from "../../src/cli/sign-in-room.js";
import { type Bucket, memoryBudget } from "../../src/client/budget.js";
import { systemClock } from "../../src/client/clock.js";

test("a full limit of sign-ins is told once; a full limit of cancels is not", () => {
  const said: string[] = [];
  const budget = tellingBudget(memoryBudget(), (text) => void said.push(text));
  const bucket = (kind: Bucket["kind"]): Bucket => ({ kind, name: kind, limit: 1, windowMs: 60_000 });
  const ask = (kind: Bucket["kind"]) => {
    const answer = budget.reserve(bucket(kind), 0, systemClock);
    if ("granted" in answer && answer.granted) answer.end({ status: 200 });
  };
  for (const kind of ["orders", "orders", "tokens"] as const) ask(kind);
  expect(said).toEqual([]);
  for (const kind of ["tokens", "tokens"] as const) ask(kind);
  expect(said).toEqual([expect.stringMatching(/^The limit of 1 sign-ins in 60 s .*Set AUTOSHARES_TOKEN/)]);
});

test("a sign-in that is answered 429 is told of", () => {
  const said: string[] = [];
  const budget = tellingBudget(memoryBudget(), (text) => void said.push(text));
  const answer = budget.reserve({ kind: "tokens", name: "a", limit: 10, windowMs: 60_000 }, 0, systemClock);
  if ("granted" in answer && answer.granted) answer.end({ status: 429, retryAfterMs: 49_000 });
  expect(said).toEqual([expect.stringMatching(/10 sign-ins in 60 s .* in 49 s/)]);
});
