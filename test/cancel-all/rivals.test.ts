// Owns: the figures of the guide are those of the programs, measured in simulated time.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { loop, ours, retrying, type Score, score, tokenBucket } from "./world/rivals.js";

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

test("1,000 orders: the guide's table is what comes out", { timeout: 0 }, async () => {
  const scores = [
    await score("`cancelAll()`", ours),
    await score("a loop: send, and a 2xx means canceled", loop),
    await score("all at once, sent again as ky does", retrying),
    await score("a token bucket, 50 refilled evenly in a minute", tokenBucket),
  ];
  const [best] = scores;
  const table = [...HEAD, ...scores.map(row)].join("\n");
  console.log(table);
  expect(best).toMatchObject({ falselyCanceled: 0, refused: 0 });
  expect(best?.inAMinute).toBeLessThanOrEqual(50);
  const guide = await readFile(new URL("../../docs/getting-out-of-the-market.md", import.meta.url), "utf8");
  expect(guide).toContain(table);
});
