// Owns the documented responses: the keys of those that the rules use, and how a rendered one is stored.

/** Keys in the spec, a status and the name of an example, by the names that the rules use. */
export const RESPONSE = {
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

export interface DocumentedResponse {
  /** Status and, where it has one, name of the example: `204`, `404 order-unknown`. */
  key: string;
  status: number;
  example: string | undefined;
  headers: Record<string, string>;
  body: unknown;
  /** The body as text, for when no placeholder is filled in. */
  text: string | undefined;
}

/** By operationId, then by key, in the order of the spec. */
export type DocumentedResponses = ReadonlyMap<string, ReadonlyMap<string, DocumentedResponse>>;

export function documentedResponse(
  status: number,
  example: string | undefined,
  headers: Record<string, unknown>,
  body: unknown,
): DocumentedResponse {
  const text: string | undefined = JSON.stringify(body);
  const texts = Object.entries(headers).map(([header, value]) => [header, String(value)] as const);
  // Prism sends a Content-Type even with a 204, which has no body.
  const kept = texts.filter(([header]) => text !== undefined || header.toLowerCase() !== "content-type");
  return {
    key: responseKey(status, example),
    status,
    example,
    headers: Object.fromEntries(kept),
    body,
    text,
  };
}

export function responseKey(status: number, example: string | undefined): string {
  return [status, example].filter((part) => part !== undefined).join(" ");
}
