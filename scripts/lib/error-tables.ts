// The tables of docs/errors.md: the client's error classes with their docstrings, and the error that each documented
// response becomes, made by the client's own code.
import { readFile } from "node:fs/promises";
import { successOf } from "../../src/client/answer.js";
import { AutoSharesError } from "../../src/client/errors.js";
import { operationTable } from "../../src/generated/operations.js";
import {
  type Example,
  eachOperation,
  type OpenApi,
  type Response,
  resolveRef,
} from "../../src/sandbox/openapi.js";
import { table } from "./markdown.js";
import { fromRoot, GENERATED } from "./paths.js";

const CLASSES = ["src/client/errors.ts", "src/cancel/or-throw.ts"];
const CLASS =
  /\/\*\* ([^\n]+) \*\/\nexport class (\w+) extends BaseError \{\n {2}static override readonly code = "([\w-]+)"/g;

export async function errorTables(): Promise<Record<string, string>> {
  const spec = JSON.parse(await readFile(`${GENERATED}/openapi.json`, "utf8")) as OpenApi;
  const sources = await Promise.all(CLASSES.map((file) => readFile(fromRoot(file), "utf8")));
  return {
    classes: classTable(sources.join("\n")),
    statuses: statusTable(documentedErrors(spec)),
    messages: messageTable(documentedErrors(spec)),
  };
}

function classTable(source: string): string {
  const rows = [...source.matchAll(CLASS)].map(([, says = "", name, code]) => [
    `\`${name}\``,
    `\`${code}\``,
    says,
  ]);
  return table(["class", "`code`", "what it says"], rows);
}

/** An answer to a cancel that is no success, by the name of its example; no name for an empty one. */
interface Documented {
  status: number;
  example?: string;
  body?: object;
}

function documentedErrors(spec: OpenApi): Documented[] {
  const all = eachOperation(spec).flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([status, response]) =>
      /^[45]\d\d$/.test(status) ? examples(spec, Number(status), resolveRef<Response>(spec, response)) : [],
    ),
  );
  const byName = new Map(all.map((one) => [`${one.status} ${one.example}`, one]));
  return [...byName.values()].sort((a, b) => a.status - b.status);
}

function examples(spec: OpenApi, status: number, { content = {} }: Response): Documented[] {
  return Object.values(content).flatMap(({ examples = {} }) =>
    Object.entries(examples).map(([name, example]) => ({
      status,
      example: name,
      body: resolveRef<Example>(spec, example).value as object,
    })),
  );
}

/** The error that a cancel throws when it is answered so. */
function thrown({ status, body }: Documented): AutoSharesError {
  const operation = operationTable.cancelOrder;
  const line = { method: operation.method, path: "/…" };
  const request = { id: "cancelOrder", operation, line, hiding: () => (text: string) => text };
  const text = JSON.stringify(body) ?? "";
  const answer = {
    status,
    text,
    isCut: false,
    lesson: { status },
    headers: new Headers(),
    isFromElsewhere: false,
  };
  try {
    successOf(request, answer);
  } catch (error) {
    if (error instanceof AutoSharesError) return error;
    throw error;
  }
  throw new Error(`a ${status} is no error`);
}

/** Statuses that no page of the vendor lists for an order, each standing for its kind. */
const UNDOCUMENTED: [label: string, status: number][] = [
  ["408", 408],
  ["any other registered 4xx", 410],
  ["any other 4xx", 499],
  ["any other 5xx", 503],
  ["3xx", 302],
];

function statusTable(documented: Documented[]): string {
  const row = (label: string, error: AutoSharesError) => [
    label,
    `\`${error.name}\``,
    `\`${error.fate}\``,
    advice(error),
  ];
  const rows = documented.map((one) => {
    const error = thrown(one);
    const isUsual = error.name === thrown({ status: one.status }).name;
    return row(isUsual ? String(one.status) : `${one.status}, \`${one.example}\``, error);
  });
  const others = UNDOCUMENTED.map(([label, status]) => row(label, thrown({ status })));
  return table(["status", "class", "`fate`", "what to do"], eachOnce([...rows, ...others]));
}

/** The end of the message: what follows the status and the server's words. */
function advice({ message }: AutoSharesError): string {
  return /was answered \d+(?:: .*?)?\. (.+)$/.exec(message)?.[1] ?? message;
}

function messageTable(documented: Documented[]): string {
  const rows = documented.map((one) => {
    const { name, message } = thrown(one);
    const words = /was answered \d+: (.*?)\. /.exec(message)?.[1] ?? "(no words)";
    return [words, String(one.status), `\`${one.example}\``, `\`${name}\``];
  });
  return table(["the server says", "status", "example in the spec", "class"], eachOnce(rows));
}

function eachOnce(rows: string[][]): string[][] {
  return [...new Map(rows.map((cells) => [cells.join("|"), cells])).values()];
}
