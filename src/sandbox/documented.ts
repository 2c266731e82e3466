// Owns the documented answers: how one is kept after it was rendered, and the names of those that the rules give.

/** What the code calls an answer, and its key in the spec: the status and the name of the example. */
export const ANSWER = {
  accepted: "204",
  acceptedWithBody: "200 accepted-with-body",
  order: "200 order-open",
  orderPage: "200 orders-listed",
  token: "200 token-issued",
  secondFactorWanted: "202 second-factor-wanted",
  filterInvalid: "400 filter-invalid",
  tokenExpired: "401 token-expired",
  foreignAccount: "401 account-of-another-user",
  appKeyUnknown401: "401 app-key-unknown",
  appKeyUnknown403: "403 app-key-unknown",
  passwordWrong: "401 password-wrong",
  codeWrong: "401 code-wrong",
  pinWrong: "401 pin-wrong",
  interimTokenMissing: "401 interim-token-missing",
  notPermitted: "403 not-permitted",
  orderUnknown: "404 order-unknown",
  accountUnknown: "404 account-unknown",
  transferUnknown: "404 transfer-unknown",
  fundOrderUnknown: "409 order-unknown",
  alreadyFilled: "409 order-already-filled",
  alreadyCanceled: "409 order-already-canceled",
  cancelPending: "409 cancel-already-pending",
  transferDone: "409 transfer-already-done",
  transferCancelPending: "409 transfer-cancel-pending",
  invalid: "422 validation-failed",
  tooManyRequests: "429 too-many-requests",
  serverError: "500 server-error",
  userIdAsAccountId: "500 user-id-as-account-id",
} as const;

export interface DocumentedAnswer {
  /** Status and, where it has one, name of the example: `204`, `404 order-unknown`. */
  key: string;
  status: number;
  example: string | undefined;
  headers: Record<string, string>;
  body: unknown;
  /** The body as it leaves when nothing is filled in. */
  text: string | undefined;
}

/** Answers by operationId, then by key, in the order of the spec. */
export type DocumentedAnswers = ReadonlyMap<string, ReadonlyMap<string, DocumentedAnswer>>;

/** One answer, with what follows from its parts. */
export function documentedAnswer(
  status: number,
  example: string | undefined,
  headers: Record<string, unknown>,
  body: unknown,
): DocumentedAnswer {
  const texts = Object.entries(headers).map(([header, value]) => [header, String(value)]);
  const text = body === undefined ? undefined : JSON.stringify(body);
  // A 204 has no body, hence no type of one, which Prism sends all the same.
  const kept = texts.filter(([header]) => text !== undefined || header?.toLowerCase() !== "content-type");
  return { key: answerKey(status, example), status, example, headers: Object.fromEntries(kept), body, text };
}

export function answerKey(status: number, example: string | undefined): string {
  return example === undefined ? String(status) : `${status} ${example}`;
}
