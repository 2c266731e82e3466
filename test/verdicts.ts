// The verdicts as values, for tests that want every one of them: the compiler finds one that is missing.
import type { Verdict } from "../src/index.js";

const EACH: Record<Verdict, true> = {
  canceled: true,
  "too-late": true,
  pending: true,
  "still-open": true,
  superseded: true,
  "not-found": true,
  denied: true,
  "not-sent": true,
  unresolved: true,
};

export const VERDICTS = Object.keys(EACH).sort();
