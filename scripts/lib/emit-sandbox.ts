// What the sandbox knows of the spec, as data: operations, limits, and each documented answer as Prism renders it. So
// it starts at once, needs no Prism, and runs in a page.

import { Stop } from "../../src/cli/stop.js";
import { renderAll } from "../../src/sandbox/node/render.js";
import type { OpenApi } from "../../src/sandbox/openapi.js";
import { readSpec } from "../../src/sandbox/spec.js";

const TYPES = `/** As much of a schema as the text of a parameter is checked against. */
interface Schema {
  type?: string | string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  enum?: unknown[];
}

interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required: boolean;
  example?: unknown;
  schema: Schema;
}

interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  needsAppKey: boolean;
  needsToken: boolean;
  limit?: string;
}

interface Limit {
  limit: number;
  windowSeconds: number;
}

interface Answer {
  status: number;
  example?: string;
  headers: Record<string, string>;
  body?: unknown;
}
`;

export async function emitSandbox(document: OpenApi): Promise<string> {
  const given = document as unknown as Record<string, unknown>;
  const { operations, limits } = readSpec(given);
  const answers = [...(await renderAll(given).catch(stop))].map(([id, byKey]) => {
    const kept = [...byKey.values()].map(({ status, example, headers, body }) => ({
      status,
      example,
      headers,
      body,
    }));
    return [id, kept];
  });
  return `${TYPES}
export const operations: Operation[] = ${literal(operations)};

export const limits: Record<string, Limit> = ${literal(limits)};

/** By operationId, in the order of the spec. */
export const answers: Record<string, Answer[]> = ${literal(Object.fromEntries(answers))};
`;
}

function stop(error: Error): never {
  throw new Stop(error.message, { cause: error });
}

/** JSON leaves out what is undefined. */
function literal(value: unknown): string {
  return JSON.stringify(value, null, 1);
}
