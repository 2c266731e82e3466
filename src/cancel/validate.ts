// Owns the check of a result that comes back from outside: everything `resume` relies on, in one table.
import { refuse } from "../client/arguments.js";
import { LONGEST_MS } from "../client/clock.js";
import { ArgumentError, type Fate } from "../client/errors.js";
import { operationTable } from "../generated/operations.js";
import { judge } from "./judge.js";
import { type AttemptOutcome, LEDGER_VERSION, type Ledger, type Order } from "./ledger.js";
import type { CancelResult } from "./result.js";

/** Which fates an outcome may have. */
const FATES: Record<AttemptOutcome, readonly Fate[]> = {
  accepted: ["accepted"],
  refused: ["refused"],
  "not-found": ["refused"],
  denied: ["refused", "not-sent"],
  throttled: ["refused", "not-sent"],
  "not-sent": ["not-sent"],
  unknown: ["unknown"],
};

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const isText: Check = (value) => typeof value === "string";
const isTrue: Check = (value) => value === true;
/** Of four digits for the year: what comes after it must be a time as well. */
const isTime: Check = (value) =>
  typeof value === "string" && value.length === 24 && value === isoOf(Date.parse(value));
const isDuration: Check = (value) => typeof value === "number" && value >= 0 && Number.isFinite(value);
const isLag: Check = (value) => isDuration(value) && Number(value) <= LONGEST_MS;
const isStatus: Check = (value) => Number.isInteger(value) && isDuration(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const { accountId, orderId } = operationTable.cancelOrder.params;
const isId =
  (rule: { minimum?: number; maximum?: number } | undefined): Check =>
  (value) =>
    Number.isInteger(value) &&
    Number(value) >= (rule?.minimum ?? 1) &&
    Number(value) <= (rule?.maximum ?? Infinity);

const ATTEMPT: Shape = {
  id: isText,
  at: isTime,
  sentAt: maybe(isTime),
  operation: oneOf("cancelOrder", "cancelSyncOrder"),
  outcome: oneOf(...Object.keys(FATES)),
  fate: oneOf("accepted", "refused", "not-sent", "unknown"),
  status: maybe(isStatus),
  code: maybe(isText),
  message: maybe(isText),
  retryAfterMs: maybe(isDuration),
  forToken: maybe(isTrue),
  wrongAddress: maybe(isTrue),
  which: maybe(oneOf("app-key", "token", "account", "unknown")),
};

const OBSERVATION: Shape = {
  at: isTime,
  sentAt: maybe(isTime),
  serverAt: maybe(isTime),
  source: oneOf("getOrder", "getSyncOrder", "listOrders"),
  order: maybe((value) => isObject(value) && isText(value.Status)),
  status: maybe(isStatus),
  code: maybe(isText),
  message: maybe(isText),
  retryAfterMs: maybe(isDuration),
  forToken: maybe(isTrue),
  wrongAddress: maybe(isTrue),
};

const LEDGER: Shape = {
  version: oneOf(LEDGER_VERSION),
  origin: isText,
  accountId: isId(accountId),
  orderId: isId(orderId),
  via: oneOf("api", "venue"),
  settleMs: isLag,
  startedAt: isTime,
  resumedAt: maybe(isTime),
  attempts: (value) => listOf(isAttempt)(value) && areUnlike(value as { id: string }[]),
  observations: listOf((value) => isObject(value) && faultOf(OBSERVATION, value) === undefined),
};

const RESULT: Shape = { ...LEDGER, endedAt: isTime, verdict: isText };

/** Whether it has the shape of a ledger of this version. */
export function isLedger(value: object): value is Ledger {
  return faultOf(LEDGER, { ...value }) === undefined;
}

/** Throws an ArgumentError unless `value` looks like a result of this version of {@link CancelResult}. */
function checkIsResult(caller: string, value: unknown): asserts value is CancelResult {
  if (value instanceof Promise)
    refuse(`${caller}: this is a promise; write \`await\` before the call that returns it`);
  if (!isObject(value) || !("verdict" in value)) refuse(`${caller}: this is not a result of cancel()`);
  if (value.version !== LEDGER_VERSION) {
    const hint = "Read the order, then call cancel() anew";
    refuse(
      `${caller}: this result is of another version of autoshares-cancel, which cannot be gone on with. ${hint}`,
    );
  }
  const fault = faultOf(RESULT, value);
  if (fault !== undefined)
    refuse(`${caller}: this is not a result of cancel(): \`${fault}\` is missing or changed`);
}

/** The ledger of a result, checked: what it says must follow from its own entries. `client`: the base URL it must be of. */
export function ledgerOf(caller: string, value: unknown, client?: string): Ledger {
  try {
    return checkedLedgerOf(caller, value, client);
  } catch (error) {
    if (error instanceof ArgumentError) throw error;
    // Without what was thrown: it may tell a secret.
    return refuse(`${caller}: this is not a result of cancel(): it cannot be read as plain data`);
  }
}

function checkedLedgerOf(caller: string, value: unknown, client: string | undefined): Ledger {
  checkIsResult(caller, value);
  const { origin } = value;
  if (client !== undefined && origin !== client)
    refuse(`${caller}: this result is of ${origin}, but the client is of ${client}`);
  const { version, accountId, orderId, via, settleMs, startedAt, resumedAt, attempts, observations } = value;
  const order = { version, origin, accountId, orderId, via, settleMs, startedAt };
  const ledger: Ledger = { ...order, ...(resumedAt !== undefined && { resumedAt }), attempts, observations };
  if (!observations.every((one) => one.source === "listOrders" || isOf(ledger, one.order)))
    refuse(`${caller}: this is not a result of cancel(): \`observations\` are of another order`);
  const isInTime = resumedAt === undefined || resumedAt <= value.endedAt;
  if (
    !isInTime ||
    ![...attempts, ...observations].every(({ at, sentAt = at }) => sentAt <= at && at <= value.endedAt)
  )
    refuse(`${caller}: this result was changed: its times go back`);
  checkFollows(caller, { ...judge(ledger, Date.parse(value.endedAt)) }, value as unknown as Properties);
  // A copy: whoever changes a result later must not change what is known. What is no plain data is left out.
  return JSON.parse(JSON.stringify(ledger));
}

const isOf = ({ accountId, orderId }: Ledger, order: Order | undefined): boolean =>
  !order || (order.Id === orderId && (order.AccountId ?? accountId) === accountId);

type Properties = Record<string, unknown>;

/** What follows from the entries. */
const DERIVED = [
  "verdict",
  "why",
  "which",
  "level",
  "since",
  "seenAt",
  "status",
  "successorId",
  "outstanding",
  "retryAt",
  "executedQuantity",
  "remainingQuantity",
];

/** Whoever was aborted is told so in `why`, which is not in the ledger. */
function checkFollows(caller: string, judged: Properties, given: Properties): void {
  for (const name of DERIVED) {
    const said = judged[name];
    const found = given[name];
    if (said === found || (name === "why" && found === "aborted")) continue;
    const shown = [said, found].map((one) => JSON.stringify(one) ?? "absent");
    refuse(`${caller}: this result was changed: by its entries \`${name}\` is ${shown.join(", not ")}`);
  }
}

const isAttempt: Check = (value) =>
  isObject(value) && faultOf(ATTEMPT, value) === undefined && isConsistent(value);

const areUnlike = (attempts: readonly { id: string }[]): boolean =>
  new Set(attempts.map(({ id }) => id)).size === attempts.length;

function isConsistent({ outcome, fate, sentAt }: Record<string, unknown>): boolean {
  const isSent = fate !== "not-sent";
  return FATES[outcome as AttemptOutcome].includes(fate as Fate) && isSent === (sentAt !== undefined);
}

/** The first property that is not what the shape says. */
function faultOf(shape: Shape, value: Record<string, unknown>): string | undefined {
  return Object.keys(shape).find((name) => !shape[name]?.(value[name]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isoOf(ms: number): string | undefined {
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
