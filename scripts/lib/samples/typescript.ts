// A request as a program that uses this package: by the client's method, and by `cancel()` where it can be. Pure.
import { comment } from "./comment.js";
import type { Sample } from "./sample.js";

export function typescriptSample(sample: Sample): string {
  return `${client(sample, ["AutoSharesError", "createClient"])}
try {
${body(sample)}
} catch (error) {
  if (!(error instanceof AutoSharesError)) throw error;
  console.error(error.message, "Fate:", error.fate);
  process.exitCode = 1;
}
`;
}

function body({ id, args, success }: Sample): string {
  const call = `await client.${id}(${literal(args)});`;
  const note = comment("//", success.besides, "  ");
  return success.hasBody
    ? `  const answer = ${call}\n${note}  console.log(JSON.stringify(answer, null, 2));`
    : `  ${call}\n${note}  console.log(${JSON.stringify(success.says)});`;
}

export function cancelSample(sample: Sample): string | undefined {
  if (!sample.via) return undefined;
  const args = literal({ ...sample.args, via: sample.via });
  return `${client(sample, ["cancel", "createClient"])}
const result = await cancel(client, ${args});
if (result.verdict === "canceled") {
  console.log(\`canceled, \${result.remainingQuantity} were not executed\`);
} else {
  console.log(\`not known to be canceled: \${result.verdict}\`);
}
`;
}

function client({ server, headers, signIn }: Sample, names: string[]): string {
  const [appKey = ""] = Object.values(headers);
  const credentials = signIn && `\n  credentials: ${literal(credentialsOf(signIn.args))},`;
  return `import { ${names.join(", ")} } from "autoshares-cancel";

const client = createClient({
  baseUrl: ${JSON.stringify(server)},
  appKey: ${JSON.stringify(appKey)},${credentials ?? ""}
});
`;
}

/** The client takes them by the names of the headers, in the case of an option. */
function credentialsOf(args: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name.toLowerCase(), value]));
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, one]) => `${key(name)}: ${literal(one)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
