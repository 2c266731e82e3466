// The contract: what the package promises in every runtime, as named checks over the package by its name.
// No test framework and nothing of Node, so that any runtime can run it: see benchmarks/test-runtimes.ts.
import { answerChecks } from "./answers.js";
import { argumentChecks } from "./arguments.js";
import { connectionChecks } from "./connection.js";
import type { Check } from "./kit.js";
import { tokenChecks } from "./token.js";

export const checks: Check[] = [...answerChecks, ...connectionChecks, ...tokenChecks, ...argumentChecks];

export interface Result {
  name: string;
  /** Absent where the check holds. */
  problem?: string;
}

const LIMIT_MS = 30_000;

/** Runs the checks one after the other, by default all that need a contract server. Never rejects. */
export async function runChecks(baseUrl: string, which = checks): Promise<Result[]> {
  const results: Result[] = [];
  for (const check of which) results.push(await runCheck(check, baseUrl));
  return results;
}

async function runCheck({ name, run }: Check, baseUrl: string): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no outcome within ${LIMIT_MS} ms`)), LIMIT_MS);
  });
  try {
    await Promise.race([run(baseUrl), limit]);
    return { name };
  } catch (error) {
    return { name, problem: String((error as Error).message) };
  } finally {
    clearTimeout(timer);
  }
}
