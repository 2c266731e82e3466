// Owns which requests a test means: those of one operation, narrowed by base URL and arguments. Pure.
import { type Operations, operationTable } from "../generated/operations.js";

type OperationId = keyof typeof operationTable;
type Arguments<Id extends OperationId> = NonNullable<Parameters<Operations<unknown>[Id]>[0]>;

/** Narrows which requests are meant. Nothing given: all of the operation. */
export type Where<Id extends OperationId> = Partial<Omit<Arguments<Id>, "body">> & {
  /** As given to `createClient`. Default: any. */
  baseUrl?: string;
};

/** As above, of any operation. */
export type AnyWhere = { baseUrl?: string | undefined } & Record<string, unknown>;

/**
 * Matches the URLs of an operation's requests, query included. Operations can share a URL and differ in their
 * method; arguments that are not in the path are not looked at.
 */
export function urlPattern<Id extends OperationId>(id: Id, where?: Where<Id>): RegExp {
  return patternOf(id, where ?? {});
}

function patternOf(id: OperationId, { baseUrl, ...values }: AnyWhere): RegExp {
  checkNames(id, values);
  const base = baseUrl === undefined ? "[^?#]*" : literally(new URL(baseUrl).href.replace(/\/+$/, ""));
  const path = operationTable[id].path.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return literally(part);
    return values[part] === undefined ? "[^/?#]+" : literally(encodeURIComponent(String(values[part])));
  });
  return new RegExp(`^${base}${path.join("")}(?:[?#]|$)`);
}

/** Whether a request is one that is meant; its method is not looked at. */
export function requestMatcher(id: OperationId, where: AnyWhere): (request: Request) => boolean {
  const url = patternOf(id, where);
  const { params } = operationTable[id];
  const given = Object.entries(where).filter(([name, value]) => params[name] && value !== undefined);
  return (request) =>
    url.test(request.url) &&
    given.every(([name, value]) => {
      const sent = params[name]?.in === "query" ? inQuery(request, name) : request.headers.get(name);
      return params[name]?.in === "path" || sent === String(value);
    });
}

/** A list is written with commas or as a name that repeats. */
function inQuery({ url }: Request, name: string): string {
  return new URL(url).searchParams.getAll(name).join();
}

const literally = (text: string): string => text.replaceAll(/[^\w/-]/g, "\\$&");

function checkNames(id: OperationId, values: Record<string, unknown>): void {
  const { params } = operationTable[id];
  const wrong = Object.keys(values).find((name) => !Object.hasOwn(params, name));
  if (wrong === undefined) return;
  throw new Error(`${id} has no argument \`${wrong}\`. It has: ${Object.keys(params).join(", ")}.`);
}
