// What the compiler promises of verdicts. Checked by `npm run check`; nothing here runs.
import type { Verdict } from "../../src/index.js";
import type { VerdictName } from "../../src/sandbox/index.js";
import { holds, type Same } from "../types.js";

export function theSandboxConcludesWhatCancelReturns() {
  holds<Same<Verdict, VerdictName>>();
}
