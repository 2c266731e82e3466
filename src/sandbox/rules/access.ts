// Owns the rules that every request passes first: app key, token, parameters, account.
import { bearerToken, type Call, type Context, type Decision, header, respondWith } from "../decision.js";
import { RESPONSE } from "../documented-responses.js";
import { ACCOUNT, FOREIGN_ACCOUNT, USER_ID } from "../opening-orders.js";
import { TOKEN_LIVES } from "../profiles.js";

export function appKeyKnown(context: Context): Decision | undefined {
  const { call, state } = context;
  if (!call.operation.needsAppKey || header(call, "et-app-key") === state.settings.appKey) return undefined;
  const key = state.switches.wrongAppKey === "401" ? RESPONSE.appKeyUnknown401 : RESPONSE.appKeyUnknown403;
  return refuse(context, "app key", "the app key is missing or wrong", key);
}

export function tokenAccepted(context: Context): Decision | undefined {
  const { call, state, now, changes } = context;
  if (!call.operation.needsToken) return undefined;
  const { name, token } = sentToken(context);
  if (!token || token.interim) return tokenRefused(context, "the token is missing or wrong");
  if (token.expiresAt <= now) return tokenRefused(context, "the token has expired");
  if (state.refusedRequests.has(requestName(call))) return replayRefused(context);
  if (TOKEN_LIVES[state.switches.tokenLife].renewedByUse) changes.push({ do: "use-token", token: name });
  return undefined;
}

function sentToken({ call, state }: Context) {
  const name = bearerToken(call) ?? "";
  return { name, token: state.tokens.get(name) };
}

function requestName({ method, path }: Call): string {
  return `${method} ${path}`;
}

function tokenRefused(context: Context, reason: string): Decision {
  const { call, state, changes } = context;
  if (state.switches.replayAfter401 === "refused")
    changes.push({ do: "remember-refusal", request: requestName(call) });
  return refuse(context, "token", reason, RESPONSE.tokenExpired);
}

function replayRefused(context: Context): Decision {
  context.changes.push({ do: "forget-refusal", request: requestName(context.call) });
  return refuse(context, "token", "a replay after 401 is refused", RESPONSE.tokenExpired);
}

/** With this response, or with the first of its status if the operation does not document it by that name. */
function refuse(
  context: Context,
  rule: string,
  reason: string,
  key: string,
  values?: Record<string, unknown>,
) {
  const { keys } = context.call;
  const status = key.slice(0, 3);
  const documented = keys.includes(key) ? key : keys.find((other) => other.startsWith(status));
  return respondWith(context, rule, reason, documented ?? key, { values });
}

export function parametersValid(context: Context): Decision | undefined {
  const { problems } = context.call;
  if (problems.length === 0) return undefined;
  const Errors = problems.map(([, problem]) => problem);
  const ModelState = Object.fromEntries(problems.map(([name, problem]) => [name, [problem]]));
  return refuse(context, "parameters", Errors.join("; "), RESPONSE.invalid, { Errors, ModelState });
}

/** Of the account in the path; mutual-fund orders call it `clearingNumber`. */
export function accountIdOf({ accountId, clearingNumber }: Call["args"]): number | undefined {
  if (typeof accountId === "number") return accountId;
  if (clearingNumber === undefined) return undefined;
  return Number(clearingNumber);
}

export function accountKnown(context: Context): Decision | undefined {
  const accountId = accountIdOf(context.call.args);
  if (accountId === undefined || accountId === ACCOUNT) return undefined;
  if (accountId === FOREIGN_ACCOUNT) return foreignAccount(context);
  if (accountId === USER_ID) return userId(context);
  return unknownAccount(context);
}

function unknownAccount(context: Context): Decision {
  return refuse(context, "account", "there is no such account", RESPONSE.accountUnknown);
}

function foreignAccount(context: Context): Decision {
  const key =
    context.state.switches.foreignAccount === "401" ? RESPONSE.foreignAccount : RESPONSE.notPermitted;
  return refuse(context, "account", "the account belongs to another user", key);
}

/** If the 500 passes, every second request gets the 404 of an unknown account instead. */
function userId(context: Context): Decision {
  const { switches, wrongAccounts } = context.state;
  context.changes.push({ do: "wrong-account" });
  if (switches.wrongAccount500 === "passes" && wrongAccounts % 2 === 1) return unknownAccount(context);
  return refuse(context, "account", "a user id instead of an account id", RESPONSE.userIdAsAccountId);
}
