// Owns a call from its first wait to its outcome. It sends once, and replays once after a 401 with a renewed token: a
// 401 took no effect.
import { meaningOf, type Success } from "./answer.js";
import { type Call, failure, stopped } from "./call.js";
import { AutoSharesError, TokenError, withFate } from "./errors.js";
import { exchange } from "./exchange.js";
import { reportError } from "./hooks.js";
import { takeRoom } from "./room.js";
import { NotAToken, type TokenSource } from "./token.js";

/** What became of a call. */
export type Outcome =
  | Success
  | {
      ok: false;
      error: AutoSharesError;
      /** True: no token could be had. It says nothing of the request that the token was for. */
      forToken: boolean;
    };

/** Never rejects for what network, server or token function do. */
export async function perform(call: Call): Promise<Outcome> {
  const outcome = await attempt(call).catch((error: unknown): Outcome => {
    if (error instanceof AutoSharesError) return { ok: false, error, forToken: call.hasNoToken };
    throw error;
  });
  if (!outcome.ok) reportError(call, outcome.error);
  return outcome;
}

async function attempt(call: Call): Promise<Outcome> {
  const { tokens, how, asked } = call;
  const source = how.renew === false ? undefined : tokens;
  const first = tokens ? await waited(call, () => tokens.get()) : call.token;
  const room = takeRoom(call, source ? 1 : 0);
  const permit = room instanceof Promise ? await room : room;
  // It may have been renewed while this call waited for room.
  const token = tokens && first ? tokens.latest(first) : first;
  const meaning = meaningOf(asked, await exchange(call, token, 1, permit));
  if (meaning.ok) return meaning;
  const { error } = meaning;
  const refused: Outcome = { ok: false, error, forToken: false };
  if (!source || token === undefined || !(error instanceof TokenError)) return refused;
  return (await replay(call, source, token, error)) ?? refused;
}

/** Undefined: there is no other token. */
async function replay(
  call: Call,
  source: TokenSource,
  refused: string,
  error: AutoSharesError,
): Promise<Outcome | undefined> {
  call.fate = "refused";
  call.status = undefined;
  call.how.onRefused?.(error);
  const token = await waited(call, () => source.renew(refused));
  if (token === undefined) return undefined;
  const meaning = meaningOf(call.asked, await exchange(call, token, 2, await takeRoom(call, 0)));
  return meaning.ok ? meaning : { ok: false, error: meaning.error, forToken: false };
}

/** Waits for a token within the deadline. A sign-in that others wait for too goes on without this call. */
async function waited<T>(call: Call, ask: () => T | Promise<T>): Promise<T> {
  const { deadline } = call.how;
  try {
    // Before a sign-in is started that nobody waits for.
    deadline.signal.throwIfAborted();
    const token = ask();
    return token instanceof Promise ? await deadline.race(token) : token;
  } catch (error) {
    call.hasNoToken = true;
    throw tokenError(call, error);
  }
}

function tokenError(call: Call, error: unknown): AutoSharesError {
  const by = call.how.deadline.stoppedBy();
  if (by) return stopped(call, by, error);
  if (error instanceof AutoSharesError) return withFate(error, call.fate);
  const what = error instanceof NotAToken ? error.message : "failed";
  return failure(call, TokenError, `got no token: the \`token\` function ${what}`, { cause: error });
}
