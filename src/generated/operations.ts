// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit: change the spec instead.
import type { Schemas } from "./schemas.js";
import type { operations } from "./types.js";

/** Arguments of {@link Operations.cancelOrder}. */
export interface CancelOrderParams {
  /**
   * Version of the API. Leave it at its default unless the deployment says otherwise.
   *
   * Type: string, matching `^\d+(\.\d+)?$`, default "1.0".
   */
  version?: NonNullable<operations["cancelOrder"]["parameters"]["path"]>["version"];
  /**
   * Number of the trading account. A user id in its place is answered with 500.
   *
   * Type: integer from 1 to 2147483647.
   */
  accountId: NonNullable<operations["cancelOrder"]["parameters"]["path"]>["accountId"];
  /**
   * Number of the order, as its `Id` says.
   *
   * Type: integer from 1 to 2147483647.
   */
  orderId: NonNullable<operations["cancelOrder"]["parameters"]["path"]>["orderId"];
}

/** Arguments of {@link Operations.getOrder}. */
export interface GetOrderParams {
  /**
   * Version of the API. Leave it at its default unless the deployment says otherwise.
   *
   * Type: string, matching `^\d+(\.\d+)?$`, default "1.0".
   */
  version?: NonNullable<operations["getOrder"]["parameters"]["path"]>["version"];
  /**
   * Number of the trading account. A user id in its place is answered with 500.
   *
   * Type: integer from 1 to 2147483647.
   */
  accountId: NonNullable<operations["getOrder"]["parameters"]["path"]>["accountId"];
  /**
   * Number of the order, as its `Id` says.
   *
   * Type: integer from 1 to 2147483647.
   */
  orderId: NonNullable<operations["getOrder"]["parameters"]["path"]>["orderId"];
}

/** Arguments of {@link Operations.cancelSyncOrder}. */
export interface CancelSyncOrderParams {
  /**
   * Version of the API. Leave it at its default unless the deployment says otherwise.
   *
   * Type: string, matching `^\d+(\.\d+)?$`, default "1.0".
   */
  version?: NonNullable<operations["cancelSyncOrder"]["parameters"]["path"]>["version"];
  /**
   * Number of the trading account. A user id in its place is answered with 500.
   *
   * Type: integer from 1 to 2147483647.
   */
  accountId: NonNullable<operations["cancelSyncOrder"]["parameters"]["path"]>["accountId"];
  /**
   * Number of the order, as its `Id` says.
   *
   * Type: integer from 1 to 2147483647.
   */
  orderId: NonNullable<operations["cancelSyncOrder"]["parameters"]["path"]>["orderId"];
}

/** Arguments of {@link Operations.getSyncOrder}. */
export interface GetSyncOrderParams {
  /**
   * Version of the API. Leave it at its default unless the deployment says otherwise.
   *
   * Type: string, matching `^\d+(\.\d+)?$`, default "1.0".
   */
  version?: NonNullable<operations["getSyncOrder"]["parameters"]["path"]>["version"];
  /**
   * Number of the trading account. A user id in its place is answered with 500.
   *
   * Type: integer from 1 to 2147483647.
   */
  accountId: NonNullable<operations["getSyncOrder"]["parameters"]["path"]>["accountId"];
  /**
   * Number of the order, as its `Id` says.
   *
   * Type: integer from 1 to 2147483647.
   */
  orderId: NonNullable<operations["getSyncOrder"]["parameters"]["path"]>["orderId"];
}

/** Arguments of {@link Operations.cancelMutualFundOrder}. */
export interface CancelMutualFundOrderParams {
  /**
   * Version of the API. Leave it at its default unless the deployment says otherwise.
   *
   * Type: string, matching `^\d+(\.\d+)?$`, default "1.0".
   */
  version?: NonNullable<operations["cancelMutualFundOrder"]["parameters"]["path"]>["version"];
  /**
   * The trading account. The vendor's page asks for its internal number, as `accountId` elsewhere; the
   * vendor's own file calls it a clearing number and has it as a string.
   *
   * Type: string.
   */
  clearingNumber: NonNullable<operations["cancelMutualFundOrder"]["parameters"]["path"]>["clearingNumber"];
  /**
   * Number of the mutual-fund order.
   *
   * Type: integer from 1 to 2147483647.
   */
  orderId: NonNullable<operations["cancelMutualFundOrder"]["parameters"]["path"]>["orderId"];
}

