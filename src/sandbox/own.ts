// Owns what the package carries of its own spec: operations and limits, and the answers as Prism rendered them.
import { answers, limits, operations } from "../generated/sandbox.js";
import { type DocumentedAnswers, documentedAnswer } from "./documented.js";
import type { Spec } from "./spec.js";

export const OWN_SPEC: Spec = { operations, limits };

export function ownAnswers(): DocumentedAnswers {
  const all = Object.entries(answers).map(([operation, given]) => {
    const kept = given.map(({ status, example, headers, body }) =>
      documentedAnswer(status, example, headers, body),
    );
    return [operation, new Map(kept.map((one) => [one.key, one]))] as const;
  });
  return new Map(all);
}
