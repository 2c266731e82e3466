// Owns the list of answers that the rules give by name, and the check that the spec has them all. Pure.
import type { Answers } from "./render.js";

const REFUSALS = [
  "401 token-expired",
  "401 account-of-another-user",
  "401 app-key-unknown",
  "403 app-key-unknown",
];
const SHARED = [
  ...REFUSALS,
  "403 not-permitted",
  "404 account-unknown",
  "422 validation-failed",
  "429 too-many-requests",
  "500 server-error",
  "500 user-id-as-account-id",
];
const CANCEL = [
  ...SHARED,
  "204",
  "200 accepted-with-body",
  "404 order-unknown",
  "409 order-already-filled",
  "409 order-already-canceled",
  "409 cancel-already-pending",
];
const READ = [...SHARED, "200 order-open", "404 order-unknown"];

const NEEDED: Record<string, readonly string[]> = {
  createToken: [
    "200 token-issued",
    "202 second-factor-wanted",
    "401 app-key-unknown",
    "403 app-key-unknown",
    "401 password-wrong",
    "401 code-wrong",
    "429 too-many-requests",
    "500 server-error",
  ],
  cancelOrder: CANCEL,
  cancelSyncOrder: CANCEL,
  getOrder: READ,
  getSyncOrder: READ,
  listOrders: [...SHARED, "200 orders-listed", "400 filter-invalid"],
};

/** Throws, naming them, when the spec lacks answers that the rules give. */
export function checkNeeded(answers: Answers): void {
  const missing = Object.entries(NEEDED).flatMap(([operation, keys]) =>
    keys.filter((key) => !answers.get(operation)?.has(key)).map((key) => `${operation} ${key}`),
  );
  if (missing.length > 0)
    throw new Error(
      `The spec lacks answers that the sandbox gives: ${missing.join(", ")}. Add these examples to it.`,
    );
}