/** Arguments of {@link Operations.cancelTransfer}. */
export interface CancelTransferParams {
  /**
   * Version of the API. Leave it at its default unless the deployment says otherwise.
   *
   * Type: string, matching `^\d+(\.\d+)?$`, default "1.0".
   */
  version?: NonNullable<operations["cancelTransfer"]["parameters"]["path"]>["version"];
  /**
   * Number of the trading account. A user id in its place is answered with 500.
   *
   * Type: integer from 1 to 2147483647.
   */
  accountId: NonNullable<operations["cancelTransfer"]["parameters"]["path"]>["accountId"];
  /**
   * Id of the transfer, a string in the form of a UUID.
   *
   * Type: string.
   */
  transferId: NonNullable<operations["cancelTransfer"]["parameters"]["path"]>["transferId"];
  /**
   * Reason for canceling the transfer, in words.
   *
   * Type: string.
   */
  comment: NonNullable<operations["cancelTransfer"]["parameters"]["query"]>["comment"];
}

/** Arguments of {@link Operations.listOrders}. */
export interface ListOrdersParams {
  /**
   * Version of the API. Leave it at its default unless the deployment says otherwise.
   *
   * Type: string, matching `^\d+(\.\d+)?$`, default "1.0".
   */
  version?: NonNullable<operations["listOrders"]["parameters"]["path"]>["version"];
  /**
   * Number of the trading account. A user id in its place is answered with 500.
   *
   * Type: integer from 1 to 2147483647.
   */
  accountId: NonNullable<operations["listOrders"]["parameters"]["path"]>["accountId"];
  /**
   * Page to return, counted from 0.
   *
   * Type: integer at least 0.
   */
  pageNumber: NonNullable<operations["listOrders"]["parameters"]["query"]>["pageNumber"];
  /**
   * Orders per page.
   *
   * Type: integer from 1 to 100.
   */
  pageSize: NonNullable<operations["listOrders"]["parameters"]["query"]>["pageSize"];
  /**
   * Condition in the vendor's query language: `Status in (…)` with numbers from 0 (`New`) to
   * 15 (`Error`) in the order of `OrderStatus`, `SecurityId = …`, `CreateDate` compared
   * with or `between` dates written as `#2026-01-31T09:30:00#`; joined by `and`.
   *
   * Type: string.
   */
  filter?: NonNullable<operations["listOrders"]["parameters"]["query"]>["filter"];
  /**
   * Name of the order property to sort by.
   *
   * Type: string.
   */
  sortField?: NonNullable<operations["listOrders"]["parameters"]["query"]>["sortField"];
  /**
   * Whether to sort in descending order.
   *
   * Type: boolean.
   */
  desc?: NonNullable<operations["listOrders"]["parameters"]["query"]>["desc"];
}

