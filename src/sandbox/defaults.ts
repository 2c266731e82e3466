// Owns the defaults of a sandbox. Imports nothing, so that a page can show them without loading a sandbox.
export const DEFAULTS = {
  host: "127.0.0.1",
  seed: 1,
  appKey: "sandbox-app-key",
  user: "trader",
  password: "sandbox",
  guessableTokens: true,
  /** Number of requests that are kept. */
  remember: 10_000,
};
