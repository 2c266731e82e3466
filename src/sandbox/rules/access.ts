// Owns the rules that let a request in: app key, token, parameters, account.

import { answer, type Call, type Context, type Decision, header } from "../decision.js";
import { ANSWER } from "../documented.js";
import { ACCOUNT, FOREIGN_ACCOUNT, USER_ID } from "../opening-orders.js";
import { TOKEN_LIVES } from "../profiles.js";

export function appKeyKnown(context: Context): Decision | undefined {
  const { call, state } = context;
  const { appKey } = state.settings;
  if (!call.operation.needsAppKey || header(call, "et-app-key") === appKey) return undefined;
  const key = state.switches.wrongAppKey === "401" ? ANSWER.appKeyUnknown401 : ANSWER.appKeyUnknown403;
  return answer(context, "app key", "the app key is missing or wrong", known(context, key));
}

/** One space between `Bearer` and the token, as the vendor writes it. */
const BEARER = "Bearer ";

export function tokenAccepted(context: Context): Decision | undefined {
  const { call, state, now, changes } = context;
  if (!call.operation.needsToken) return undefined;
  const given = header(call, "authorization") ?? "";
  const name = given.startsWith(BEARER) ? given.slice(BEARER.length) : "";
  const token = state.tokens.get(name);
  if (!token || token.interim) return tokenRefused(context, "the token is missing or wrong");
  if (token.expiresAt <= now) return tokenRefused(context, "the token has expired");
  if (state.refused.size > 0 && isRefusedReplay(context)) return replayRefused(context);
  if (TOKEN_LIVES[state.switches.tokenLife].renewedByUse) changes.push({ do: "use-token", token: name });
  return undefined;
}

function requestName({ call }: Context): string {
  return `${call.method} ${call.path}`;
}

function tokenRefused(context: Context, reason: string): Decision {
  if (context.state.switches.replayAfter401 === "refused")
    context.changes.push({ do: "refuse", request: requestName(context) });
  return answer(context, "token", reason, known(context, ANSWER.tokenExpired));
}

function isRefusedReplay(context: Context): boolean {
  return context.state.refused.has(requestName(context));
}

function replayRefused(context: Context): Decision {
  context.changes.push({ do: "forgive", request: requestName(context) });
  return answer(context, "token", "a replay after 401 is refused", known(context, ANSWER.tokenExpired));
}

/** An operation that was added to the spec may name its refusals in its own way. */
function known({ call }: Context, key: string): string {
  const status = key.slice(0, 3);
  return call.keys.includes(key) ? key : (call.keys.find((other) => other.startsWith(status)) ?? key);
}

export function parametersValid(context: Context): Decision | undefined {
  const { problems } = context.call;
  if (problems.length === 0) return undefined;
  const values = {
    Errors: problems.map(([, problem]) => problem),
    ModelState: Object.fromEntries(problems.map(([name, problem]) => [name, [problem]])),
  };
  return answer(context, "parameters", values.Errors.join("; "), known(context, ANSWER.invalid), {
    values,
  });
}

/** Mutual-fund orders name the account in another way. */
export function accountAsked({ accountId, clearingNumber }: Call["args"]): number | undefined {
  if (accountId !== undefined) return accountId as number;
  return clearingNumber === undefined ? undefined : Number(clearingNumber);
}

export function accountKnown(context: Context): Decision | undefined {
  const accountId = accountAsked(context.call.args);
  if (accountId === undefined || accountId === ACCOUNT) return undefined;
  if (accountId === FOREIGN_ACCOUNT) return foreignAccount(context);
  if (accountId === USER_ID) return userId(context);
  return answer(context, "account", "there is no such account", known(context, ANSWER.accountUnknown));
}

function foreignAccount(context: Context): Decision {
  const { foreignAccount } = context.state.switches;
  const key = foreignAccount === "401" ? ANSWER.foreignAccount : ANSWER.notPermitted;
  return answer(context, "account", "the account belongs to another user", known(context, key));
}

/** Where the 500 passes, every second request finds no such account instead. */
function userId(context: Context): Decision {
  const { switches, wrongAccounts } = context.state;
  context.changes.push({ do: "wrong-account" });
  if (switches.wrongAccount500 === "passes" && wrongAccounts % 2 === 1)
    return answer(context, "account", "there is no such account", known(context, ANSWER.accountUnknown));
  const key = known(context, ANSWER.userIdAsAccountId);
  return answer(context, "account", "a user id in place of an account id", key);
}
