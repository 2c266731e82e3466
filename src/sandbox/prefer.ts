// Owns `Prefer: code=…, example=…`: one documented answer, asked for by name. Pure.

import { answer, type Decision, header, type Scene } from "./decision.js";
import { own } from "./undocumented.js";

export function preferred(scene: Scene): Decision | undefined {
  const given = header(scene.ask, "prefer");
  if (given === undefined) return undefined;
  const wanted = read(given);
  if (wanted.code === undefined && wanted.example === undefined) return undefined;
  const key = find(scene.ask.keys, wanted);
  if (key !== undefined) return answer(scene, "prefer", `asked for ${key}`, key);
  const { id } = scene.ask.operation;
  const message = `${id} has no answer "${given}". Its answers are: ${scene.ask.keys.map(asPrefer).join("; ")}.`;
  return { rule: "prefer", reason: "no such answer", answer: { own: own(400, message) }, changes: [] };
}

interface Wanted {
  code?: string;
  example?: string;
}

/** Preferences are separated by commas, or by semicolons as Prism has them too. */
function read(header: string): Wanted {
  const pairs = header.split(/[,;]/).map((part) => part.trim().split(/\s*=\s*/));
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
