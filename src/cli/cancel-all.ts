// Owns the command `cancel-all`: shows the plan, asks, cancels, and says what is still in the market.
import { statSync } from "node:fs";
import { cancelAll, planCancelAll, resumeCancelAll } from "../cancel-all/cancel-all.js";
import type { CancelAllOptions } from "../cancel-all/options.js";
import type { CancelAllProgress, CancelAllResult } from "../cancel-all/result.js";
import { memoryBudget } from "../client/budget.js";
import type { Client } from "../client/client.js";
import { AutoSharesError } from "../client/errors.js";
import { fileJournal } from "../journal/index.js";
import { type Ask, askOnTerminal } from "./ask.js";
import { environmentLines } from "./cancel.js";
import { goOnLine, reportLines } from "./cancel-all-report.js";
import { checkHint } from "./check.js";
import { type Command, command, type Place } from "./command.js";
import { clientFrom, type Environment } from "./environment.js";
import { EXIT, exitLines, exitOfAll, exitOfError } from "./exit.js";
import { interruption } from "./interrupt.js";
import type { OptionTable, Values } from "./options.js";
import { type Output, systemOutput } from "./output.js";
import { count, planText } from "./plan-text.js";
import { progressLine } from "./progress.js";
import { givenOf, SELECTION_OPTIONS, selectionOf } from "./selection.js";
import { sharedBudget } from "./shared-budget.js";
import { tellingBudget } from "./sign-in-room.js";
import { UsageStop } from "./stop.js";
import { DEADLINE, deadlineOf, JSON_OPTION, VIA, viaOf } from "./values.js";

export const CANCEL_ALL_OPTIONS = {
  ...SELECTION_OPTIONS,
  "dry-run": { does: "Show the plan and cancel nothing." },
  yes: { does: "Do not ask." },
  newcomers: {
    takes: "cancel|report",
    does: "What to do with orders that appear meanwhile.",
    default: "cancel",
  },
  journal: {
    takes: "FILE",
    does: "Write down each step, so that --resume can go on after a crash. A new file.",
  },
  resume: { takes: "FILE", does: "Go on with the cancel whose journal this is." },
  redis: { takes: "URL", does: "Share the limit of requests with other processes through this Redis." },
  via: VIA,
  deadline: { ...DEADLINE, default: "3600" },
  json: JSON_OPTION,
} as const satisfies OptionTable;

type Given = Values<typeof CANCEL_ALL_OPTIONS>;

export function cancelAllCommand(
  environment: Environment,
  output: Output = systemOutput,
  ask: Ask = askOnTerminal,
): Command {
  return command({
    name: "cancel-all",
    summary: "Cancel all orders of an account, or some, and prove that none is left.",
    about: [
      "It lists the orders, shows the plan, asks, cancels as fast as the API's limits allow, and lists again until " +
        "two looks in a row show nothing. It places no block: stop whatever places orders first. It closes no position.",
      "Ctrl-C stops sending, waits for what is out, and says what is known. A second one ends at once.",
    ],
    options: CANCEL_ALL_OPTIONS,
    lists: {
      Environment: environmentLines(),
      "Exit status, the highest that applies": [
        ...exitLines({
          done: "verified empty, whatever single orders did; a dry run",
          open: "something may be in the market, or the question was not answered with yes",
          cannotRun: "could not run: no network, no journal that can be written, no Redis at the start",
        }),
        "With 2, 3 and 4, orders may be in the market.",
      ],
    },
    examples: [
      ["--account 6303 --everything --dry-run", "what would be done, and how long it takes"],
      [
        "--account 6303 --everything --yes --journal out.ndjson",
        "get out of the market, and survive a crash",
      ],
      ["--resume out.ndjson", "go on after one"],
      ["--account 6303 --side Buy --symbol AAPL", "only some"],
    ],
    page: "getting-out-of-the-market.md",
    async run(given, place) {
      checkUsage(given);
      const shared = await sharedBudget(given.redis);
      try {
        const budget = tellingBudget(shared.budget ?? memoryBudget(), output.note);
        const client = clientFrom(environment, { budget });
        await start(client, given, { output, ask, place });
      } catch (error) {
        if (!(error instanceof AutoSharesError)) throw error;
        output.note(error.code === "argument" ? withoutCaller(error.message) : error.message);
        if (error.code !== "argument") output.note(checkHint(place, given.account?.[0], error));
        output.exit(error.code === "argument" ? argumentExit(error) : exitOfError(error));
      } finally {
        await shared.close();
      }
    },
  });
}

