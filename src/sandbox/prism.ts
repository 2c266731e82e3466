// Owns where Prism is found and how its library is loaded. Only who serves a spec of their own, or the mock,
// needs it. May use Node only.
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

export interface PrismOutput {
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

/**
 * Three quarters of the 1.8 s that Prism takes to load go into these: thousands of files of names and
 * addresses for random answers, a reader of another format, proxies, validators of requests. None is ever
 * used here, so each is put off until somebody does use it.
 */
const PUT_OFF = [
  "@faker-js/faker",
  "@stoplight/http-spec/postman/operation",
  "@stoplight/json-schema-merge-allof",
  "lodash/fp",
  "node-fetch",
  "http-proxy-agent",
  "https-proxy-agent",
];

let loaded: Prism | undefined;

/** Loads Prism once per process, from where its command is installed. */
export function loadPrism(): Prism {
  loaded ??= load();
  return loaded;
}

function load(): Prism {
  const path = libraryPath();
  const fromHttp = createRequire(path);
  const undo = PUT_OFF.map((name) => putOff(fromHttp, name));
  try {
    return fromHttp(path) as Prism;
  } finally {
    for (const restore of undo) restore();
  }
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

/** The reader of YAML that Prism brings along. */
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
    const { peerDependencies } = require("../../package.json") as {
      peerDependencies: Record<string, string>;
    };
    const install = `npm install --save-dev ${PRISM}@${peerDependencies[PRISM]}`;
    throw new Error(`${whose} is not installed: run \`${install}\`.`, { cause });
  }
}

/** Stands in for a module, while others load, with one that loads at the first use of anything in it. */
function putOff(require: NodeJS.Require, name: string): () => void {
  const path = tryResolve(require, name);
  if (path === undefined || require.cache[path]) return () => {};
  const late = lateModule(() => require(path) as Record<PropertyKey, unknown>);
  require.cache[path] = { id: path, filename: path, loaded: true, exports: late } as unknown as NodeJS.Module;
  return () => {
    delete require.cache[path];
  };
}

function tryResolve(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

type Members = Record<PropertyKey, unknown>;

/** Some modules are a function; `default` is put off too, because Prism hands it on while it loads. */
function lateModule(real: () => Members): object {
  const inner = new Proxy({}, { get: (_, key) => (real().default as Members | undefined)?.[key] });
  return new Proxy(() => {}, {
    get: (_, key) => (key === "default" ? inner : key === "__esModule" ? true : real()[key]),
    apply: (_, self, given) => Reflect.apply(real() as never, self, given),
  });
}