/** Arguments of {@link Operations.listSyncOrders}. */
export interface ListSyncOrdersParams {
  /**
   * Version of the API. Leave it at its default unless the deployment says otherwise.
   *
   * Type: string, matching `^\d+(\.\d+)?$`, default "1.0".
   */
  version?: NonNullable<operations["listSyncOrders"]["parameters"]["path"]>["version"];
  /**
   * Number of the trading account. A user id in its place is answered with 500.
   *
   * Type: integer from 1 to 2147483647.
   */
  accountId: NonNullable<operations["listSyncOrders"]["parameters"]["path"]>["accountId"];
  /**
   * Page to return, counted from 0.
   *
   * Type: integer at least 0.
   */
  pageNumber: NonNullable<operations["listSyncOrders"]["parameters"]["query"]>["pageNumber"];
  /**
   * Orders per page.
   *
   * Type: integer from 1 to 100.
   */
  pageSize: NonNullable<operations["listSyncOrders"]["parameters"]["query"]>["pageSize"];
  /**
   * Condition in the vendor's query language: `Status in (…)` with numbers from 0 (`New`) to
   * 15 (`Error`) in the order of `OrderStatus`, `SecurityId = …`, `CreateDate` compared
   * with or `between` dates written as `#2026-01-31T09:30:00#`; joined by `and`.
   *
   * Type: string.
   */
  filter?: NonNullable<operations["listSyncOrders"]["parameters"]["query"]>["filter"];
  /**
   * Name of the order property to sort by.
   *
   * Type: string.
   */
  sortField?: NonNullable<operations["listSyncOrders"]["parameters"]["query"]>["sortField"];
  /**
   * Whether to sort in descending order.
   *
   * Type: boolean.
   */
  desc?: NonNullable<operations["listSyncOrders"]["parameters"]["query"]>["desc"];
}

/** Arguments of {@link Operations.createToken}. */
export interface CreateTokenParams {
  /**
   * Name of the user on whose behalf all requests with the token are made.
   *
   * Type: string.
   */
  Username: NonNullable<operations["createToken"]["parameters"]["header"]>["Username"];
  /**
   * Password of the user.
   *
   * Type: string.
   */
  Password: NonNullable<operations["createToken"]["parameters"]["header"]>["Password"];
  /**
   * Code the user received by mail or text message, in answer to a 202.
   *
   * Type: string.
   */
  VerificationCode?: NonNullable<operations["createToken"]["parameters"]["header"]>["VerificationCode"];
  /**
   * Pin of the user, in answer to a 202.
   *
   * Type: string.
   */
  PinCode?: NonNullable<operations["createToken"]["parameters"]["header"]>["PinCode"];
}

/**
 * One method per operation of the API. Each resolves with the body of a success, or with `undefined` where
 * a success has none, and throws an `AutoSharesError` otherwise. `Options` are those of a single call.
 */
