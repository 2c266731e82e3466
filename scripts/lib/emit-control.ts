// The checks of what the sandbox's control surface takes, compiled by ajv, because a page may not compile code.
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { CONTROL_SCHEMAS } from "../../src/sandbox/control-schemas.js";

/** Types apart: the code is JavaScript. */
const HEADER = `// Generated from src/sandbox/control-schemas.ts by \`npm run generate\`. Do not edit: change the schemas instead.
// @ts-nocheck
`;

export function emitControl(): string {
  const ajv = new Ajv2020({
    code: { source: true, esm: true, lines: true },
    inlineRefs: false,
    messages: false,
  });
  // Where OpenAPI keeps its schemas.
  ajv.addKeyword("components");
  ajv.addSchema({ $id: "control", components: { schemas: withoutDescriptions() } });
  const names = Object.keys(CONTROL_SCHEMAS);
  const refs = names.map((name) => [name, `control#/components/schemas/${name}`]);
  const code = standaloneCode.default(ajv, Object.fromEntries(refs));
  return `${HEADER}${code.replace('"use strict";', "")}\nexport const validators = { ${names.join(", ")} };\n`;
}

/** They are long, and say nothing to a validator. */
function withoutDescriptions(): object {
  const text = JSON.stringify(CONTROL_SCHEMAS, (key, value) => (key === "description" ? undefined : value));
  return JSON.parse(text);
}
