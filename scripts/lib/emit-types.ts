// The spec's types, by openapi-typescript.
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { OpenApi } from "../../src/sandbox/openapi.js";

type Source = Parameters<typeof openapiTS>[0];

/** Of everything in the spec. A list of values that is open is a plain `string`: openapi-fetch spoils any other. */
export async function emitTypes(spec: OpenApi): Promise<string> {
  return astToString(await openapiTS(copyOf(spec), { silent: true })) + knownValues(spec);
}

/** Of the bodies alone, as the client's methods take and give them: here an editor offers the listed values. */
export async function emitSchemas(spec: OpenApi): Promise<string> {
  const { schemas } = spec.components;
  const bodies = copyOf({ ...spec, paths: {}, components: { schemas } as OpenApi["components"] });
  const nodes = await openapiTS(bodies, { transform: openUnion, silent: true });
  const components = nodes.filter(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === "components",
  );
  return `${astToString(components)}
/** Bodies of the API by name. An open list of values offers those that are documented. */
export type Schemas = components["schemas"];
`;
}

/** A copy, because openapi-typescript resolves references inside what it is given. */
const copyOf = (spec: OpenApi): Source => structuredClone(spec) as unknown as Source;

/**
 * A string with `x-extensible-enum` becomes `"Listed" | … | (string & {})`: with a plain `string` the
 * union would collapse and an editor would no longer offer the listed values.
 */
function openUnion(schema: object): ts.TypeNode | undefined {
  const listed = extensibleEnum(schema);
  if (!listed) return undefined;
  const { factory } = ts;
  const anyString = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  const literals = listed.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  return factory.createUnionTypeNode([...literals, factory.createParenthesizedType(anyString)]);
}

function extensibleEnum(schema: object): string[] | undefined {
  return (schema as { "x-extensible-enum"?: string[] })["x-extensible-enum"];
}

/** The closed union of the listed values, for tables that must name every one. */
function knownValues(spec: OpenApi): string {
  return Object.entries(spec.components.schemas)
    .flatMap(([name, schema]) => {
      const listed = extensibleEnum(schema);
      if (!listed) return [];
      const union = listed.map((value) => JSON.stringify(value)).join(" | ");
      return `/** The values of ${name} that are documented. Others may occur. */\nexport type Known${name} = ${union};\n`;
    })
    .join("");
}
