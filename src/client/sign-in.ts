// Owns signing in with user name and password, in one step or two.
import { words } from "./answer.js";
import {
  AnswerError,
  type AutoSharesError,
  type SecondFactor,
  SecondFactorError,
  TokenError,
} from "./errors.js";
import { type CallOptions, type Credentials, isToken } from "./options.js";
import type { Outcome } from "./perform.js";
import { hideInBody, type Secrets } from "./secrets.js";
import { type TokenSource, tokenFromSignIn } from "./token.js";

const SIGN_IN = "createToken (POST /token)";

interface TokenAnswer {
  State?: unknown;
  Token?: unknown;
  Step?: unknown;
  Reason?: unknown;
}

/** Sends a request for a token. */
export type CreateToken = (params: object, options: CallOptions) => Promise<Outcome>;

/** Tokens by credentials. `create` counts its requests: sign-ins that fail in a loop would lock the user out. */
export function signInWith(
  create: CreateToken,
  { username, password }: Credentials,
  secrets: Secrets,
): TokenSource {
  /** While a second factor is wanted: asking again would send the user another code. */
  let wanted: SecondFactorError | undefined;

  const createToken = async (more: object, options: CallOptions) => {
    const outcome = await create({ Username: username, Password: password, ...more }, options);
    if (!outcome.ok) throw outcome.error;
    const answer = Object(outcome.data) as TokenAnswer;
    const { State, Token } = answer;
    if (typeof Token === "string") secrets.addToken(Token);
    if (State === "Succeeded" && isToken(Token)) return Token;
    if (State !== "Expecting" || !isToken(Token)) throw withoutToken(outcome.status, answer, secrets);
    wanted = secondFactorWanted(answer, secrets, (factor) => finish(Token, factor));
    throw wanted;
  };

  const source = tokenFromSignIn(async () => {
    if (wanted) throw wanted;
    return createToken({}, {});
  });

  async function finish(interim: string, factor: SecondFactor): Promise<void> {
    const { verificationCode, pinCode } = factor as { verificationCode?: string; pinCode?: string };
    // After a failure the next call starts over: an interim token that is no longer good must not stay.
    wanted = undefined;
    const more = { VerificationCode: verificationCode, PinCode: pinCode };
    source.set(await createToken(more, { token: interim }));
  }

  return source;
}

/** A 2xx of the API, and no token: the server says why, or nothing that can be understood. */
function withoutToken(status: number, answer: TokenAnswer, secrets: Secrets): AutoSharesError {
  const said = words(hideInBody(answer, secrets.hiding()));
  const facts = { fate: "accepted", status, request: { method: "POST", path: "/token" } } as const;
  if (said)
    return new TokenError(
      `${SIGN_IN} was answered ${status}${said}. Correct that; then sign in again.`,
      facts,
    );
  return new AnswerError(
    `${SIGN_IN} was answered ${status}, but without a token that can be sent. Ask again.`,
    facts,
  );
}

function secondFactorWanted(
  answer: TokenAnswer,
  secrets: Secrets,
  signIn: SecondFactorError["signIn"],
): SecondFactorError {
  const hide = secrets.hiding();
  const said = words(hideInBody(answer, hide));
  const message = `A second factor is wanted${said}. Call \`signIn\` of this error with the code; then call again.`;
  const step = typeof answer.Step === "string" ? hide(answer.Step) : undefined;
  return new SecondFactorError(message, { fate: "not-sent", status: 202, step, signIn });
}
