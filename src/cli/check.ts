// Owns the command `check`: the first contact with a deployment. It only reads, and stops at the first problem.
import type { Client } from "../client/client.js";
import { AutoSharesError } from "../client/errors.js";
import { operationTable } from "../generated/operations.js";
import { environmentLines } from "./cancel.js";
import { type Command, command, type Place } from "./command.js";
import { CHECK_SIGN_IN, clientFrom, type Environment } from "./environment.js";
import { EXIT } from "./exit.js";
import {
  type Finding,
  findingOf,
  headerFindings,
  note,
  ok,
  pageFindings,
  unknownOrderFinding,
} from "./findings.js";
import type { OptionTable } from "./options.js";
import { type Output, systemOutput } from "./output.js";
import { ACCOUNT, idOf, JSON_OPTION } from "./values.js";

export const CHECK_OPTIONS = { account: ACCOUNT, json: JSON_OPTION } as const satisfies OptionTable;

export function checkCommand(environment: Environment, output: Output = systemOutput): Command {
  return command({
    name: "check",
    summary: "Check address, app key, sign-in and account, before anything has to be canceled.",
    about: [
      "It only reads: ten requests at most. It stops at the first problem and says what to do about it. Run it once " +
        "with a new deployment.",
    ],
    options: CHECK_OPTIONS,
    lists: {
      Environment: environmentLines(),
      "Exit status": [
        "0  no problem",
        "3  an answer proves a problem, or nothing",
        "4  no access",
        "5  no network or a wrong address",
        "64 wrong usage",
      ],
    },
    examples: [
      ["--account 6303", "everything"],
      ["", "address, app key and sign-in alone"],
    ],
    page: "getting-out-of-the-market.md",
    async run({ account, json = false }) {
      const accountId = account === undefined ? undefined : idOf(account, "account");
      let status: number = EXIT.done;
      for await (const finding of check(environment, accountId)) {
        status = Math.max(status, finding.status ?? EXIT.done);
        if (json) output.json(finding);
        else output.line(`${finding.level.padEnd(8)}${finding.about.padEnd(15)}${finding.says}`);
      }
      output.exit(status);
    },
  });
}

/** What to do when another command could not reach the orders. */
export const checkHint = ({ call }: Place, account: string | undefined, { code }: AutoSharesError): string =>
  code === "token"
    ? CHECK_SIGN_IN
    : `To find out what is wrong: ${call(`check${account === undefined ? "" : ` --account ${account}`}`)}`;

/** One finding after the other; the first problem is the last. */
async function* check(
  environment: Environment,
  accountId: number | undefined,
): AsyncGenerator<Finding, void, void> {
  const headers: Readonly<Record<string, string>>[] = [];
  const client = clientFrom(environment, { onResponse: (response) => void headers.push(response.headers) });
  try {
    if (accountId === undefined) yield* checkSignIn(client, environment);
    else yield* checkAccount(client, accountId);
    yield* headerFindings(headers, Date.now());
  } catch (error) {
    if (!(error instanceof AutoSharesError)) throw error;
    yield findingOf(error, accountId);
  }
}

async function* checkSignIn(client: Client, environment: Environment): AsyncGenerator<Finding, void, void> {
  const { AUTOSHARES_USER: Username = "", AUTOSHARES_PASS: Password = "" } = environment;
  if (Username === "") {
    yield note("token", "Give --account N to check it: a token alone cannot be tried.");
    return;
  }
  const answer = await client.createToken({ Username, Password });
  if (answer.State === "Succeeded") yield ok("sign-in", "The app key and the user were accepted.");
  else
    yield note(
      "sign-in",
      `A second factor is wanted (${answer.State}). Sign in elsewhere and set AUTOSHARES_TOKEN.`,
    );
  yield note("account", "Give --account N to check the account too.");
}

async function* checkAccount(client: Client, accountId: number): AsyncGenerator<Finding, void, void> {
  const page = await client.listOrders({ accountId, pageNumber: 0, pageSize: 5 });
  yield ok("access", `Address, app key, token and account ${accountId} were accepted.`);
  yield* pageFindings(page);
  const orderId = firstOrderId(page);
  if (orderId !== undefined) yield* checkReads(client, accountId, orderId);
  const { maximum = 1 } = operationTable.getOrder.params.orderId ?? {};
  const unknown = await statusOf(client.getOrder({ accountId, orderId: maximum }));
  yield unknownOrderFinding(unknown);
  yield note("cancel", "Not tried: only a cancel shows whether this user may cancel.");
}

/** Reading one order in both ways that `cancel()` needs. */
async function* checkReads(
  client: Client,
  accountId: number,
  orderId: number,
): AsyncGenerator<Finding, void, void> {
  const order = await client.getOrder({ accountId, orderId });
  yield order.Id === orderId
    ? ok("read", `Order ${orderId} is ${order.Status}.`)
    : note("read", `The answer to order ${orderId} is about another order.`);
  const status = await statusOf(client.getSyncOrder({ accountId, orderId }));
  yield status === 200
    ? ok("read at venue", "Works: `--via venue` can be used.")
    : note("read at venue", `Answered ${status}: without it, cancel with \`--via api\`, the default.`);
}

/** The status of an answer that may be a refusal. A 429 and a 401 stop the check. */
async function statusOf(call: Promise<unknown>): Promise<number | undefined> {
  try {
    await call;
    return 200;
  } catch (error) {
    const isFinding =
      error instanceof AutoSharesError && error.code !== "rate-limit" && error.code !== "token";
    if (!isFinding || error.status === undefined) throw error;
    return error.status;
  }
}

function firstOrderId(page: unknown): number | undefined {
  const orders: unknown = Array.isArray(page) ? page : (Object(page) as { Result?: unknown }).Result;
  const [first] = Array.isArray(orders) ? orders : [];
  const { Id } = Object(first) as { Id?: unknown };
  return typeof Id === "number" ? Id : undefined;
}
