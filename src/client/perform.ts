// Owns a call from its first wait to its end. It sends once, and replays once after a 401 with a renewed token: a
// 401 took no effect.
import type { Success } from "./answer.js";
import { type Call, stepFailure } from "./call.js";
import { AutoSharesError, TokenError, withFate } from "./errors.js";
import { exchange } from "./exchange.js";
import { reportError } from "./hooks.js";
import { dateOf } from "./lesson.js";
import { takeRoom } from "./room.js";
import { NotAToken, type TokenSource } from "./token.js";

/** What became of a call. */
export type Outcome =
  | {
      ok: true;
      status: number;
      data: unknown;
      /** When it was answered, by the server's clock, in milliseconds since 1970; undefined: it does not say. */
      serverMs?: number | undefined;
    }
  | {
      ok: false;
      error: AutoSharesError;
      /** True: no token could be had. It says nothing of the request that the token was for. */
      forToken: boolean;
    };

/** Throws an AutoSharesError for whatever network, server or token function do. */
export async function perform(call: Call): Promise<Success> {
  try {
    const { tokens } = call;
    if (tokens) return await withTokens(call, tokens);
    return await exchange(call, call.token, 1, await takeRoom(call, 0));
  } catch (error) {
    if (error instanceof AutoSharesError) reportError(call, error);
    throw error;
  }
}

/** Rejects for nothing that network, server or token function do. */
export async function outcomeOf(call: Call): Promise<Outcome> {
  try {
    const { status, data, headers } = await perform(call);
    return { ok: true, status, data, serverMs: dateOf(headers.get("date")) };
  } catch (error) {
    if (error instanceof AutoSharesError) return { ok: false, error, forToken: call.hasNoToken };
    throw error;
  }
}

async function withTokens(call: Call, tokens: TokenSource): Promise<Success> {
  const mayReplay = call.how.renew !== false;
  const first = await waitForToken(call, () => tokens.get());
  const permit = await takeRoom(call, mayReplay ? 1 : 0);
  // It may have been renewed while this call waited for room.
  const token = tokens.latest(first);
  try {
    return await exchange(call, token, 1, permit);
  } catch (error) {
    if (mayReplay && error instanceof TokenError) return replay(call, tokens, token, error);
    throw error;
  }
}

async function replay(call: Call, tokens: TokenSource, refused: string, error: TokenError): Promise<Success> {
  call.fate = "refused";
  call.status = undefined;
  call.how.onRefused?.(error);
  const token = await waitForToken(call, () => tokens.renew(refused));
  // There is no other token.
  if (token === undefined) throw error;
  return exchange(call, token, 2, await takeRoom(call, 0));
}

/** Waits for a token within the deadline. A sign-in that others wait for too goes on without this call. */
async function waitForToken<T>(call: Call, ask: () => Promise<T>): Promise<T> {
  const { deadline } = call.how;
  try {
    // Before a sign-in is started that nobody waits for.
    deadline.signal.throwIfAborted();
    return await deadline.race(ask());
  } catch (cause) {
    call.hasNoToken = true;
    if (cause instanceof AutoSharesError && !deadline.stoppedBy()) throw withFate(cause, call.fate);
    const what = cause instanceof NotAToken ? cause.message : "failed";
    throw stepFailure(call, cause, TokenError, `got no token: the \`token\` function ${what}`);
  }
}
