// Owns where Prism is found and how its library is loaded. It is needed only for the mock and for a spec of one's own.
import { createRequire } from "node:module";

export interface PrismOperation {
  iid?: string;
  id: string;
  method: string;
  path: string;
  responses: PrismResponse[];
}

export interface PrismResponse {
  code: string;
  contents?: { examples?: { key: string }[] }[];
}

interface PrismOutput {
  statusCode: number;
  headers?: Record<string, unknown>;
  body?: unknown;
}

export interface PrismConfig {
  isProxy: false;
  errors: boolean;
  validateRequest: boolean;
  validateResponse: boolean;
  checkSecurity: boolean;
  upstreamProxy: undefined;
  mock: { dynamic: boolean; code?: number; exampleKey?: string };
}

export interface Prism {
  getHttpOperationsFromSpec(document: object): Promise<PrismOperation[]>;
  createInstance(
    config: PrismConfig,
    components: { logger: unknown },
  ): {
    request(
      input: { method: string; url: { path: string; query: object }; headers: object },
      operations: PrismOperation[],
      config: PrismConfig,
    ): () => Promise<{ left?: Error; right?: { output: PrismOutput } }>;
  };
}

/** Loads Prism from where its command is installed. */
export function loadPrism(): Prism {
  const path = libraryPath();
  return createRequire(path)(path) as Prism;
}

export interface Yaml {
  parseWithPointers(text: string): {
    data: unknown;
    /** Severity 0 is an error. Lines and characters count from 0. */
    diagnostics: {
      severity: number;
      message: string;
      range: { start: { line: number; character: number } };
    }[];
  };
}

/** The YAML parser that is installed with Prism. */
export function loadYaml(): Yaml {
  return createRequire(libraryPath())("@stoplight/yaml") as Yaml;
}

function libraryPath(): string {
  const cli = findPrism("A spec of your own is rendered by Prism, which");
  return createRequire(cli).resolve("@stoplight/prism-http");
}

const PRISM = "@stoplight/prism-cli";

/**
 * Path of Prism's command: beside this package, else in the project that this process runs in, for `npx` may
 * keep the package elsewhere. Throws a sentence that begins with `whose` and says what to install.
 */
export function findPrism(whose: string): string {
  const require = createRequire(import.meta.url);
  try {
    return require.resolve(PRISM, { paths: [import.meta.dirname, process.cwd()] });
  } catch (cause) {
    const { peerDependencies } = require("../../../package.json") as {
      peerDependencies: Record<string, string>;
    };
    const install = `npm install --save-dev ${PRISM}@${peerDependencies[PRISM]}`;
    throw new Error(`${whose} is not installed: run \`${install}\`.`, { cause });
  }
}
