// Owns putting a client together: one method per operation of the spec.
import { type Operations, operationTable } from "../generated/operations.js";
import type { Success } from "./answer.js";
import { refuse } from "./arguments.js";
import { memoryBudget } from "./budget.js";
import { type Context, callOf } from "./call.js";
import { systemClock } from "./clock.js";
import { startDeadline } from "./deadline.js";
import { mergeHeaders } from "./headers.js";
import { type Internals, withInternals } from "./internals.js";
import { prepare, type Route } from "./operation.js";
import {
  A_TOKEN,
  type CallOptions,
  type ClientOptions,
  checkCallOptions,
  checkClientOptions,
  isToken,
  writtenBase,
} from "./options.js";
import { outcomeOf, perform } from "./perform.js";
import { hideInData, Secrets } from "./secrets.js";
import { signInWith } from "./sign-in.js";
import { NotAToken, type TokenFunction, type TokenSource, tokenSource } from "./token.js";

/** One method per operation of the API; see each for what it sends, resolves with and throws. */
export interface Client extends Operations<CallOptions> {}

const TIMEOUT_MS = 10_000;

/**
 * Makes a client. Nothing is sent until a method is called.
 *
 * @throws ArgumentError when an option is missing or wrong; its message says what to change.
 */
export function createClient(options: ClientOptions): Client {
  const context = contextOf(checkClientOptions(options));
  const { baseUrl, version } = context.options;
  const base = writtenBase(baseUrl);
  const routes = new Map<string, Route>();
  const methods: Partial<Client> = {};
  for (const [id, operation] of Object.entries(operationTable)) {
    const route = prepare(id, operation, base, version);
    routes.set(id, route);
    Object.assign(methods, { [id]: methodOf(context, route) });
  }
  context.tokens = tokensOf(context, routes);
  return withInternals(methods as Client, internals(context, base, routes));
}

function contextOf(options: ClientOptions): Context {
  const { appKey, token, credentials, headers, clock = systemClock, budget = memoryBudget() } = options;
  const fixedToken = typeof token === "string" ? token : undefined;
  return {
    options,
    clock,
    budget,
    secrets: new Secrets(appKey, fixedToken, credentials?.username, credentials?.password),
    headers: mergeHeaders({}, headers, { "Et-App-Key": appKey }),
    fixedToken,
    tokens: undefined,
  };
}

function methodOf(context: Context, route: Route) {
  return async (params?: object, options?: CallOptions): Promise<unknown> =>
    (await run(context, route, params, options)).data;
}

/** A call with a deadline of its own. */
async function run(
  context: Context,
  route: Route,
  params: object | undefined,
  given: CallOptions | undefined,
): Promise<Success> {
  const options = given === undefined ? {} : checkCallOptions(route.id, given);
  const { timeoutMs = context.options.timeoutMs ?? TIMEOUT_MS, signal } = options;
  const deadline = startDeadline(context.clock, timeoutMs, signal);
  try {
    return await perform(callOf(context, route, params, { deadline }, options));
  } finally {
    deadline.end();
  }
}

function tokensOf(context: Context, routes: Map<string, Route>): TokenSource | undefined {
  const { options, secrets } = context;
  const { token, credentials } = options;
  if (typeof token === "function") return tokenSource((refused) => checked(token(refused), refused, secrets));
  const route = routes.get("createToken");
  if (!credentials || !route) return undefined;
  return tokenSource(signInWith((params, more) => run(context, route, params, more), credentials, secrets));
}

/** What a token function gives: a token, or undefined for none other than the refused one. */
async function checked(
  asked: ReturnType<TokenFunction>,
  refused: string | undefined,
  secrets: Secrets,
): Promise<string | undefined> {
  const given: unknown = await asked;
  const isNone = given === undefined || given === null || given === "" || given === refused;
  if (isNone) return undefined;
  if (typeof given === "string") secrets.addToken(given);
  if (isToken(given)) return given;
  throw new NotAToken(`returned a ${typeof given} that is no token; it must return ${A_TOKEN}`);
}

function internals(context: Context, base: string, routes: Map<string, Route>): Internals {
  const { clock, budget, secrets } = context;
  return {
    clock,
    budget,
    origin: base,
    async perform(id, params, how) {
      const route = routes.get(id) ?? refuse(`there is no operation ${id}`);
      return outcomeOf(callOf(context, route, params, how));
    },
    hide: (data) => hideInData(data, secrets.hiding()),
  };
}
