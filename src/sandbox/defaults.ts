// Owns what a sandbox accepts unless told otherwise. Uses nothing, so that whoever shows it loads no sandbox.
export const DEFAULTS = {
  host: "127.0.0.1",
  seed: 1,
  appKey: "sandbox-app-key",
  user: "trader",
  password: "sandbox",
};
