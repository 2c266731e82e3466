// The ways to call this API that are compared: one row each. What is installed, what is generated from the spec,
// which program in programs/ is measured, and how it is spoiled to see whether the compiler notices. Pure.

/** Text of a program, and what it is replaced by. */
type Change = readonly [text: string, by: string];

export interface Way {
  name: string;
  /** File in programs/, and folder in the cache. */
  program: string;
  /** What its users install to run it; empty for what the platform has. Our own package is built, not installed. */
  packages: Record<string, string>;
  generator?: Generator;
  /** The operation, or its path, misspelled. */
  misspelled: Change;
  /** The app key left out. */
  keyless: Change;
  /** It needs Node: no browser can bundle it. */
  nodeOnly?: true;
  /** What can be known of the order after it reports success. */
  says: "accepted" | "canceled";
}

/** Makes `client/` beside the program. The first package is the one whose command runs. */
export interface Generator {
  packages: Record<string, string>;
  /** Path of its command, from `node_modules`. */
  command: string;
  args(spec: string, client: string): string[];
  /** Files that it wants there before, by their path in `client/`. */
  files?(spec: string): Record<string, string>;
}

const OURS = {
  packages: {},
  keyless: ['appKey: "key", ', ""],
} as const;

const HEADER: Change = ['"Et-App-Key": "key", ', ""];
const PATH: Change = ["/orders/", "/oders/"];

/** hey-api and openapi-typescript do not work with TypeScript 7, which npm would pick. */
const TYPESCRIPT = { typescript: "5.9.3" };

const OPENAPI_TYPESCRIPT: Generator = {
  packages: { "openapi-typescript": "7.13.0", ...TYPESCRIPT },
  command: "openapi-typescript/bin/cli.js",
  args: (spec, client) => [spec, "--output", `${client}/types.ts`],
};

const HEY_API: Generator = {
  packages: { "@hey-api/openapi-ts": "0.99.0", ...TYPESCRIPT },
  command: "@hey-api/openapi-ts/bin/run.js",
  args: (spec, client) => ["--input", spec, "--output", client, "--no-log-file"],
};

const ORVAL: Generator = {
  packages: { orval: "8.38.0" },
  command: "orval/dist/bin/orval.mjs",
  args: (_, client) => ["--config", `${client}/orval.config.mjs`],
  files: (spec) => ({
    "api.ts": 'export const api = { baseUrl: "" };\n',
    "orval.config.mjs": `export default {
  orders: {
    input: ${JSON.stringify(spec)},
    output: {
      target: "./orders.ts",
      client: "fetch",
      baseUrl: { runtime: "api.baseUrl", imports: [{ name: "api", importPath: "./api.js" }] },
    },
  },
};
`,
  }),
};

const SWAGGER_TYPESCRIPT_API: Generator = {
  packages: { "swagger-typescript-api": "13.13.0" },
  command: "swagger-typescript-api/dist/cli.mjs",
  args: (spec, client) => ["generate", "--path", spec, "--output", client, "--name", "client.ts"],
};

const REDOCLY: Generator = {
  packages: { "@redocly/cli": "2.77.0" },
  command: "@redocly/cli/bin/cli.js",
  args: (spec, client) => [
    "generate-client",
    spec,
    "--output",
    `${client}/client.ts`,
    "--args-style",
    "grouped",
  ],
};

const OPENAPI_ZOD_CLIENT: Generator = {
  packages: { "openapi-zod-client": "1.18.3" },
  command: "openapi-zod-client/bin.js",
  args: (spec, client) => [spec, "--output", `${client}/client.ts`],
};

export const WAYS: readonly Way[] = [
  {
    ...OURS,
    name: "autoshares-cancel",
    program: "autoshares-cancel",
    misspelled: ["client.cancelOrder", "client.cancelOder"],
    says: "accepted",
  },
  {
    ...OURS,
    name: "autoshares-cancel, `cancel()`",
    program: "autoshares-cancel-verdict",
    misspelled: ["cancel(client", "cancle(client"],
    says: "canceled",
  },
  {
    name: "fetch",
    program: "fetch",
    packages: {},
    misspelled: PATH,
    keyless: HEADER,
    says: "accepted",
  },
  {
    name: "openapi-fetch, `if (error)`",
    program: "openapi-fetch-error",
    packages: { "openapi-fetch": "0.17.0" },
    generator: OPENAPI_TYPESCRIPT,
    misspelled: PATH,
    keyless: HEADER,
    says: "accepted",
  },
  {
    name: "openapi-fetch, `if (!response.ok)`",
    program: "openapi-fetch-status",
    packages: { "openapi-fetch": "0.17.0" },
    generator: OPENAPI_TYPESCRIPT,
    misspelled: PATH,
    keyless: HEADER,
    says: "accepted",
  },
  {
    name: "hey-api",
    program: "hey-api",
    packages: {},
    generator: HEY_API,
    misspelled: ["{ cancelOrder as", "{ cancelOder as"],
    keyless: ['"key"', "undefined"],
    says: "accepted",
  },
  {
    name: "orval, fetch",
    program: "orval",
    packages: {},
    generator: ORVAL,
    misspelled: ["{ cancelOrder as", "{ cancelOder as"],
    keyless: HEADER,
    says: "accepted",
  },
  {
    name: "swagger-typescript-api",
    program: "swagger-typescript-api",
    packages: {},
    generator: SWAGGER_TYPESCRIPT_API,
    misspelled: ["vVersion.cancelOrder", "vVersion.cancelOder"],
    keyless: HEADER,
    says: "accepted",
  },
  {
    name: "redocly generate-client",
    program: "redocly",
    packages: {},
    generator: REDOCLY,
    misspelled: ["client.cancelOrder", "client.cancelOder"],
    keyless: ['apiKey: { appKey: "key" }, ', ""],
    says: "accepted",
  },
  {
    name: "openapi-zod-client, Zodios",
    program: "zodios",
    packages: { "@zodios/core": "10.9.6", axios: "1.21.1", zod: "3.25.76" },
    generator: OPENAPI_ZOD_CLIENT,
    misspelled: ["api.cancelOrder", "api.cancelOder"],
    keyless: HEADER,
    says: "accepted",
  },
  {
    name: "ky",
    program: "ky",
    packages: { ky: "2.1.0" },
    misspelled: PATH,
    keyless: HEADER,
    says: "accepted",
  },
  {
    name: "got",
    program: "got",
    packages: { got: "16.1.0" },
    nodeOnly: true,
    misspelled: PATH,
    keyless: HEADER,
    says: "accepted",
  },
  {
    name: "axios",
    program: "axios",
    packages: { axios: "1.21.1" },
    misspelled: PATH,
    keyless: HEADER,
    says: "accepted",
  },
  {
    name: "axios, axios-retry",
    program: "axios-retry",
    packages: { axios: "1.21.1", "axios-retry": "4.5.0" },
    misspelled: PATH,
    keyless: HEADER,
    says: "accepted",
  },
];

/** The version that the row is about: of the generator, or of what is installed. */
export function versionOf({ generator, packages }: Way): string {
  const versions = { ...packages, ...(generator ? firstOf(generator.packages) : {}) };
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}

function firstOf(packages: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(packages).slice(0, 1));
}
