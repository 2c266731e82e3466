// The way for those who prefer exceptions to verdicts.
import { describe, expect, test } from "vitest";
import { cancel, NotCanceledError, orThrow } from "../../src/index.js";
import { type PlayedRequest, refusedConnection, reset, type Script, stage } from "./kit.js";
import { ORDER, order } from "./order.js";

describe("orThrow", () => {
  const fateOf = async (script: Script) => {
    const result = await stage(script).cancel({ deadlineMs: 5_000 });
    try {
      return orThrow(result).verdict;
    } catch (error) {
      return error instanceof NotCanceledError ? error.fate : error;
    }
  };
  const answering =
    (deleteAnswer: () => number | Error, status: string): Script =>
    ({ method }: PlayedRequest) =>
      method === "DELETE" ? deleteAnswer() : order(status);

  test("returns what is canceled", async () => {
    expect(await fateOf(answering(() => 204, "Canceled"))).toBe("canceled");
  });

  test.each<[string, Script, string]>([
    ["somebody else's PendingCancel and a 409 are refused", answering(() => 409, "PendingCancel"), "refused"],
    ["a lost DELETE is unknown", answering(reset, "New"), "unknown"],
    ["no connection is not sent", answering(refusedConnection, "New"), "not-sent"],
    ["a 204 is accepted", answering(() => 204, "PendingCancel"), "accepted"],
  ])("%s", async (_, script, fate) => {
    expect(await fateOf(script)).toBe(fate);
  });

  test("refuses a result that somebody has made canceled", async () => {
    const result = await stage(answering(() => 204, "New")).cancel({ deadlineMs: 1_000 });
    expect(() => orThrow({ ...result, verdict: "canceled" } as never)).toThrow(
      /`verdict` is "pending", not "canceled"/,
    );
  });

  test("says so when a promise was not awaited", () => {
    const { client } = stage(() => 204);
    expect(() => orThrow(cancel(client, ORDER) as never)).toThrow(/`await`/);
  });
});
