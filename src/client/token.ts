// Owns that as few tokens as possible are asked for. Knows nothing of HTTP: it is given the function that gets them.

/** Returns a token. After a 401 it is called with the token that was refused; undefined then means: no other. */
export type TokenFunction = (refused?: string) => string | undefined | Promise<string | undefined>;

export interface TokenSource {
  /** A token to send. */
  get(): Promise<string>;
  /** Another token than the refused one, the same for all callers who were refused it; undefined for none. */
  renew(refused: string): Promise<string | undefined>;
  /** The token that is known to have replaced this one, or this one. */
  latest(token: string): string;
}

/** What the token function returned; its message goes on after "the `token` function". */
export class NotAToken extends Error {}

interface Renewal {
  readonly refused: string;
  readonly token: Promise<string | undefined>;
  isOver: boolean;
  /** The other token, once it is there. */
  renewed?: string | undefined;
}

/**
 * The function decides how long a token is good: it is asked before each request, and once for all who were refused
 * the same token. It resolves with undefined for none.
 */
export function tokenSource(ask: (refused?: string) => Promise<string | undefined>): TokenSource {
  let last: Renewal | undefined;
  return {
    async get() {
      const token = await ask();
      if (token === undefined) throw new NotAToken("returned none");
      // Who still gives out the refused token has not kept the renewed one: the next refusal is a new one.
      if (last?.isOver && last.refused === token) last = undefined;
      return token;
    },
    renew(refused) {
      if (last?.refused !== refused) last = startRenewal(refused, ask(refused));
      return last.token;
    },
    latest: (token) => (last?.refused === token && last.renewed) || token,
  };
}

function startRenewal(refused: string, token: Promise<string | undefined>): Renewal {
  const renewal: Renewal = { refused, token, isOver: false };
  const end = (renewed?: string) => {
    renewal.isOver = true;
    renewal.renewed = renewed;
  };
  token.then(end, () => end());
  return renewal;
}
