// Owns `Prefer: code=…, example=…`: a request for one documented response by name.
import { type Context, type Decision, header, respondWith } from "../decision.js";
import { messageResponse } from "../undocumented.js";

export function preferred(context: Context): Decision | undefined {
  const { keys, operation } = context.call;
  const value = header(context.call, "prefer");
  if (value === undefined) return undefined;
  const preference = parse(value);
  if (preference.code === undefined && preference.example === undefined) return undefined;
  const key = keys.find((one) => fits(one, preference));
  if (key !== undefined) return respondWith(context, "prefer", `preferred: ${key}`, key);
  const message = `${operation.id} has no answer "${value}". Its answers are: ${keys.map(asPrefer).join("; ")}.`;
  const response = messageResponse(400, message);
  return { rule: "prefer", reason: "no such answer", response: { response }, changes: [] };
}

interface Preference {
  code?: string;
  example?: string;
}

/** Separated by commas, or by semicolons, which Prism accepts too. */
function parse(value: string): Preference {
  const pairs = value.split(/[,;]/).map((part) => part.split("=").map((text) => text.trim()));
  return Object.fromEntries(
    pairs.map(([name = "", text = ""]) => [name.toLowerCase(), text.replaceAll('"', "")]),
  );
}

function fits(key: string, { code, example }: Preference): boolean {
  const [status, name] = key.split(" ");
  return (code === undefined || code === status) && (example === undefined || example === name);
}

function asPrefer(key: string): string {
  const [code, example] = key.split(" ");
  if (example === undefined) return `code=${code}`;
  return `code=${code}, example=${example}`;
}