/** The name of a function helps nobody at a terminal. */
function withoutCaller(message: string): string {
  const text = message.replace(/^\w+: /, "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A journal that could not be written comes as an argument that could not be used. */
const argumentExit = ({ cause }: AutoSharesError): number =>
  cause === undefined ? EXIT.usage : EXIT.cannotRun;

function checkUsage(given: Given): void {
  deadlineOf(given.deadline);
  viaOf(given.via);
  if (given.newcomers !== undefined && given.newcomers !== "cancel" && given.newcomers !== "report")
    throw new UsageStop(`--newcomers ${given.newcomers.slice(0, 40)} is not known: give cancel or report.`);
  if (given["dry-run"] && given.journal !== undefined)
    throw new UsageStop("--dry-run cancels nothing and writes no journal; leave out --journal.");
  if (given.resume === undefined) {
    selectionOf(given);
    checkIsFree(given.journal);
    return;
  }
  const others = [...givenOf(given), ...RESUMED.filter((name) => given[name] !== undefined)];
  if (others.length > 0)
    throw new UsageStop(`--resume goes on with what the journal says; leave out --${others.join(", --")}.`);
}

/** Before the plan is shown, and not after a yes. */
function checkIsFree(journal: string | undefined): void {
  if (journal === undefined || !((statSync(journal, { throwIfNoEntry: false })?.size ?? 0) > 0)) return;
  throw new UsageStop(
    `The journal ${journal} holds an earlier cancel. Go on with it by \`--resume ${journal}\`, or give another file.`,
  );
}

const RESUMED = ["journal", "newcomers", "via", "dry-run"] as const;

/** Where the command runs, and with whom it speaks. */
interface Scene {
  readonly output: Output;
  readonly ask: Ask;
  readonly place: Place;
}

async function start(client: Client, given: Given, scene: Scene): Promise<void> {
  const { output, ask } = scene;
  if (given.resume !== undefined) {
    const journal = fileJournal(given.resume);
    await carryOut(given, scene, (options) => resumeCancelAll(client, journal, options));
    return;
  }
  const plan = await planCancelAll(client, selectionOf(given));
  if (given.json) output.json({ event: "plan", plan });
  else for (const line of planText(plan)) output.line(line);
  if (given["dry-run"]) {
    output.exit(EXIT.done);
    return;
  }
  if (plan.targets.length > 0 && !given.yes && !(await isConfirmed(ask, plan.targets.length))) {
    output.note("Nothing was canceled.");
    output.exit(EXIT.open);
    return;
  }
  const { journal } = given;
  // Nobody said yes to anything: it only looks.
  const newcomers = plan.targets.length === 0 && !given.yes ? "report" : given.newcomers;
  const more: CancelAllOptions = {
    via: viaOf(given.via),
    ...(newcomers !== undefined && { newcomers: newcomers as "cancel" | "report" }),
    ...(journal !== undefined && { journal: fileJournal(journal) }),
  };
  await carryOut(given, scene, (options) => cancelAll(client, plan, { ...options, ...more }));
}

async function isConfirmed(ask: Ask, orders: number): Promise<boolean> {
  const answer = await ask(`Cancel ${count(orders, "order")}? Type yes: `);
  if (answer === undefined)
    throw new UsageStop(
      "There is no terminal to ask on. Give --yes to cancel without being asked, or --dry-run.",
    );
  return answer.trim().toLowerCase() === "yes";
}

type CommonOptions = Pick<CancelAllOptions, "deadlineMs" | "signal" | "onProgress">;

async function carryOut(
  given: Given,
  { output, place }: Scene,
  work: (options: CommonOptions) => Promise<CancelAllResult>,
): Promise<void> {
  const line = progressLine(output.screen);
  const { signal, end } = interruption(() => {
    line.end();
    output.note("Stopping: waiting for what was sent. Ctrl-C again ends at once.");
  });
  const deadlineMs = deadlineOf(given.deadline);
  const onProgress = (progress: CancelAllProgress) =>
    given.json ? output.json(progress) : line.show(progress, performance.now());
  try {
    const result = await work({ signal, onProgress, ...(deadlineMs !== undefined && { deadlineMs }) });
    line.end();
    report(output, place, given, result);
    output.exit(exitOfAll(result));
  } finally {
    line.end();
    end();
  }
}

function report(output: Output, { call }: Place, given: Given, result: CancelAllResult): void {
  if (given.json) {
    output.json({ event: "result", result });
    return;
  }
  for (const line of reportLines(result)) output.line(line);
  if (result.stopped !== "verified-empty") output.note(goOnLine(call, given.resume ?? given.journal));
}
