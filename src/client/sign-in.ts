// Owns signing in with user name and password, in one step or two.
import { operationTable } from "../generated/operations.js";
import { type ApiRequest, requestError, wordsOf } from "./answer.js";
import {
  AnswerError,
  type AutoSharesError,
  type SecondFactor,
  SecondFactorError,
  TokenError,
} from "./errors.js";
import { type CallOptions, type Credentials, isToken } from "./options.js";
import { hideInBody, type Secrets } from "./secrets.js";

interface TokenAnswer {
  State?: unknown;
  Token?: unknown;
  Step?: unknown;
}

/** Sends a request for a token, and resolves with the status and the body of a success. */
export type CreateToken = (
  params: object,
  options: CallOptions,
) => Promise<{ status: number; data: unknown }>;

/**
 * A token function that signs in on first need and after a refusal, once for all who wait. `create` counts its
 * requests: sign-ins that fail in a loop would lock the user out.
 */
export function signInWith(create: CreateToken, { username, password }: Credentials, secrets: Secrets) {
  /** The sign-in that is under way or has succeeded. */
  let signIn: Promise<string> | undefined;
  let issued: string | undefined;
  /** While a second factor is wanted: asking again would send the user another code. */
  let wanted: SecondFactorError | undefined;

  async function createToken(more: object, options: CallOptions): Promise<string> {
    const { status, data } = await create({ Username: username, Password: password, ...more }, options);
    const answer: TokenAnswer = Object(data);
    const { State, Token } = answer;
    if (typeof Token === "string") secrets.addToken(Token);
    if (State === "Succeeded" && isToken(Token)) {
      issued = Token;
      return Token;
    }
    if (State !== "Expecting" || !isToken(Token)) throw withoutToken(status, answer, secrets);
    wanted = secondFactorWanted(answer, secrets, (factor) => finish(Token, factor));
    throw wanted;
  }

  async function finish(interim: string, factor: SecondFactor): Promise<void> {
    const { verificationCode, pinCode }: { verificationCode?: string; pinCode?: string } = factor;
    // After a failure the next call starts over: an interim token that is no longer good must not stay.
    wanted = undefined;
    const token = await createToken(
      { VerificationCode: verificationCode, PinCode: pinCode },
      { token: interim },
    );
    signIn = Promise.resolve(token);
  }

  function start(): Promise<string> {
    const started = wanted ? Promise.reject(wanted) : createToken({}, {});
    // A failed sign-in is not kept: the next call tries again.
    started.catch(() => {
      if (signIn === started) signIn = undefined;
    });
    return started;
  }

  return (refused?: string): Promise<string> => {
    if (refused !== undefined && refused === issued) signIn = undefined;
    signIn ??= start();
    return signIn;
  };
}

const operation = operationTable.createToken;
const REQUEST: Omit<ApiRequest, "hiding"> = {
  id: "createToken",
  operation,
  line: { method: operation.method, path: operation.path },
};

/** A 2xx of the API, and no token: the server says why, or nothing that can be understood. */
function withoutToken(status: number, answer: TokenAnswer, secrets: Secrets): AutoSharesError {
  const words = wordsOf(hideInBody(answer, secrets.hiding()));
  const facts = { fate: "accepted", status } as const;
  const answered = `was answered ${status}`;
  if (words)
    return requestError(REQUEST, TokenError, answered + words, "Correct that; then sign in again.", facts);
  const what = `${answered}, but without a token that can be sent`;
  return requestError(REQUEST, AnswerError, what, "Ask again.", facts);
}

function secondFactorWanted(
  answer: TokenAnswer,
  secrets: Secrets,
  signIn: SecondFactorError["signIn"],
): SecondFactorError {
  const hide = secrets.hiding();
  const words = wordsOf(hideInBody(answer, hide));
  const message = `A second factor is wanted${words}. Call \`signIn\` of this error with the code; then call again.`;
  const step = typeof answer.Step === "string" ? hide(answer.Step) : undefined;
  return new SecondFactorError(message, { fate: "not-sent", status: 202, step, signIn });
}
