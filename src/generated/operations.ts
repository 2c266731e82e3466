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
   * Name of the user. All requests with the token are made for this user.
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
   * Code that the user received by mail or text message. Send it after a 202.
   *
   * Type: string.
   */
  VerificationCode?: NonNullable<operations["createToken"]["parameters"]["header"]>["VerificationCode"];
  /**
   * Pin of the user. Send it after a 202.
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
   * order is usually `PendingCancel` for a while. In that time it may still fill or expire; and if
   * the venue refuses, it is `New` or `PartiallyFilled` again. Read the order to see how it ended.
   *
   * There is no idempotency key. If the answer is lost, read the order first: a 404, 409 or 422 to
   * a second request does not prove that the first one had no effect.
   *
   * `DELETE /v{version}/accounts/{accountId}/orders/{orderId}`
   *
   * Limit: 50 in 60 s per trading account and per user token (the source says both), counting placing,
   * replacing and canceling orders.
   *
   * Resolves on 200: Accepted, with an unspecified object: the vendor's own file lists it beside the 204.
   * Like the 204 it proves that the API accepted the request, and no more. Do not read the body.
   *
   * Resolves on 204: **Accepted by the API; the venue has not been asked yet.** Does not prove that the order
   * is canceled. There is no body.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (with the same body), or the app key is missing or wrong. Only
   * the message of `app-key-unknown` is about the app key. Renew the token once; a second 401 is due to the
   * account or the app key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such order or account. This does not mean that the order is canceled; an
   * order that was just placed may be unknown for a moment. A body with `Message` is not about the order: the
   * base URL or the version is wrong. **May come with an empty body.**
   * @throws ConflictError on 409: Refused because of the order's state: it is filled or canceled already, or
   * a cancel is pending. The message is not a reliable reason; read the order. Sending the request again does
   * not help. **May come with an empty body.**
   * @throws ValidationError on 422: The request is not valid. For a cancel it may also mean that the order's
   * state does not allow it: read the order. Sending the request again does not help. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a rate limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait one second, and longer each time. **May come with an empty body.**
   * @throws ServerError on 500: Something failed: **it is not known whether the request took effect.** Read
   * the order before anything else. A user id instead of the account id gets the same answer, every time.
   * **May come with an empty body.**
   * @throws ServerError on 502: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 503: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 504: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  cancelOrder(params: CancelOrderParams, options?: Options): Promise<Schemas["UnspecifiedObject"] | undefined>;
  /**
   * Get an order.
   *
   * Returns the order as the API knows it, which may be stale. What remains is `Quantity` minus
   * `ExecutedQuantity`.
   *
   * If the venue refused a cancel, the order is open again, `Target` is `CancelReject` or
   * `RequestStatus` is `Rejected`, and `Description` gives the reason.
   *
   * `GET /v{version}/accounts/{accountId}/orders/{orderId}`
   *
   * Limit: 120 in 60 s per user token, counting reads of orders.
   *
   * Resolves on 200: The order as the API knew it when the answer was given.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (with the same body), or the app key is missing or wrong. Only
   * the message of `app-key-unknown` is about the app key. Renew the token once; a second 401 is due to the
   * account or the app key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such order or account. This does not mean that the order is canceled; an
   * order that was just placed may be unknown for a moment. A body with `Message` is not about the order: the
   * base URL or the version is wrong. **May come with an empty body.**
   * @throws ValidationError on 422: The request is not valid. For a cancel it may also mean that the order's
   * state does not allow it: read the order. Sending the request again does not help. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a rate limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait one second, and longer each time. **May come with an empty body.**
   * @throws ServerError on 500: Something failed: **it is not known whether the request took effect.** Read
   * the order before anything else. A user id instead of the account id gets the same answer, every time.
   * **May come with an empty body.**
   * @throws ServerError on 502: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 503: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 504: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
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
   * There is no idempotency key. If the answer is lost, read the order first: a 404, 409 or 422 to
   * a second request does not prove that the first one had no effect.
   *
   * `DELETE /v{version}/accounts/{accountId}/syncorders/{orderId}`
   *
   * Limit: 50 in 60 s per trading account and per user token (the source says both), counting placing,
   * replacing and canceling orders.
   *
   * Resolves on 200: Accepted, with an unspecified object: the vendor's own file lists it beside the 204.
   * Like the 204 it proves that the API and the venue accepted the request, and no more. Do not read the
   * body.
   *
   * Resolves on 204: **Accepted by the API and by the execution venue: the venue has been asked.** Read the
   * order to see whether it is canceled, and whether something was executed before. There is no body.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (with the same body), or the app key is missing or wrong. Only
   * the message of `app-key-unknown` is about the app key. Renew the token once; a second 401 is due to the
   * account or the app key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such order or account. This does not mean that the order is canceled; an
   * order that was just placed may be unknown for a moment. A body with `Message` is not about the order: the
   * base URL or the version is wrong. **May come with an empty body.**
   * @throws ConflictError on 409: Refused because of the order's state: it is filled or canceled already, or
   * a cancel is pending. The message is not a reliable reason; read the order. Sending the request again does
   * not help. **May come with an empty body.**
   * @throws ValidationError on 422: The request is not valid. For a cancel it may also mean that the order's
   * state does not allow it: read the order. Sending the request again does not help. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a rate limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait one second, and longer each time. **May come with an empty body.**
   * @throws ServerError on 500: Something failed: **it is not known whether the request took effect.** Read
   * the order before anything else. A user id instead of the account id gets the same answer, every time.
   * **May come with an empty body.**
   * @throws ServerError on 502: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 503: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 504: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  cancelSyncOrder(params: CancelSyncOrderParams, options?: Options): Promise<Schemas["UnspecifiedObject"] | undefined>;
  /**
   * Get an order, asked at the venue.
   *
   * Asks the execution venue and returns the order. Slower than `getOrder`, and never stale.
   *
   * `GET /v{version}/accounts/{accountId}/syncorders/{orderId}`
   *
   * Limit: 120 in 60 s per user token, counting reads of orders.
   *
   * Resolves on 200: The order as it stood after the execution venue was asked.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (with the same body), or the app key is missing or wrong. Only
   * the message of `app-key-unknown` is about the app key. Renew the token once; a second 401 is due to the
   * account or the app key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such order or account. This does not mean that the order is canceled; an
   * order that was just placed may be unknown for a moment. A body with `Message` is not about the order: the
   * base URL or the version is wrong. **May come with an empty body.**
   * @throws ValidationError on 422: The request is not valid. For a cancel it may also mean that the order's
   * state does not allow it: read the order. Sending the request again does not help. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a rate limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait one second, and longer each time. **May come with an empty body.**
   * @throws ServerError on 500: Something failed: **it is not known whether the request took effect.** Read
   * the order before anything else. A user id instead of the account id gets the same answer, every time.
   * **May come with an empty body.**
   * @throws ServerError on 502: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 503: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 504: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  getSyncOrder(params: GetSyncOrderParams, options?: Options): Promise<Schemas["Order"]>;
  /**
   * Cancel a mutual-fund order.
   *
   * Asks the API to cancel an outstanding order for shares of a mutual fund. It is not documented
   * whether the execution venue is asked before the answer arrives.
   *
   * For other orders, use `cancelOrder` or `cancelSyncOrder`. **An order that does not exist is
   * answered with 409 here**, not with 404.
   *
   * There is no idempotency key. If the answer is lost, read the order first: a 404, 409 or 422 to
   * a second request does not prove that the first one had no effect.
   *
   * `DELETE /v{version}/accounts/{clearingNumber}/orders/mutual-funds/{orderId}`
   *
   * Limit: 50 in 60 s per trading account and per user token (the source says both), counting placing,
   * replacing and canceling orders.
   *
   * Resolves on 200: Accepted. The vendor's page has this status without a message; its own file has an
   * unspecified object. Like the 204 it proves that the API accepted the request. Do not read the body.
   *
   * Resolves on 204: **Accepted by the API.** Does not prove that the order is canceled. There is no body.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (with the same body), or the app key is missing or wrong. Only
   * the message of `app-key-unknown` is about the app key. Renew the token once; a second 401 is due to the
   * account or the app key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such account. A body with `Message` is not about the account: the base
   * URL or the version is wrong. **May come with an empty body.**
   * @throws ConflictError on 409: Refused: **no such order**, or its state does not allow it. The message is
   * not a reliable reason. Sending the request again does not help. **May come with an empty body.**
   * @throws ValidationError on 422: The request is not valid. For a cancel it may also mean that the order's
   * state does not allow it: read the order. Sending the request again does not help. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a rate limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait one second, and longer each time. **May come with an empty body.**
   * @throws ServerError on 500: Something failed: **it is not known whether the request took effect.** Read
   * the order before anything else. A user id instead of the account id gets the same answer, every time.
   * **May come with an empty body.**
   * @throws ServerError on 502: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 503: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 504: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether
   * the request may have taken effect.
   * @throws ArgumentError before anything is sent, when an argument is not what its description says.
   */
  cancelMutualFundOrder(params: CancelMutualFundOrderParams, options?: Options): Promise<Schemas["UnspecifiedObject"] | undefined>;
  /**
   * Ask for a transfer to be canceled.
   *
   * Sends a request to cancel an outstanding deposit or withdrawal. **The answer means that the
   * request was sent, not that the transfer is canceled**: the money may still move.
   *
   * No operation described here reads a transfer. The vendor lists transfers with their `Status` at
   * `GET /v{version}/accounts/{accountId}/transfers`: check there.
   *
   * `DELETE /v{version}/accounts/{accountId}/transfers/{transferId}`
   *
   * Limit: not documented.
   *
   * Resolves on 200: Accepted, with an unspecified object: the vendor's own file lists it beside the 204, and
   * it means the same. Do not read the body.
   *
   * Resolves on 204: **The request to cancel the transfer was sent.** Does not prove that the transfer is
   * canceled. There is no body.
   *
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (with the same body), or the app key is missing or wrong. Only
   * the message of `app-key-unknown` is about the app key. Renew the token once; a second 401 is due to the
   * account or the app key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such transfer or account. A body with `Message` is not about the
   * transfer: the base URL or the version is wrong. **May come with an empty body.**
   * @throws ConflictError on 409: The request to cancel the transfer could not be sent. The reasons are not
   * documented; probably the transfer's state does not allow it. **May come with an empty body.**
   * @throws ValidationError on 422: The request is not valid. For a cancel it may also mean that the order's
   * state does not allow it: read the order. Sending the request again does not help. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a rate limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait one second, and longer each time. **May come with an empty body.**
   * @throws ServerError on 500: Something failed: **it is not known whether the request took effect.** Read
   * the order before anything else. A user id instead of the account id gets the same answer, every time.
   * **May come with an empty body.**
   * @throws ServerError on 502: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 503: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 504: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
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
   * @throws ValidationError on 400: The `filter` is malformed or compares a property that cannot be filtered.
   * Correct it. **May come with an empty body.**
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (with the same body), or the app key is missing or wrong. Only
   * the message of `app-key-unknown` is about the app key. Renew the token once; a second 401 is due to the
   * account or the app key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such account. A body with `Message` is not about the account: the base
   * URL or the version is wrong. **May come with an empty body.**
   * @throws ValidationError on 422: The request is not valid. For a cancel it may also mean that the order's
   * state does not allow it: read the order. Sending the request again does not help. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a rate limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait one second, and longer each time. **May come with an empty body.**
   * @throws ServerError on 500: Something failed: **it is not known whether the request took effect.** Read
   * the order before anything else. A user id instead of the account id gets the same answer, every time.
   * **May come with an empty body.**
   * @throws ServerError on 502: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 503: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 504: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
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
   * @throws ValidationError on 400: The `filter` is malformed or compares a property that cannot be filtered.
   * Correct it. **May come with an empty body.**
   * @throws TokenError or AppKeyError on 401: Refused; nothing was done. The token is missing or expired,
   * **or** the account belongs to another user (with the same body), or the app key is missing or wrong. Only
   * the message of `app-key-unknown` is about the app key. Renew the token once; a second 401 is due to the
   * account or the app key. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws NotFoundError on 404: No such account. A body with `Message` is not about the account: the base
   * URL or the version is wrong. **May come with an empty body.**
   * @throws ValidationError on 422: The request is not valid. For a cancel it may also mean that the order's
   * state does not allow it: read the order. Sending the request again does not help. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a rate limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait one second, and longer each time. **May come with an empty body.**
   * @throws ServerError on 500: Something failed: **it is not known whether the request took effect.** Read
   * the order before anything else. A user id instead of the account id gets the same answer, every time.
   * **May come with an empty body.**
   * @throws ServerError on 502: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 503: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 504: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
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
   * Resolves on 202: Not signed in yet: a second factor is required, perhaps because the first attempt was
   * wrong. `Token` is an interim token. Use it for the next `createToken` only.
   *
   * @throws TokenError or AppKeyError on 401: Not signed in. The app key is missing or wrong, or the user
   * name, password, code or pin was not accepted. **May come with an empty body.**
   * @throws PermissionError or AppKeyError on 403: Refused; nothing was done. The app key is missing or
   * wrong, or the user may not use this account or operation. A new token does not help. **May come with an
   * empty body.**
   * @throws ValidationError on 422: The request is not valid. For a cancel it may also mean that the order's
   * state does not allow it: read the order. Sending the request again does not help. **May come with an
   * empty body.**
   * @throws RateLimitError on 429: Refused because a rate limit is reached; nothing was done. Wait as long as
   * `Retry-After` says; without it wait one second, and longer each time. **May come with an empty body.**
   * @throws ServerError on 500: Something failed: **it is not known whether the request took effect.** Read
   * the order before anything else. A user id instead of the account id gets the same answer, every time.
   * **May come with an empty body.**
   * @throws ServerError on 502: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 503: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
   * @throws ServerError on 504: A proxy or gateway got no answer: **it is not known whether the request took
   * effect.** Read the order before anything else. **May come with an empty body**, or with an HTML page.
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
