// Owns where tokens come from, and that as few as possible are asked for. Knows nothing of HTTP: it is given what
// signs in.

export interface TokenSource {
  /** A token to send. */
  get(): string | Promise<string>;
  /** Another token than the refused one, the same for all callers who were refused it; undefined for none. */
  renew(refused: string): Promise<string | undefined>;
  /** The token that is known to have replaced this one, or this one. */
  latest(token: string): string;
}

/** Returns a token. After a 401 it is called with the token that was refused; undefined then means: no other. */
export type TokenFunction = (refused?: string) => string | undefined | Promise<string | undefined>;

/** What the token function returned; its message goes on after "the `token` function". */
export class NotAToken extends Error {}

/**
 * The function decides how long a token is good: it is asked before each request. `ask` resolves with undefined for
 * none, and rejects for what is no token.
 */
export function tokenFromFunction(ask: (refused?: string) => Promise<string | undefined>): TokenSource {
  let renewal:
    | { refused: string; token: Promise<string | undefined>; known?: string | undefined }
    | undefined;
  const forget = () => {
    renewal = undefined;
  };
  return {
    async get() {
      const token = await ask();
      if (token === undefined) throw new NotAToken("returned none");
      // Who still gives out the refused token has not kept the renewed one: it would be replayed for ever.
      if (renewal?.known !== undefined && renewal.refused === token) forget();
      return token;
    },
    async renew(refused) {
      if (renewal?.refused !== refused) {
        const mine: typeof renewal = { refused, token: ask(refused) };
        renewal = mine;
        const keep = (token: string | undefined) => {
          if (token === undefined || token === refused) forget();
          else mine.known = token;
        };
        mine.token.then(keep, forget);
      }
      const token = await renewal.token;
      return token === refused ? undefined : token;
    },
    latest: (token) => (renewal?.refused === token && renewal.known) || token,
  };
}

/** Signs in on first need and after a refusal, once for all who wait. Assumes nothing of a token's life. */
export function tokenFromSignIn(signIn: () => Promise<string>): TokenSource & { set(token: string): void } {
  let current: string | Promise<string> | undefined;
  let renewal: { refused: string; token: Promise<string> } | undefined;
  const start = () => {
    const attempt = signIn();
    current = attempt;
    // A failed sign-in is not kept: the next call tries again.
    const settle = (token?: string) => {
      if (current === attempt) current = token;
    };
    attempt.then(settle, () => settle());
    return attempt;
  };
  return {
    get: () => current ?? start(),
    async renew(refused) {
      if (current !== undefined && current !== refused) return current;
      // A renewal that failed has failed for all who were refused the same token: few sign-ins are allowed.
      if (current === refused || renewal?.refused !== refused) renewal = { refused, token: start() };
      return renewal.token;
    },
    latest: (token) => (typeof current === "string" ? current : token),
    set(token) {
      current = token;
    },
  };
}
