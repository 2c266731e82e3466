// Every status × every body × the operations that differ, once each, against a real server.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { AutoSharesError } from "../../src/index.js";
import { CREDENTIALS, clientOf, ERROR_CLASSES, IDS, SIGN_IN } from "./clients.js";
import { ManualClock } from "./manual-clock.js";
import { CELLS, type Cell, expected, type Outcome } from "./matrix.js";
import { tables, withTables } from "./matrix-page.js";
import { NEVER, NO_CONTENT, type Server, startServer } from "./server.js";

let server: Server;
const outcomes: Outcome[] = [];
const errors: unknown[] = [];
/** Called for each stalled request: when its head has arrived, or when the server has it and will not answer. */
let countStalled = () => {};

/** Passes by a clock of the test's own, once, when the heads of all answers that stall have arrived. */
const TIMEOUT_MS = 1000;

async function eachOf<T>(items: T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

beforeAll(async () => {
  server = await startServer(({ header }) => {
    const cell = CELLS[Number(header("cell"))];
    const answer = cell ? cell.body.answer(cell.status) : NO_CONTENT;
    if (answer === NEVER) countStalled();
    return answer;
  });
  const cells = [...CELLS.keys()];
  const stalls = (index: number) => CELLS[index]?.body.throws === "TimeoutError";
  await eachOf(
    cells.filter((index) => !stalls(index)),
    32,
    (index) => observe(index, { timeoutMs: 60_000 }),
  );
  await observeStalled(cells.filter(stalls));
});
afterAll(() => server.close());

async function observeStalled(cells: number[]): Promise<void> {
  const clock = new ManualClock();
  const counting: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    countStalled();
    return response;
  };
  const allStall = new Promise<void>((resolve) => {
    let left = cells.length;
    countStalled = () => {
      left -= 1;
      if (left === 0) resolve();
    };
  });
  const observed = cells.map((index) => observe(index, { clock, timeoutMs: TIMEOUT_MS, fetch: counting }));
  await allStall;
  await clock.advance(TIMEOUT_MS);
  await Promise.all(observed);
}

async function observe(index: number, options: Parameters<typeof clientOf>[1]): Promise<void> {
  const { operation } = CELLS[index] as Cell;
  const client = clientOf(server, { ...options, headers: { Cell: String(index) } });
  try {
    const value = await (operation === "createToken" ? client.createToken(SIGN_IN) : client[operation](IDS));
    outcomes[index] = { fate: "accepted", ...(value !== undefined && { value }) };
  } catch (error) {
    errors[index] = error;
    if (!(error instanceof AutoSharesError)) return;
    const { name, fate, status, bodyText } = error;
    const data: object | undefined = error.body;
    outcomes[index] = {
      throws: name,
      fate,
      ...(status !== undefined && { status }),
      ...(data && { body: data }),
      ...(bodyText !== undefined && { bodyText }),
    };
  }
}

const rows = CELLS.map((cell, index) => [sentence(cell), cell, index] as const);

function sentence(cell: Cell): string {
  const { throws, fate } = expected(cell);
  return `${cell.operation}, ${cell.status}, ${cell.body.name}: ${throws ? `throws ${throws}` : "resolves"}, ${fate}`;
}

describe("every answer", () => {
  test.each(rows)("%s", (_, cell, index) => {
    expect(outcomes[index] ?? errors[index]).toEqual(expected(cell));
  });

  test("that throws is an instance of the class it is named after", () => {
    for (const error of errors.filter((found) => found !== undefined)) {
      const { name } = error as Error;
      expect(error).toBeInstanceOf(ERROR_CLASSES.get(name));
      expect(error).toBeInstanceOf(Error);
    }
  });

  test("that throws names operation, method and path, and has no other status than the one sent", () => {
    for (const [index, error] of errors.entries()) {
      if (!(error instanceof AutoSharesError)) continue;
      const { operation, status } = CELLS[index] as Cell;
      const line = operation === "createToken" ? "POST /token" : `${error.request?.method} /v1.0/accounts/`;
      expect(error.message).toContain(operation);
      expect(error.message).toContain(line);
      expect([undefined, status]).toContain(error.status);
      if (error.status !== undefined) expect(error.message).toContain(String(status));
    }
  });

  test("that is neither redirected nor sent again: one request each", () => {
    const counts = new Map<string | undefined, number>();
    for (const { header } of server.requests)
      counts.set(header("cell"), (counts.get(header("cell")) ?? 0) + 1);
    expect(counts.size).toBe(CELLS.length);
    expect([...counts].filter(([, count]) => count !== 1)).toEqual([]);
  });
});

test("a sign-in by credentials is sent once whatever its answer, and the operation not at all", async () => {
  const first = server.requests.length;
  const signIns = rows.filter(
    ([, { operation, body }]) => operation === "createToken" && body.text !== undefined,
  );
  const cancels = signIns.map(([, , index]) =>
    clientOf(server, {
      credentials: CREDENTIALS,
      timeoutMs: 60_000,
      headers: { Cell: String(index) },
    }).cancelOrder(IDS),
  );
  for (const result of await Promise.allSettled(cancels)) {
    expect(result.status).toBe("rejected");
    expect((result as PromiseRejectedResult).reason.fate).toBe("not-sent");
  }
  const sent = server.requests.slice(first);
  expect(sent).toHaveLength(signIns.length);
  expect(sent.every(({ target }) => target === "/token")).toBe(true);
});

test("docs/client.md shows what this run observed (with --update it writes it)", async () => {
  const path = fromRoot("docs/client.md");
  const page = withTables(readFileSync(path, "utf8"), tables(outcomes));
  await expect(page).toMatchFileSnapshot(path);
});
