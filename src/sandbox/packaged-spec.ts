// Owns the spec inside the package: its operations and limits, and its responses as Prism rendered them.
import { answers, limits, operations } from "../generated/sandbox.js";
import { type DocumentedResponses, documentedResponse } from "./documented-responses.js";
import type { Spec } from "./spec.js";

export const PACKAGED_SPEC: Spec = { operations, limits };

export function packagedResponses(): DocumentedResponses {
  const byOperation = Object.entries(answers).map(([operation, rendered]) => {
    const responses = rendered.map(({ status, example, headers, body }) =>
      documentedResponse(status, example, headers, body),
    );
    return [operation, new Map(responses.map((response) => [response.key, response]))] as const;
  });
  return new Map(byOperation);
}
