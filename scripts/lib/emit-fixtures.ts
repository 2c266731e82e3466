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
  let name = constantName(one);
  if (constants.has(name)) name = `${id}_${name}`;
  constants.set(name, one.literal);
  return name;
}

function entry(one: Documented, all: Documented[], constant: string): string {
  return `${tsdoc([one.summary], "    ")}    ${JSON.stringify(key(one, all))}: ${constant},`;
}

/** An import that nothing uses does not compile. */
function typeImport(declared: string): string {
  const schemas = 'import type { Schemas } from "./schemas.js";\n';
  if (!declared.includes("operations[")) return schemas;
  return `${schemas}import type { operations } from "./types.js";\n`;
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

/** Of a range, the first status; of `default`, 500. */
function exactStatus(status: string): number {
  const exact = Number(status.toUpperCase().replace("XX", "00"));
  if (Number.isNaN(exact)) return 500;
  return exact;
}

/** `satisfies` holds the example to its type and keeps what is more exact than it. */
const write = (value: object, type: string): string => `${JSON.stringify(value, null, 2)} satisfies ${type}`;

function key({ name, status }: Documented, all: Documented[]): string {
  const sameName = all.filter((other) => other.name === name);
  if (sameName.length > 1) return `${status} ${name}`;
  return name;
}

/** Ends in the status, so it is no word of the language. */
function constantName({ name, status }: Documented): string {
  if (name === status) return `bare${status}`;
  return `${name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())}${status}`;
}
