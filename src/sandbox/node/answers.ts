// Owns which way the documented answers come: of the package's own spec out of a file that was rendered when
// the package was built, else rendered by Prism now. Node only.
import { readFile } from "node:fs/promises";
import { type DocumentedAnswer, type DocumentedAnswers, documentedAnswer } from "../documented.js";
import type { SpecDocument } from "../spec.js";
import { renderAll } from "./render.js";

/** Beside this code in the package. The sources have none: there the spec may have changed since. */
export const SHIPPED = "answers.json";

/** Of the package's own spec. As published it needs no Prism, which is why users need not install it. */
export async function ownAnswers(document: SpecDocument): Promise<DocumentedAnswers> {
  shipped ??= readShipped();
  return (await shipped) ?? renderAll(document);
}

let shipped: Promise<DocumentedAnswers | undefined> | undefined;

async function readShipped(): Promise<DocumentedAnswers | undefined> {
  const text = await readFile(new URL(SHIPPED, import.meta.url), "utf8").catch((error) => {
    if (error.code !== "ENOENT") throw error;
  });
  return text === undefined ? undefined : fromText(text);
}

/** What cannot be derived of an answer: its key and its bytes can. */
type Kept = Pick<DocumentedAnswer, "status" | "example" | "headers" | "body">;

/** What the build writes. */
export function toText(answers: DocumentedAnswers): string {
  const all = [...answers].map(([operation, byKey]) => [operation, [...byKey.values()].map(keep)]);
  return `${JSON.stringify(Object.fromEntries(all), null, 1)}\n`;
}

function keep({ status, example, headers, body }: DocumentedAnswer): Kept {
  // JSON leaves out what is undefined.
  return { status, example, headers, body };
}

export function fromText(text: string): DocumentedAnswers {
  const all = Object.entries(JSON.parse(text) as Record<string, Kept[]>);
  return new Map(all.map(([operation, kept]) => [operation, byKey(kept)]));
}

function byKey(kept: Kept[]): Map<string, DocumentedAnswer> {
  const answers = kept.map(({ status, example, headers, body }) =>
    documentedAnswer(status, example, headers, body),
  );
  return new Map(answers.map((answer) => [answer.key, answer]));
}
