// Owns the documented answers as data: each as it was rendered, and which of them the rules give. Pure.

export interface Rendered {
  /** Status and, where it has one, name of the example: `204`, `409 order-already-filled`. */
  key: string;
  status: number;
  example: string | undefined;
  headers: Record<string, string>;
  body: unknown;
  /** The body as it leaves when nothing is filled in. */
  text: string | undefined;
}

/** Answers by operationId, then by key, in the order of the spec. */
export type Answers = ReadonlyMap<string, ReadonlyMap<string, Rendered>>;

/** One answer, with what follows from its parts. */
export function rendered(
  status: number,
  example: string | undefined,
  headers: Record<string, unknown>,
  body: unknown,
): Rendered {
  const texts = Object.entries(headers).map(([header, value]) => [header, String(value)]);
  const text = body === undefined ? undefined : JSON.stringify(body);
  // A 204 has no body, hence no type of one, which Prism sends all the same.
  const kept = texts.filter(([header]) => text || header?.toLowerCase() !== "content-type");
  return { key: answerKey(status, example), status, example, headers: Object.fromEntries(kept), body, text };
}

export function answerKey(status: number, example: string | undefined): string {
  return example === undefined ? String(status) : `${status} ${example}`;
}

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
    "401 pin-wrong",
    "401 interim-token-missing",
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
