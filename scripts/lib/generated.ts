// Everything that `npm run generate` writes, as file name to content. Pure but for openapi-typescript.

import type { OpenApi } from "../../src/sandbox/openapi.js";
import { emitControl } from "./emit-control.js";
import { emitFixtures } from "./emit-fixtures.js";
import { emitOperations } from "./emit-operations.js";
import { emitSandbox } from "./emit-sandbox.js";
import { emitSchemas, emitTypes } from "./emit-types.js";
import type { Files } from "./files.js";
import { operationModels } from "./model.js";

const HEADER = `// Generated from openapi/openapi.yaml by \`npm run generate\`. Do not edit: change the spec instead.
`;

const README = `# Generated code

Everything here is written by \`npm run generate\` from \`openapi/openapi.yaml\`. Do not edit it: change the
spec, run the command, and commit both. \`npm run check:generated\`, which is part of \`npm test\`, fails when
they differ.

| file | holds |
|---|---|
| \`openapi.json\` | the spec as JSON, for programs that read it without a YAML parser |
| \`types.ts\` | the spec's types, by openapi-typescript, for clients that are built on them |
| \`schemas.ts\` | the bodies of requests and answers, as this package's client gives them |
| \`operations.ts\` | one typed method per operationId, the table that the client runs on, the rate limits |
| \`fixtures.ts\` | every documented answer by operationId and name, for tests |
| \`sandbox.ts\` | operations, limits and answers as Prism renders them, for the sandbox |
| \`control.ts\` | checks of what the sandbox's control surface takes, out of \`src/sandbox/control-schemas.ts\` |
`;

export async function generatedFiles(spec: OpenApi): Promise<Files> {
  const models = operationModels(spec);
  const [types, schemas, sandbox] = await Promise.all([
    emitTypes(spec),
    emitSchemas(spec),
    emitSandbox(spec),
  ]);
  return new Map([
    ["README.md", README],
    ["control.ts", emitControl()],
    ["fixtures.ts", HEADER + emitFixtures(models)],
    ["openapi.json", `${JSON.stringify(spec, null, 2)}\n`],
    ["operations.ts", HEADER + emitOperations(spec, models)],
    ["sandbox.ts", HEADER + sandbox],
    ["schemas.ts", HEADER + schemas],
    ["types.ts", HEADER + types],
  ]);
}