export interface Operations<Options> {
  /**
   * Cancel an order, quick.
   *
   * Asks the API to cancel an outstanding order: buy, sell, short sell or buy to cover.
   *
   * The request is checked **by the API only**; the execution venue is asked afterwards. The
   * order usually passes through `PendingCancel` and may still fill, expire or, when the venue
   * refuses, go back to `New` or `PartiallyFilled`. Read the order to learn how it ended.
   *
   * There is no idempotency key. After a lost answer read the order first; a second request
   * that meets 404, 409 or 422 proves nothing by itself.
   *
   * `DELETE /v{version}/accounts/{accountId}/orders/{orderId}`
   *
   * Limit: 50 in 60 s per trading account and per user token (the source says both), counting placing,
   * replacing and canceling orders.
   *
   * Resolves on 200: Accepted, with an unspecified object: the vendor's own file lists it beside the 204. It
   * proves what the 204 proves, acceptance by the API, no more. Do not read the body.
   *
   * Resolves on 204: **Accepted by the API; the venue has not been asked yet.** Proves that the API took the
   * request. Does not prove that the order is canceled. There is no body.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (the body is the same), or the app key is missing or wrong.
   * Only the words of `app-key-unknown` speak of the app key; another `error` does not. Renew the token once;
   * a second 401 means the account or the key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such order or account. Never read it as "canceled"; an order that was
   * just placed may briefly be unknown. With `Message` in the body it is no word about the order: the base
   * URL or the version is wrong. **May come with an empty body.**
   * @throws ConflictError on 409: Refused because of the order's state: already filled, already canceled, or
   * a cancel is pending. Which one is not said reliably; read the order. Sending the request again changes
   * nothing. **May come with an empty body.**
   * @throws ValidationError on 422: Refused by validation. On a cancel it may also mean that the order's
   * state does not allow it; read the order. Sending the request again changes nothing. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait from one second on, longer each time. **May come with an empty
   * body.**
   * @throws ServerError on 500: Something failed on the way: **it is not known whether the request took
   * effect.** Read the order before anything else. A user id in place of the account id gets the same answer,
   * for good. **May come with an empty body.**
   * @throws ServerError on 502: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 503: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 504: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  cancelOrder(params: CancelOrderParams, options?: Options): Promise<Schemas["UnspecifiedObject"] | undefined>;
  /**
   * Get an order.
   *
   * Returns the order as the API knows it. The answer is evidence of `Status` and
   * `ExecutedQuantity` at the time it was given; what remains is `Quantity` minus
   * `ExecutedQuantity`.
   *
   * A cancel that the venue refused shows in an order that is open again: `Target` is
   * `CancelReject` or `RequestStatus` is `Rejected`, and `Description` gives the reason.
   *
   * `GET /v{version}/accounts/{accountId}/orders/{orderId}`
   *
   * Limit: 120 in 60 s per user token, counting reads of orders.
   *
   * Resolves on 200: The order as the API knew it when the answer was given.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (the body is the same), or the app key is missing or wrong.
   * Only the words of `app-key-unknown` speak of the app key; another `error` does not. Renew the token once;
   * a second 401 means the account or the key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such order or account. Never read it as "canceled"; an order that was
   * just placed may briefly be unknown. With `Message` in the body it is no word about the order: the base
   * URL or the version is wrong. **May come with an empty body.**
   * @throws ValidationError on 422: Refused by validation. On a cancel it may also mean that the order's
   * state does not allow it; read the order. Sending the request again changes nothing. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait from one second on, longer each time. **May come with an empty
   * body.**
   * @throws ServerError on 500: Something failed on the way: **it is not known whether the request took
   * effect.** Read the order before anything else. A user id in place of the account id gets the same answer,
   * for good. **May come with an empty body.**
   * @throws ServerError on 502: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 503: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 504: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  getOrder(params: GetOrderParams, options?: Options): Promise<Schemas["Order"]>;
  /**
   * Cancel an order, slow.
   *
   * Asks the API **and the execution venue** to cancel an outstanding order: buy, sell, short
   * sell or buy to cover. The answer waits for the venue, so allow it a longer timeout than
   * `cancelOrder`.
   *
   * There is no idempotency key. After a lost answer read the order first; a second request
   * that meets 404, 409 or 422 proves nothing by itself.
   *
   * `DELETE /v{version}/accounts/{accountId}/syncorders/{orderId}`
   *
   * Limit: 50 in 60 s per trading account and per user token (the source says both), counting placing,
   * replacing and canceling orders.
   *
   * Resolves on 200: Accepted, with an unspecified object: the vendor's own file lists it beside the 204. It
   * proves what the 204 proves, acceptance by the API and the venue, no more. Do not read the body.
   *
   * Resolves on 204: **Accepted by the API and by the execution venue.** Proves that the venue has been asked
   * and took the request. Read the order to learn whether something was executed before. There is no body.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (the body is the same), or the app key is missing or wrong.
   * Only the words of `app-key-unknown` speak of the app key; another `error` does not. Renew the token once;
   * a second 401 means the account or the key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such order or account. Never read it as "canceled"; an order that was
   * just placed may briefly be unknown. With `Message` in the body it is no word about the order: the base
   * URL or the version is wrong. **May come with an empty body.**
   * @throws ConflictError on 409: Refused because of the order's state: already filled, already canceled, or
   * a cancel is pending. Which one is not said reliably; read the order. Sending the request again changes
   * nothing. **May come with an empty body.**
   * @throws ValidationError on 422: Refused by validation. On a cancel it may also mean that the order's
   * state does not allow it; read the order. Sending the request again changes nothing. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait from one second on, longer each time. **May come with an empty
   * body.**
   * @throws ServerError on 500: Something failed on the way: **it is not known whether the request took
   * effect.** Read the order before anything else. A user id in place of the account id gets the same answer,
   * for good. **May come with an empty body.**
   * @throws ServerError on 502: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 503: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 504: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  cancelSyncOrder(params: CancelSyncOrderParams, options?: Options): Promise<Schemas["UnspecifiedObject"] | undefined>;
  /**
   * Get an order, asked at the venue.
   *
   * Returns the order after asking the execution venue. Slower than `getOrder`, and the better
   * evidence when the two could differ.
   *
   * `GET /v{version}/accounts/{accountId}/syncorders/{orderId}`
   *
   * Limit: 120 in 60 s per user token, counting reads of orders.
   *
   * Resolves on 200: The order as it stood after the execution venue was asked.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (the body is the same), or the app key is missing or wrong.
   * Only the words of `app-key-unknown` speak of the app key; another `error` does not. Renew the token once;
   * a second 401 means the account or the key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such order or account. Never read it as "canceled"; an order that was
   * just placed may briefly be unknown. With `Message` in the body it is no word about the order: the base
   * URL or the version is wrong. **May come with an empty body.**
   * @throws ValidationError on 422: Refused by validation. On a cancel it may also mean that the order's
   * state does not allow it; read the order. Sending the request again changes nothing. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait from one second on, longer each time. **May come with an empty
   * body.**
   * @throws ServerError on 500: Something failed on the way: **it is not known whether the request took
   * effect.** Read the order before anything else. A user id in place of the account id gets the same answer,
   * for good. **May come with an empty body.**
   * @throws ServerError on 502: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 503: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 504: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  getSyncOrder(params: GetSyncOrderParams, options?: Options): Promise<Schemas["Order"]>;
  /**
   * Cancel a mutual-fund order.
   *
   * Asks the API to cancel an outstanding order for shares of a mutual fund. Whether the execution
   * venue is asked before the answer arrives is not documented.
   *
   * Other orders are canceled with `cancelOrder` or `cancelSyncOrder`. **An order that does not
   * exist is answered with 409 here**, not with 404.
   *
   * There is no idempotency key. After a lost answer read the order first; a second request
   * that meets 404, 409 or 422 proves nothing by itself.
   *
   * `DELETE /v{version}/accounts/{clearingNumber}/orders/mutual-funds/{orderId}`
   *
   * Limit: 50 in 60 s per trading account and per user token (the source says both), counting placing,
   * replacing and canceling orders.
   *
   * Resolves on 200: Accepted: the vendor's page names this status and says that there is no message; its own
   * file has an unspecified object. It proves what the 204 proves. Do not read the body.
   *
   * Resolves on 204: **Accepted by the API.** Does not prove that the order is canceled. There is no body.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (the body is the same), or the app key is missing or wrong.
   * Only the words of `app-key-unknown` speak of the app key; another `error` does not. Renew the token once;
   * a second 401 means the account or the key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such account. With `Message` in the body it is no word about the
   * account: the base URL or the version is wrong. **May come with an empty body.**
   * @throws ConflictError on 409: Refused: **no such order**, or its state does not allow it. Which one is
   * not said reliably. Sending the request again changes nothing. **May come with an empty body.**
   * @throws ValidationError on 422: Refused by validation. On a cancel it may also mean that the order's
   * state does not allow it; read the order. Sending the request again changes nothing. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait from one second on, longer each time. **May come with an empty
   * body.**
   * @throws ServerError on 500: Something failed on the way: **it is not known whether the request took
   * effect.** Read the order before anything else. A user id in place of the account id gets the same answer,
   * for good. **May come with an empty body.**
   * @throws ServerError on 502: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 503: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 504: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  cancelMutualFundOrder(params: CancelMutualFundOrderParams, options?: Options): Promise<Schemas["UnspecifiedObject"] | undefined>;
  /**
   * Ask for a transfer to be canceled.
   *
   * Sends a request to cancel a deposit or withdrawal that is outstanding. **The answer says that
   * the request was sent, not that the transfer is canceled**: the money may still move.
   *
   * No operation described here reads a transfer. The vendor lists transfers with their `Status` at
   * `GET /v{version}/accounts/{accountId}/transfers`; look there before you rely on it.
   *
   * `DELETE /v{version}/accounts/{accountId}/transfers/{transferId}`
   *
   * Limit: not documented.
   *
   * Resolves on 200: Accepted, with an unspecified object: the vendor's own file lists it beside the 204. It
   * proves what the 204 proves, no more. Do not read the body.
   *
   * Resolves on 204: **The request to cancel the transfer was sent.** Does not prove that the transfer is
   * canceled. There is no body.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (the body is the same), or the app key is missing or wrong.
   * Only the words of `app-key-unknown` speak of the app key; another `error` does not. Renew the token once;
   * a second 401 means the account or the key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such transfer or account. With `Message` in the body it is no word about
   * the transfer: the base URL or the version is wrong. **May come with an empty body.**
   * @throws ConflictError on 409: The request to cancel the transfer could not be sent. The reasons are not
   * documented; the transfer's state is the likely one. **May come with an empty body.**
   * @throws ValidationError on 422: Refused by validation. On a cancel it may also mean that the order's
   * state does not allow it; read the order. Sending the request again changes nothing. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait from one second on, longer each time. **May come with an empty
   * body.**
   * @throws ServerError on 500: Something failed on the way: **it is not known whether the request took
   * effect.** Read the order before anything else. A user id in place of the account id gets the same answer,
   * for good. **May come with an empty body.**
   * @throws ServerError on 502: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 503: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 504: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  cancelTransfer(params: CancelTransferParams, options?: Options): Promise<Schemas["UnspecifiedObject"] | undefined>;
  /**
   * List orders.
   *
   * Returns one page of the account's orders, outstanding and ended ones alike.
   *
   * Do not build a list of open orders out of a numeric `Status` filter alone: `Held` has no
   * number, and values that nobody listed occur. Read all pages and look at `Status`.
   *
   * `GET /v{version}/accounts/{accountId}/orders`
   *
   * Limit: 120 in 60 s per user token, counting reads of orders.
   *
   * Resolves on 200: One page of orders.
   *
   * @throws ValidationError on 400: The `filter` cannot be read or compares something that it may not.
   * Correct it; sending it again changes nothing. **May come with an empty body.**
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (the body is the same), or the app key is missing or wrong.
   * Only the words of `app-key-unknown` speak of the app key; another `error` does not. Renew the token once;
   * a second 401 means the account or the key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such account. With `Message` in the body it is no word about the
   * account: the base URL or the version is wrong. **May come with an empty body.**
   * @throws ValidationError on 422: Refused by validation. On a cancel it may also mean that the order's
   * state does not allow it; read the order. Sending the request again changes nothing. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait from one second on, longer each time. **May come with an empty
   * body.**
   * @throws ServerError on 500: Something failed on the way: **it is not known whether the request took
   * effect.** Read the order before anything else. A user id in place of the account id gets the same answer,
   * for good. **May come with an empty body.**
   * @throws ServerError on 502: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 503: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 504: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  listOrders(params: ListOrdersParams, options?: Options): Promise<Schemas["OrderPage"]>;
  /**
   * List orders, asked at the venue.
   *
   * Returns one page of the account's orders after asking the execution venue. Slower than
   * `listOrders`, and the better evidence when the two could differ.
   *
   * Do not build a list of open orders out of a numeric `Status` filter alone: `Held` has no
   * number, and values that nobody listed occur. Read all pages and look at `Status`.
   *
   * `GET /v{version}/accounts/{accountId}/syncorders`
   *
   * Limit: 120 in 60 s per user token, counting reads of orders.
   *
   * Resolves on 200: One page of orders, as they stood after the execution venue was asked.
   *
   * @throws ValidationError on 400: The `filter` cannot be read or compares something that it may not.
   * Correct it; sending it again changes nothing. **May come with an empty body.**
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (the body is the same), or the app key is missing or wrong.
   * Only the words of `app-key-unknown` speak of the app key; another `error` does not. Renew the token once;
   * a second 401 means the account or the key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such account. With `Message` in the body it is no word about the
   * account: the base URL or the version is wrong. **May come with an empty body.**
   * @throws ValidationError on 422: Refused by validation. On a cancel it may also mean that the order's
   * state does not allow it; read the order. Sending the request again changes nothing. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait from one second on, longer each time. **May come with an empty
   * body.**
   * @throws ServerError on 500: Something failed on the way: **it is not known whether the request took
   * effect.** Read the order before anything else. A user id in place of the account id gets the same answer,
   * for good. **May come with an empty body.**
   * @throws ServerError on 502: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 503: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 504: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  listSyncOrders(params: ListSyncOrdersParams, options?: Options): Promise<Schemas["OrderPage"]>;
  /**
   * Get a token.
   *
   * Exchanges a user name and password, both sent **as headers**, for a token. The request body
   * is empty.
   *
   * A user with two factors gets 202 and an interim token. Send the request again with that
   * token as bearer and the code in `VerificationCode`, or the pin in `PinCode`.
   *
   * Several tokens may live at once. How long one lives is documented in three ways, so assume
   * nothing: use it until a 401 says otherwise.
   *
   * `POST /token`
   *
   * Limit: 10 in 60 s per user token, counting requests for tokens.
   *
   * Resolves on 200: Signed in. `Token` is the bearer token of all other operations.
   *
   * Resolves on 202: Not signed in yet: a second factor is wanted, perhaps after one that was wrong. `Token`
   * is an interim token, good for the next `createToken` only.
   *
   * @throws TokenError or AppKeyError on 401: Not signed in. The app key is missing or wrong, or the user
   * name, password, code or pin was not accepted. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws ValidationError on 422: Refused by validation. On a cancel it may also mean that the order's
   * state does not allow it; read the order. Sending the request again changes nothing. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait from one second on, longer each time. **May come with an empty
   * body.**
   * @throws ServerError on 500: Something failed on the way: **it is not known whether the request took
   * effect.** Read the order before anything else. A user id in place of the account id gets the same answer,
   * for good. **May come with an empty body.**
   * @throws ServerError on 502: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 503: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ServerError on 504: A server on the way had no answer to give: **it is not known whether the
   * request took effect.** Read the order before anything else. **May come with an empty body**, or with a
   * page of the server's own.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  createToken(params: CreateTokenParams, options?: Options): Promise<Schemas["TokenIssued"] | Schemas["SecondFactorWanted"]>;
}

/** What the body of an error may hold, by status. All optional: the API documents some and promises none. */
export interface ErrorBodies {
  400: Partial<Schemas["MessageError"]>;
  401: Partial<Schemas["AuthorizationError"] & Schemas["SignInError"]>;
  403: Partial<Schemas["PermissionError"]>;
  404: Partial<Schemas["NotFoundError"]>;
  409: Partial<Schemas["MessageError"]>;
  422: Partial<Schemas["ValidationError"]>;
  429: Partial<Schemas["MessageError"]>;
  500: Partial<Schemas["UnexpectedError"]>;
}

/** Where an argument goes and how it is checked. */
export interface Parameter {
  in: "path" | "query" | "header";
  /** What it must be, in words. */
  is: string;
  type?: string;
  /** Of the value as text. */
  pattern?: RegExp;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  optional?: true;
  secret?: true;
  /** Writes a list or an object into the URL. */
  write?: (name: string, value: never) => string;
}

/** How an operation is sent. */
export interface Operation {
  method: string;
  path: string;
  params: Record<string, Parameter>;
  /** Whether it is sent without the client's token; a call may still give one. */
  tokenless?: true;
  body?: "required" | "optional";
  /** Whether a success may come without a body. */
  mayBeEmpty?: true;
  /** Which of the limits its requests count in. Absent: that is not documented. */
  limit?: keyof typeof rateLimits;
}

const version: Parameter = { in: "path", is: "a non-empty string like \"1.0\"", type: "string", default: "1.0", optional: true, pattern: /^\d+(\.\d+)?$/ };
const accountId: Parameter = { in: "path", is: "an integer from 1 to 2147483647", type: "integer", minimum: 1, maximum: 2147483647 };
const clearingNumber: Parameter = { in: "path", is: "a non-empty string", type: "string", pattern: /^[^]{1,}$/ };
const comment: Parameter = { in: "query", is: "a non-empty string", type: "string", pattern: /^[^]{1,}$/ };
const pageNumber: Parameter = { in: "query", is: "an integer of at least 0", type: "integer", minimum: 0 };
const pageSize: Parameter = { in: "query", is: "an integer from 1 to 100", type: "integer", minimum: 1, maximum: 100 };
const filter: Parameter = { in: "query", is: "a non-empty string", type: "string", optional: true, pattern: /^[^]{1,}$/ };
const desc: Parameter = { in: "query", is: "a boolean", type: "boolean", optional: true };
const Username: Parameter = { in: "header", is: "a non-empty string", type: "string", secret: true, pattern: /^[^]{1,}$/ };
const VerificationCode: Parameter = { in: "header", is: "a non-empty string", type: "string", optional: true, secret: true, pattern: /^[^]{1,}$/ };

/** What the client runs on: a row per operation. */
export const operationTable: Record<keyof Operations<unknown>, Operation> = {
  cancelOrder: { method: "DELETE", path: "/v{version}/accounts/{accountId}/orders/{orderId}", params: { version, accountId, "orderId": accountId }, mayBeEmpty: true, limit: "orders" },
  getOrder: { method: "GET", path: "/v{version}/accounts/{accountId}/orders/{orderId}", params: { version, accountId, "orderId": accountId }, limit: "reads" },
  cancelSyncOrder: { method: "DELETE", path: "/v{version}/accounts/{accountId}/syncorders/{orderId}", params: { version, accountId, "orderId": accountId }, mayBeEmpty: true, limit: "orders" },
  getSyncOrder: { method: "GET", path: "/v{version}/accounts/{accountId}/syncorders/{orderId}", params: { version, accountId, "orderId": accountId }, limit: "reads" },
  cancelMutualFundOrder: { method: "DELETE", path: "/v{version}/accounts/{clearingNumber}/orders/mutual-funds/{orderId}", params: { version, clearingNumber, "orderId": accountId }, mayBeEmpty: true, limit: "orders" },
  cancelTransfer: { method: "DELETE", path: "/v{version}/accounts/{accountId}/transfers/{transferId}", params: { version, accountId, "transferId": clearingNumber, comment }, mayBeEmpty: true },
  listOrders: { method: "GET", path: "/v{version}/accounts/{accountId}/orders", params: { version, accountId, pageNumber, pageSize, filter, "sortField": filter, desc }, limit: "reads" },
  listSyncOrders: { method: "GET", path: "/v{version}/accounts/{accountId}/syncorders", params: { version, accountId, pageNumber, pageSize, filter, "sortField": filter, desc }, limit: "reads" },
  createToken: { method: "POST", path: "/token", params: { Username, "Password": Username, VerificationCode, "PinCode": VerificationCode }, tokenless: true, limit: "tokens" },
};

/** Requests allowed in a window, in milliseconds. Whether it rolls is not documented; a rolling one keeps to either. */
export const rateLimits = {
  orders: { limit: 50, windowMs: 60000 },
  reads: { limit: 120, windowMs: 60000 },
  tokens: { limit: 10, windowMs: 60000 },
} as const;
