// Every documented answer as data, by operationId and name, for tests of those who use the package. Pure.
import { bodyType } from "./emit-operations.js";
import type { AnswerModel, OperationModel } from "./model.js";
import { paragraph, tsdoc } from "./tsdoc.js";

/** One answer of one operation, not yet written down. */
interface Documented {
  status: string;
  /** Of the example; the status where the answer has no body. */
  name: string;
  summary: string;
  literal: string;
}

export function emitFixtures(models: OperationModel[]): string {
  const constants = new Map<string, string>();
  const rows = models.map((model) => {
    const all = model.answers.flatMap((answer) => documented(model, answer));
    const entries = all.map((one) => entry(one, all, constantOf(constants, model, one)));
    return `  ${model.id}: {\n${entries.join("\n")}\n  },`;
  });
  const declared = [...constants].map(([name, literal]) => `const ${name} = ${literal};\n`).join("\n");
  return `${typeImport(declared)}\n${TYPES}\n${declared}\n${DOC}export const fixtures = {\n${rows.join("\n")}\n};\n`;
}

/** Answers that are alike are written once, under the name of the first. */
function constantOf(constants: Map<string, string>, { id }: OperationModel, one: Documented): string {
  for (const [name, literal] of constants) if (literal === one.literal) return name;
  const short = constantName(one);
  const name = constants.has(short) ? `${id}_${short}` : short;
  constants.set(name, one.literal);
  return name;
}

function entry(one: Documented, all: Documented[], constant: string): string {
  return `${tsdoc([one.summary], "    ")}    ${JSON.stringify(key(one, all))}: ${constant},`;
}

/** An import that nothing uses does not compile. */
function typeImport(declared: string): string {
  const schemas = 'import type { Schemas } from "./schemas.js";\n';
  return declared.includes("operations[")
    ? `${schemas}import type { operations } from "./types.js";\n`
    : schemas;
}

const TYPES = `interface Bare<Status> {
  status: Status;
  headers: Record<string, string>;
}

interface WithBody<Status, Body> extends Bare<Status> {
  body: Body;
}
`;

const DOC = `/**
 * Every documented answer by operationId and name. The name is that of the example; an answer without a body
 * goes by its status, and an example that stands for two statuses has the status in front.
 */
`;

function documented(model: OperationModel, answer: AnswerModel): Documented[] {
  const { status, mediaType, headers, examples } = answer;
  const bare = `Bare<${exactStatus(status)}>`;
  if (!mediaType) {
    const literal = write({ status: exactStatus(status), headers }, bare);
    return [{ status, name: status, summary: paragraph(answer.description), literal }];
  }
  const type = `WithBody<${exactStatus(status)}, ${bodyType(model, answer)}>`;
  return Object.entries(examples).map(([name, { summary = "", value }]) => {
    const fixture = {
      status: exactStatus(status),
      headers: { "content-type": mediaType, ...headers },
      body: value,
    };
    return { status, name, summary, literal: write(fixture, type) };
  });
}

/** Of a range the first; of `default` the one nobody documents. */
function exactStatus(status: string): number {
  return /^\d/.test(status) ? Number(status.replaceAll(/x/gi, "0")) : 500;
}

/** `satisfies` holds the example to its type and keeps what is more exact than it. */
const write = (value: object, type: string): string => `${JSON.stringify(value, null, 2)} satisfies ${type}`;

function key({ name, status }: Documented, all: Documented[]): string {
  return all.filter((other) => other.name === name).length > 1 ? `${status} ${name}` : name;
}

/** Ends in the status, so it is no word of the language. */
function constantName({ name, status }: Documented): string {
  if (name === status) return `bare${status}`;
  return `${name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())}${status}`;
}
