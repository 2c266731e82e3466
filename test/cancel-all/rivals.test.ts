// Owns: the figures of the guide are those of the programs, measured in simulated time.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { loop, ours, type Program, retrying, type Score, score, tokenBucket } from "./world/rivals.js";

const HEAD = [
  "| 1,000 orders, one account | last DELETE let in | DELETEs | answered 429 | most in a minute | reads | left in the market | of them said to be canceled |",
  "|---|---|---|---|---|---|---|---|",
];

function row({ program, lastSentS, ...score }: Score): string {
  const { deletes, refused, inAMinute, reads, left, falselyCanceled } = score;
  const figures = [deletes, refused, inAMinute, reads, left, falselyCanceled].map((n) =>
    n.toLocaleString("en-US"),
  );
  return `| ${[program, `${lastSentS.toLocaleString("en-US")} s`, ...figures].join(" | ")} |`;
}

const guide = await readFile(new URL("../../docs/getting-out-of-the-market.md", import.meta.url), "utf8");

test("1,000 orders by cancelAll(): none is called canceled that is not, none meets the limit, the guide has the figures", async () => {
  const best = await score("`cancelAll()`", ours);
  expect(best).toMatchObject({ falselyCanceled: 0, refused: 0 });
  expect(best.inAMinute).toBeLessThanOrEqual(50);
  expect(guide).toContain([...HEAD, row(best)].join("\n"));
});

// Other programs change only when somebody edits them, and take seconds.
test.runIf(process.env.CI).each<[string, Program]>([
  ["a loop: send, and a 2xx means canceled", loop],
  ["all at once, sent again as ky does", retrying],
  ["a token bucket, 50 refilled evenly in a minute", tokenBucket],
])("%s: the guide has the figures", async (name, program) => {
  expect(guide).toContain(row(await score(name, program)));
});
