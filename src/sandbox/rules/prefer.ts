// Owns `Prefer: code=…, example=…`: one documented answer, asked for by name.

import { answer, type Context, type Decision, header } from "../decision.js";
import { messageResponse } from "../undocumented.js";

export function preferred(context: Context): Decision | undefined {
  const given = header(context.call, "prefer");
  if (given === undefined) return undefined;
  const wanted = read(given);
  if (wanted.code === undefined && wanted.example === undefined) return undefined;
  const key = find(context.call.keys, wanted);
  if (key !== undefined) return answer(context, "prefer", `asked for ${key}`, key);
  const { id } = context.call.operation;
  const message = `${id} has no answer "${given}". Its answers are: ${context.call.keys.map(asPrefer).join("; ")}.`;
  return {
    rule: "prefer",
    reason: "no such answer",
    answer: { response: messageResponse(400, message) },
    changes: [],
  };
}

interface Wanted {
  code?: string;
  example?: string;
}

/** Preferences are separated by commas, or by semicolons as Prism has them too. */
function read(header: string): Wanted {
  const pairs = header.split(/[,;]/).map((part) => part.split("=").map((text) => text.trim()));
  return Object.fromEntries(
    pairs.map(([name = "", value = ""]) => [name.toLowerCase(), value.replaceAll('"', "")]),
  );
}

function find(keys: readonly string[], { code, example }: Wanted): string | undefined {
  return keys.find((key) => {
    const [status, name] = key.split(" ");
    return (code === undefined || code === status) && (example === undefined || example === name);
  });
}

function asPrefer(key: string): string {
  const [code, example] = key.split(" ");
  return example === undefined ? `code=${code}` : `code=${code}, example=${example}`;
}
