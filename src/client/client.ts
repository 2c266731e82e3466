// Assembles a client: one method per operation of the spec. May use the generated table and this folder.
import { type Operations, operationTable, rateLimits } from "../generated/operations.js";
import { reason } from "./answer.js";
import { AnswerError, RateLimitError, type SecondFactor, SecondFactorError } from "./errors.js";
import {
  type CallOptions,
  type ClientOptions,
  type Credentials,
  checkClientOptions,
  checkToken,
} from "./options.js";
import { baseOf, type Context, call, nowOf } from "./request.js";
import { type Hide, hiding } from "./secrets.js";
import { fixedToken, type TokenSource, tokenFromFunction, tokenFromSignIn } from "./token.js";

/** One method per operation of the API; see each for what it sends, resolves with and throws. */
export interface Client extends Operations<CallOptions> {}

/**
 * Makes a client. Nothing is sent until a method is called.
 *
 * @throws ArgumentError when an option is missing or wrong; its message says what to change.
 */
export function createClient(options: ClientOptions): Client {
  checkClientOptions(options);
  const { appKey, token, credentials } = options;
  const secrets = [appKey, ...(typeof token === "string" ? [token] : [])];
  if (credentials) secrets.push(credentials.username, credentials.password);
  const context: Context = { options, base: baseOf(options), secrets };
  if (typeof token === "string") context.tokens = fixedToken(token);
  if (typeof token === "function")
    context.tokens = tokenFromFunction(async (refused) => checkToken(await token(refused)));
  if (credentials) context.tokens = signInWith(context, credentials);
  const methods = Object.entries(operationTable).map(([id, operation]) => [
    id,
    (params?: object, callOptions?: CallOptions) => call(context, id, operation, params, callOptions),
  ]);
  return Object.fromEntries(methods);
}

const SIGN_IN = "createToken (POST /token)";

type TokenAnswer = { State?: unknown; Token?: unknown; Step?: unknown; Reason?: unknown };

function signInWith(context: Context, { username, password }: Credentials): TokenSource {
  /** While a second factor is wanted: asking again would send the user another code. */
  let wanted: SecondFactorError | undefined;

  const createToken = (more: object, options: CallOptions): Promise<TokenAnswer> => {
    const params = { Username: username, Password: password, ...more };
    return call(context, "createToken", operationTable.createToken, params, options) as Promise<TokenAnswer>;
  };

  const signIns: number[] = [];
  const source = tokenFromSignIn(async () => {
    if (wanted) throw wanted;
    checkRate(signIns, nowOf(context.options));
    const answer = await createToken({}, {}).finally(() => signIns.push(nowOf(context.options)));
    if (answer.State !== "Expecting") return issued(answer);
    const hide = hiding([...context.secrets, `${answer.Token}`]);
    wanted = secondFactorWanted(answer, hide, (factor) => finish(answer, factor));
    throw wanted;
  });

  async function finish({ Token }: TokenAnswer, factor: SecondFactor): Promise<void> {
    const { verificationCode, pinCode } = factor as { verificationCode?: string; pinCode?: string };
    const more = { VerificationCode: verificationCode, PinCode: pinCode };
    try {
      source.set(issued(await createToken(more, { token: checkToken(Token as string) })));
    } finally {
      // After a failure the next call starts over: an interim token that is no longer good must not stay.
      wanted = undefined;
    }
  }

  return source;
}

/** Sign-ins that keep failing would lock out the user's other programs too: beyond the limit none is sent. */
function checkRate(ended: number[], now: number): void {
  const { limit, windowMs } = rateLimits.tokens;
  // The latest are enough to know.
  ended.splice(0, ended.length - limit);
  // Not a number while there are fewer.
  const retryAfterMs = (ended.at(-limit) as number) + windowMs - now;
  if (!(retryAfterMs > 0)) return;
  const message = `${SIGN_IN} is held back: ${limit} of them in ${windowMs / 1000} s are the limit`;
  throw new RateLimitError(`${message}. It was not sent.`, { fate: "not-sent", retryAfterMs });
}

function issued({ State, Token }: TokenAnswer): string {
  if (State === "Succeeded" && typeof Token === "string" && Token !== "") return Token;
  throw new AnswerError(`${SIGN_IN} was answered 200, but without a token.`, {
    fate: "accepted",
    status: 200,
  });
}

function secondFactorWanted(
  answer: TokenAnswer,
  hide: Hide,
  signIn: SecondFactorError["signIn"],
): SecondFactorError {
  const message = `A second factor is wanted${hide(reason(answer))}. Call \`signIn\` of this error with the code; then call again.`;
  const step = typeof answer.Step === "string" ? hide(answer.Step) : undefined;
  return new SecondFactorError(message, { fate: "not-sent", status: 202, step, signIn });
}
