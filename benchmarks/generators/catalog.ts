// The generators that are tried: how each is called, which program uses what it makes, and what it gets wrong. Pure.
import { readFileSync } from "node:fs";
import { WAYS } from "../compare/ways.js";

export interface Row {
  name: string;
  /** Package of the generator; its version is in package.json beside this file. */
  package: string;
  /** Path of its command, from `node_modules`. */
  command: string;
  args(spec: string, client: string): string[];
  /** Files that it wants there before, by their path in `client/`. */
  files?(spec: string): Record<string, string>;
  /** File in programs/; its ending says the language. */
  program: string;
  /** Further programs that must compile. */
  compiles?: string[];
  /** What its reader has to know. */
  wrong: string;
  /** It is known to take a success for a failure, which the table shows. */
  fails?: true;
}

export const VERSIONS: Record<string, string> = JSON.parse(
  readFileSync(new URL("package.json", import.meta.url), "utf8"),
).dependencies;

type Called = Pick<Row, "command" | "args" | "files" | "package">;

/** As the comparison of clients calls it, by the file of its program there. */
function compared(program: string): Called {
  const generator = WAYS.find((way) => way.program === program)?.generator;
  if (!generator) throw new Error(`benchmarks/compare has no generator for ${program}.`);
  return { ...generator, package: Object.keys(generator.packages)[0] ?? "" };
}

const redoclyFor = (language: string): Called => ({
  ...compared("redocly"),
  args: (spec, client) => [
    "generate-client",
    spec,
    "--generator",
    language,
    "--output",
    `${client}/client.ts`,
  ],
});

const OBJECT_FOR_204 = "promises an object for the 204 too, which has none";
const PROMISED_BODY = "the type of an error promises its body, which may be empty";

export const ROWS: readonly Row[] = [
  {
    ...compared("openapi-fetch-status"),
    name: "openapi-typescript, openapi-fetch",
    program: "openapi-fetch.ts",
    compiles: ["openapi-react-query.ts"],
    wrong:
      "`error` is `undefined` for an error without a body: ask for `response.ok`. openapi-react-query asks for `error`, so it takes an empty 409 for a success",
  },
  {
    ...compared("hey-api"),
    name: "hey-api",
    program: "hey-api.ts",
    wrong: `${PROMISED_BODY}: \`error\` is \`{}\` then. Does not compile with \`exactOptionalPropertyTypes\``,
  },
  {
    ...compared("orval"),
    name: "orval, fetch",
    program: "orval.ts",
    wrong: `${PROMISED_BODY}: \`data\` is \`{}\` then. Does not throw: ask for \`status\``,
  },
  {
    name: "oazapfts",
    package: "oazapfts",
    command: "oazapfts/dist/cli.js",
    args: (spec, client) => [spec, `${client}/client.ts`],
    program: "oazapfts.ts",
    wrong: `${PROMISED_BODY}. Does not throw: ask for \`status\``,
  },
  {
    ...compared("swagger-typescript-api"),
    name: "swagger-typescript-api",
    program: "swagger-typescript-api.ts",
    wrong: `throws the response itself, which is no \`Error\`; ${OBJECT_FOR_204}`,
  },
  {
    ...compared("zodios"),
    name: "openapi-zod-client",
    program: "zodios.ts",
    wrong: OBJECT_FOR_204,
  },
  {
    ...compared("redocly"),
    name: "Redocly, TypeScript",
    program: "redocly.ts",
    wrong: `${OBJECT_FOR_204}. Its retries are off until \`retry\` is set; set, they resend a DELETE`,
  },
  {
    ...redoclyFor("python"),
    name: "Redocly, Python",
    program: "redocly.py",
    wrong: `${OBJECT_FOR_204}. \`comment\` of \`cancel_transfer\` looks optional and is not. Retries are off`,
  },
  {
    ...redoclyFor("go"),
    name: "Redocly, Go",
    program: "redocly.go",
    wrong:
      "decodes the 204, which has no body, so **every cancel that was accepted returns `io.EOF`**: take `errors.Is(err, io.EOF)` for accepted. Retries are off",
    fails: true,
  },
  {
    ...redoclyFor("php"),
    name: "Redocly, PHP",
    program: "redocly.php",
    wrong:
      "decodes the 204, so **every cancel that was accepted throws a `TypeError`**. **Sends a DELETE up to three times** on 429, 500, 502, 503, 504 and a lost connection: `new Config(retry: ['attempts' => 1])` stops it",
    fails: true,
  },
];
