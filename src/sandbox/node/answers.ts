// Owns which way the documented answers come: of the package's own spec out of a file that was rendered when
// the package was built, else rendered by Prism now. Node only.
import { readFile } from "node:fs/promises";
import { type Answers, type Rendered, rendered } from "../documented.js";
import type { Spec } from "../spec.js";
import { renderAll } from "./render.js";

/** Beside this code in the package. The sources have none: there the spec may have changed since. */
export const SHIPPED = "answers.json";

/** Of the package's own spec. As published it needs no Prism, which is why users need not install it. */
export async function ownAnswers(spec: Spec): Promise<Answers> {
  shipped ??= readShipped();
  return (await shipped) ?? renderAll(spec);
}

let shipped: Promise<Answers | undefined> | undefined;

async function readShipped(): Promise<Answers | undefined> {
  const text = await readFile(new URL(SHIPPED, import.meta.url), "utf8").catch((error) => {
    if (error.code !== "ENOENT") throw error;
  });
  return text === undefined ? undefined : fromText(text);
}

/** What cannot be derived of an answer: its key and its bytes can. */
type Kept = Pick<Rendered, "status" | "example" | "headers" | "body">;

/** What the build writes. */
export function toText(answers: Answers): string {
  const all = [...answers].map(([operation, byKey]) => [operation, [...byKey.values()].map(keep)]);
  return `${JSON.stringify(Object.fromEntries(all), null, 1)}\n`;
}

function keep({ status, example, headers, body }: Rendered): Kept {
  // JSON leaves out what is undefined.
  return { status, example, headers, body };
}

export function fromText(text: string): Answers {
  const all = Object.entries(JSON.parse(text) as Record<string, Kept[]>);
  return new Map(all.map(([operation, kept]) => [operation, byKey(kept)]));
}

function byKey(kept: Kept[]): Map<string, Rendered> {
  const answers = kept.map(({ status, example, headers, body }) => rendered(status, example, headers, body));
  return new Map(answers.map((answer) => [answer.key, answer]));
}
