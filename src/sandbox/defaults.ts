// Owns what a sandbox accepts unless told otherwise. Uses nothing, so that whoever shows it loads no sandbox.
export const DEFAULTS = { appKey: "sandbox-app-key", user: "trader", password: "sandbox" };
