// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit: change the spec instead.
export interface paths {
    "/v{version}/accounts/{accountId}/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
                /**
                 * @description Number of the order, as its `Id` says.
                 * @example 73552
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        /**
         * Get an order
         * @description Returns the order as the API knows it, which may be stale. What remains is `Quantity` minus
         *     `ExecutedQuantity`.
         *
         *     If the venue refused a cancel, the order is open again, `Target` is `CancelReject` or
         *     `RequestStatus` is `Rejected`, and `Description` gives the reason.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        /**
         * Cancel an order, quick
         * @description Asks the API to cancel an outstanding order: buy, sell, short sell or buy to cover.
         *
         *     The request is checked **by the API only**; the execution venue is asked afterwards. The
         *     order is usually `PendingCancel` for a while. In that time it may still fill or expire; and if
         *     the venue refuses, it is `New` or `PartiallyFilled` again. Read the order to see how it ended.
         *
         *     There is no idempotency key. If the answer is lost, read the order first: a 404, 409 or 422 to
         *     a second request does not prove that the first one had no effect.
         */
        delete: operations["cancelOrder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/accounts/{accountId}/syncorders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
                /**
                 * @description Number of the order, as its `Id` says.
                 * @example 73552
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        /**
         * Get an order, asked at the venue
         * @description Asks the execution venue and returns the order. Slower than `getOrder`, and never stale.
         */
        get: operations["getSyncOrder"];
        put?: never;
        post?: never;
        /**
         * Cancel an order, slow
         * @description Asks the API **and the execution venue** to cancel an outstanding order: buy, sell, short
         *     sell or buy to cover. The answer waits for the venue, so allow it a longer timeout than
         *     `cancelOrder`.
         *
         *     There is no idempotency key. If the answer is lost, read the order first: a 404, 409 or 422 to
         *     a second request does not prove that the first one had no effect.
         */
        delete: operations["cancelSyncOrder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/accounts/{clearingNumber}/orders/mutual-funds/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description The trading account. The vendor's page asks for its internal number, as `accountId` elsewhere; the
                 *     vendor's own file calls it a clearing number and has it as a string.
                 * @example 6303
                 */
                clearingNumber: components["parameters"]["ClearingNumber"];
                /**
                 * @description Number of the mutual-fund order.
                 * @example 74001
                 */
                orderId: components["parameters"]["MutualFundOrderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancel a mutual-fund order
         * @description Asks the API to cancel an outstanding order for shares of a mutual fund. It is not documented
         *     whether the execution venue is asked before the answer arrives.
         *
         *     For other orders, use `cancelOrder` or `cancelSyncOrder`. **An order that does not exist is
         *     answered with 409 here**, not with 404.
         *
         *     There is no idempotency key. If the answer is lost, read the order first: a 404, 409 or 422 to
         *     a second request does not prove that the first one had no effect.
         */
        delete: operations["cancelMutualFundOrder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/accounts/{accountId}/transfers/{transferId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
                /**
                 * @description Id of the transfer, a string in the form of a UUID.
                 * @example 99c0509e-04ee-46a4-6ce4-08d7bc5cbf81
                 */
                transferId: components["parameters"]["TransferId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ask for a transfer to be canceled
         * @description Sends a request to cancel an outstanding deposit or withdrawal. **The answer means that the
         *     request was sent, not that the transfer is canceled**: the money may still move.
         *
         *     No operation described here reads a transfer. The vendor lists transfers with their `Status` at
         *     `GET /v{version}/accounts/{accountId}/transfers`: check there.
         */
        delete: operations["cancelTransfer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/accounts/{accountId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List orders
         * @description Returns one page of the account's orders, outstanding and ended ones alike.
         *
         *     Do not build a list of open orders out of a numeric `Status` filter alone: `Held` has no
         *     number, and values that nobody listed occur. Read all pages and look at `Status`.
         */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/accounts/{accountId}/syncorders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List orders, asked at the venue
         * @description Returns one page of the account's orders after asking the execution venue. Slower than
         *     `listOrders`, and the better evidence when the two could differ.
         *
         *     Do not build a list of open orders out of a numeric `Status` filter alone: `Held` has no
         *     number, and values that nobody listed occur. Read all pages and look at `Status`.
         */
        get: operations["listSyncOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token
         * @description Exchanges a user name and password, both sent **as headers**, for a token. The request body
         *     is empty.
         *
         *     A user with two factors gets 202 and an interim token. Send the request again with that
         *     token as bearer and the code in `VerificationCode`, or the pin in `PinCode`.
         *
         *     Several tokens may live at once. How long one lives is documented in three ways, so assume
         *     nothing: use it until a 401 says otherwise.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Format: int32 */
        Id: number;
        /**
         * @description State of an order (FIX OrdStatus). A value that is not listed may occur; treat it as not
         *     proven closed. Listed in the order of the numbers that `filter` takes: 0 is `New`, 15 is
         *     `Error`. `Held` has no number.
         */
        OrderStatus: string;
        /**
         * @description What the order does. All four can be canceled.
         * @enum {string}
         */
        Side: "Buy" | "Sell" | "SellShort" | "BuyToCover";
        /**
         * @description An order. The server sends more properties than these, and may add some. Nothing documents which
         *     are always there: the parent of a conditional order, for one, has neither side nor quantity.
         */
        Order: {
            /**
             * Format: int32
             * @description Number of the order.
             */
            Id: number;
            /**
             * Format: int32
             * @description Number of the trading account.
             */
            AccountId: number;
            Status: components["schemas"]["OrderStatus"];
            /** @description As `Status`, but seen from the venue; they can differ after manual intervention. */
            ExecutionStatus?: components["schemas"]["OrderStatus"];
            Side?: components["schemas"]["Side"];
            /**
             * @description Kind of price condition, such as `Market`, `Limit`, `Stop` or `StopLimit`, or kind of conditional
             *     order: `OneTriggerOther`, `OneCancelOther`, `OneTriggerOneCancelOther`.
             */
            Type?: string;
            /**
             * Format: int32
             * @description Number of the security.
             */
            SecurityId?: number;
            /** @description Kind of the security, such as `CommonStock`, `Option` or `MutualFund`. */
            SecurityType?: string;
            /** @description Symbol of the security. */
            Symbol?: string;
            /**
             * Format: double
             * @description Ordered quantity. Fractions exist.
             */
            Quantity?: number;
            /**
             * Format: double
             * @description Quantity executed so far. What remains is `Quantity` minus this.
             */
            ExecutedQuantity?: number;
            /**
             * Format: double
             * @description Said to be the quantity that remains, but 0 on some fresh and some expired orders.
             *     Compute `Quantity` minus `ExecutedQuantity` instead.
             */
            LeavesQuantity?: number;
            /**
             * Format: double
             * @description Limit price, 0 where there is none.
             */
            Price?: number;
            /**
             * Format: double
             * @description Stop price, 0 where there is none.
             */
            StopPrice?: number;
            /**
             * Format: double
             * @description Average price of the executions, 0 before the first.
             */
            AveragePrice?: number;
            /** @description How long the order lives, such as `Day` or `GoodTillCancel`. */
            TimeInForce?: string;
            /** @description Client order id (FIX ClOrdID). An order cannot be canceled by it. */
            ClientId?: string;
            /**
             * @description Client order id too, in the vendor's words. By its name (FIX OrigClOrdID) it is the `ClientId` of
             *     the order that this one replaced.
             */
            OrigClientId?: string;
            /**
             * @description State of the latest request about the order: `RequireValidation`, `Validated`,
             *     `Rejected`, `Executing`, `Complete` or `Error`.
             */
            RequestStatus?: string;
            /** @description What the latest request wanted, such as `New`, `Modify`, `Cancel` or `CancelReject`. */
            Target?: string;
            /** @description Reason of a rejection, or a comment of the broker. */
            Description?: string;
            /**
             * Format: int32
             * @description Number of the parent of a conditional order, -1 where there is none.
             */
            ParentId?: number;
            /** @description Orders that depend on this one. Canceling it cancels them. */
            Legs?: components["schemas"]["Order"][];
            /**
             * Format: date-time
             * @description When the order was created, in UTC.
             */
            CreateDate?: string;
            /**
             * Format: date-time
             * @description When the order was last modified, in UTC.
             */
            Date?: string;
            /**
             * Format: date-time
             * @description When the latest transaction of the order took place, in UTC.
             */
            TransactionDate?: string;
        };
        /** @description One page of orders. */
        OrderPage: {
            /** @description The orders of this page. */
            Result: components["schemas"]["Order"][];
            /** @description Address of the next page; empty or null on the last. */
            NextPageLink?: string | null;
            /** @description Address of the page before; empty or null on the first. */
            PreviousPageLink?: string | null;
            /**
             * Format: int32
             * @description Number of orders on all pages.
             */
            TotalCount: number;
        };
        /** @description A token that all other operations accept. */
        TokenIssued: {
            /**
             * @description Says that the user is signed in.
             * @constant
             */
            State: "Succeeded";
            /**
             * Format: password
             * @description The bearer token. Treat it like a password.
             */
            Token: string;
        };
        /** @description A request for a second factor. */
        SecondFactorWanted: {
            /**
             * @description `Expecting`: a second factor is wanted. `BaseAuthentication`: the password has expired and must be
             *     changed first.
             * @enum {string}
             */
            State: "Expecting" | "BaseAuthentication";
            /** @description Which factor is wanted, such as `VerificationCode` or `SecutityPin` (as the server spells it). */
            Step?: string;
            /** @description Why, in words. */
            Reason?: string;
            /**
             * Format: password
             * @description Interim token, good for the next `createToken` only. Not in every documented answer.
             */
            Token?: string;
        };
        /** @description Why the caller was not let in. Carries one of the two. */
        AuthorizationError: {
            /** @description Present when the app key is missing or wrong, and perhaps for other reasons; its words say which. */
            error?: string;
            /** @description Present when the token is not accepted for this account, for whatever reason. */
            Message?: string;
        };
        /** @description Why the caller may not do this. Carries one of the two. */
        PermissionError: {
            /** @description Present when the app key is missing or wrong, and perhaps for other reasons; its words say which. */
            error?: string;
            /** @description Present when the user may not use this account or operation. */
            message?: string;
        };
        /** @description Why the user was not signed in. Carries either `error` or the other three. */
        SignInError: {
            /** @description Present when the app key is missing or wrong. */
            error?: string;
            /** @description How far the sign-in came, such as `Failed`, or `BaseAuthentication` where the password has expired. */
            State?: string;
            /** @description At which factor it failed. */
            Step?: string;
            /** @description Why, in words. */
            Reason?: string;
        };
        /** @description An error in words. */
        MessageError: {
            /** @description What went wrong, in words. For people; decide by status. */
            message?: string;
        };
        /**
         * @description What was not found. With `Message` in place of `message` it is the address itself, whatever the order: the
         *     base URL or the version is wrong.
         */
        NotFoundError: {
            /** @description What does not exist, in words. For people; decide by status. */
            message?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description An error that the server did not expect. It may say `Message` in place of `message`, with or without a
         *     `ModelState`.
         */
        UnexpectedError: {
            /** @description What went wrong, in words. For people; decide by status. */
            message?: string;
            /** @description Further words, when there are any. */
            error?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What validation found. Its properties are documented by name only. */
        ValidationError: {
            /** @description What was found, in words. */
            Errors?: string[];
            /** @description Messages by the name of the offending parameter. */
            ModelState?: {
                [key: string]: string[];
            };
            /** @description Codes of the errors; which codes exist is not documented. */
            ErrorsCode?: string[];
            /** @description Name of an HTTP status, such as `BadRequest`. The answer's own status decides. */
            StatusCode?: string;
            /** @description Whether validation passed. */
            IsSucceed?: boolean;
        };
        /** @description An object whose content is not documented. */
        UnspecifiedObject: Record<string, never>;
    };
    responses: {
        /** @description The `filter` is malformed or compares a property that cannot be filtered. Correct it. **May come with an empty body.** */
        FilterInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /**
         * @description Refused; nothing was done. The token is missing or expired, **or** the account belongs to
         *     another user (with the same body), or the app key is missing or wrong. Only the message of
         *     `app-key-unknown` is about the app key. Renew the token once; a second 401 is due to the
         *     account or the app key. **May come with an empty body.**
         */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AuthorizationError"];
            };
        };
        /**
         * @description Not signed in. The app key is missing or wrong, or the user name, password, code or pin was
         *     not accepted. **May come with an empty body.**
         */
        SignInRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SignInError"];
            };
        };
        /**
         * @description Refused; nothing was done. The app key is missing or wrong, or the user may not use this
         *     account or operation. A new token does not help. **May come with an empty body.**
         */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PermissionError"];
            };
        };
        /**
         * @description No such order or account. This does not mean that the order is canceled; an order that was just
         *     placed may be unknown for a moment. A body with `Message` is not about the order: the base URL
         *     or the version is wrong. **May come with an empty body.**
         */
        OrderNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundError"];
            };
        };
        /**
         * @description No such account. A body with `Message` is not about the account: the base URL or the version is
         *     wrong. **May come with an empty body.**
         */
        AccountNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundError"];
            };
        };
        /**
         * @description No such transfer or account. A body with `Message` is not about the transfer: the base URL or the
         *     version is wrong. **May come with an empty body.**
         */
        TransferNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundError"];
            };
        };
        /**
         * @description Refused because of the order's state: it is filled or canceled already, or a cancel is pending.
         *     The message is not a reliable reason; read the order. Sending the request again does not help.
         *     **May come with an empty body.**
         */
        OrderNotCancelable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /**
         * @description Refused: **no such order**, or its state does not allow it. The message is not a reliable reason.
         *     Sending the request again does not help. **May come with an empty body.**
         */
        MutualFundOrderNotCancelable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /**
         * @description The request to cancel the transfer could not be sent. The reasons are not documented; probably
         *     the transfer's state does not allow it. **May come with an empty body.**
         */
        TransferNotCancelable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /**
         * @description The request is not valid. For a cancel it may also mean that the order's state does not allow it:
         *     read the order. Sending the request again does not help. **May come with an empty body.**
         */
        ValidationFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationError"];
            };
        };
        /**
         * @description Refused because a rate limit is reached; nothing was done. Wait as long as `Retry-After` says;
         *     without it wait one second, and longer each time.
         *     **May come with an empty body.**
         */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /**
         * @description Something failed: **it is not known whether the request took effect.** Read the order before
         *     anything else. A user id instead of the account id gets the same answer, every time. **May come with an empty body.**
         */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnexpectedError"];
            };
        };
        /**
         * @description A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the
         *     order before anything else. **May come with an empty body**, or with an HTML page.
         */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description Version of the API. Leave it at its default unless the deployment says otherwise.
         * @example 1.0
         */
        Version: string;
        /**
         * @description Number of the trading account. A user id in its place is answered with 500.
         * @example 6303
         */
        AccountId: components["schemas"]["Id"];
        /**
         * @description Number of the order, as its `Id` says.
         * @example 73552
         */
        OrderId: components["schemas"]["Id"];
        /**
         * @description The trading account. The vendor's page asks for its internal number, as `accountId` elsewhere; the
         *     vendor's own file calls it a clearing number and has it as a string.
         * @example 6303
         */
        ClearingNumber: string;
        /**
         * @description Number of the mutual-fund order.
         * @example 74001
         */
        MutualFundOrderId: components["schemas"]["Id"];
        /**
         * @description Id of the transfer, a string in the form of a UUID.
         * @example 99c0509e-04ee-46a4-6ce4-08d7bc5cbf81
         */
        TransferId: string;
        /**
         * @description Page to return, counted from 0.
         * @example 0
         */
        PageNumber: number;
        /**
         * @description Orders per page.
         * @example 20
         */
        PageSize: number;
        /**
         * @description Condition in the vendor's query language: `Status in (…)` with numbers from 0 (`New`) to
         *     15 (`Error`) in the order of `OrderStatus`, `SecurityId = …`, `CreateDate` compared
         *     with or `between` dates written as `#2026-01-31T09:30:00#`; joined by `and`.
         * @example Status in (0,1)
         */
        Filter: string;
        /**
         * @description Name of the order property to sort by.
         * @example CreateDate
         */
        SortField: string;
        /**
         * @description Whether to sort in descending order.
         * @example true
         */
        Desc: boolean;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Seconds to wait before the next request. Sent only with a 429, and perhaps not with every one.
         * @example 12
         */
        RetryAfter: number;
        /**
         * @description Requests allowed in the window. May come with any answer when the limit is near.
         * @example 50
         */
        RateLimitLimit: number;
        /**
         * @description Requests left in the current window. May come with any answer when the limit is near.
         * @example 0
         */
        RateLimitRemaining: number;
        /**
         * @description Unix time, in seconds, at which the window resets. May come with any answer when the limit is near.
         * @example 1767225612
         */
        RateLimitReset: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
                /**
                 * @description Number of the order, as its `Id` says.
                 * @example 73552
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order as the API knew it when the answer was given. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OrderNotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            502: components["responses"]["Unavailable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Unavailable"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
                /**
                 * @description Number of the order, as its `Id` says.
                 * @example 73552
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description Accepted, with an unspecified object: the vendor's own file lists it beside the 204. Like the
             *     204 it proves that the API accepted the request, and no more. Do not read the body.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnspecifiedObject"];
                };
            };
            /**
             * @description **Accepted by the API; the venue has not been asked yet.** Does not prove that the order is
             *     canceled. There is no body.
             */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OrderNotFound"];
            409: components["responses"]["OrderNotCancelable"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            502: components["responses"]["Unavailable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Unavailable"];
        };
    };
    getSyncOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
                /**
                 * @description Number of the order, as its `Id` says.
                 * @example 73552
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order as it stood after the execution venue was asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OrderNotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            502: components["responses"]["Unavailable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Unavailable"];
        };
    };
    cancelSyncOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
                /**
                 * @description Number of the order, as its `Id` says.
                 * @example 73552
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description Accepted, with an unspecified object: the vendor's own file lists it beside the 204. Like the
             *     204 it proves that the API and the venue accepted the request, and no more. Do not read the body.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnspecifiedObject"];
                };
            };
            /**
             * @description **Accepted by the API and by the execution venue: the venue has been asked.** Read the order to
             *     see whether it is canceled, and whether something was executed before. There is no body.
             */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OrderNotFound"];
            409: components["responses"]["OrderNotCancelable"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            502: components["responses"]["Unavailable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Unavailable"];
        };
    };
    cancelMutualFundOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description The trading account. The vendor's page asks for its internal number, as `accountId` elsewhere; the
                 *     vendor's own file calls it a clearing number and has it as a string.
                 * @example 6303
                 */
                clearingNumber: components["parameters"]["ClearingNumber"];
                /**
                 * @description Number of the mutual-fund order.
                 * @example 74001
                 */
                orderId: components["parameters"]["MutualFundOrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description Accepted. The vendor's page has this status without a message; its own file has an unspecified
             *     object. Like the 204 it proves that the API accepted the request. Do not read the body.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnspecifiedObject"];
                };
            };
            /** @description **Accepted by the API.** Does not prove that the order is canceled. There is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            409: components["responses"]["MutualFundOrderNotCancelable"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            502: components["responses"]["Unavailable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Unavailable"];
        };
    };
    cancelTransfer: {
        parameters: {
            query: {
                /**
                 * @description Reason for canceling the transfer, in words.
                 * @example Accidental transfer
                 */
                comment: string;
            };
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
                /**
                 * @description Id of the transfer, a string in the form of a UUID.
                 * @example 99c0509e-04ee-46a4-6ce4-08d7bc5cbf81
                 */
                transferId: components["parameters"]["TransferId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description Accepted, with an unspecified object: the vendor's own file lists it beside the 204, and it
             *     means the same. Do not read the body.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnspecifiedObject"];
                };
            };
            /**
             * @description **The request to cancel the transfer was sent.** Does not prove that the transfer is
             *     canceled. There is no body.
             */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TransferNotFound"];
            409: components["responses"]["TransferNotCancelable"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            502: components["responses"]["Unavailable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Unavailable"];
        };
    };
    listOrders: {
        parameters: {
            query: {
                /**
                 * @description Page to return, counted from 0.
                 * @example 0
                 */
                pageNumber: components["parameters"]["PageNumber"];
                /**
                 * @description Orders per page.
                 * @example 20
                 */
                pageSize: components["parameters"]["PageSize"];
                /**
                 * @description Condition in the vendor's query language: `Status in (…)` with numbers from 0 (`New`) to
                 *     15 (`Error`) in the order of `OrderStatus`, `SecurityId = …`, `CreateDate` compared
                 *     with or `between` dates written as `#2026-01-31T09:30:00#`; joined by `and`.
                 * @example Status in (0,1)
                 */
                filter?: components["parameters"]["Filter"];
                /**
                 * @description Name of the order property to sort by.
                 * @example CreateDate
                 */
                sortField?: components["parameters"]["SortField"];
                /**
                 * @description Whether to sort in descending order.
                 * @example true
                 */
                desc?: components["parameters"]["Desc"];
            };
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            400: components["responses"]["FilterInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            502: components["responses"]["Unavailable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Unavailable"];
        };
    };
    listSyncOrders: {
        parameters: {
            query: {
                /**
                 * @description Page to return, counted from 0.
                 * @example 0
                 */
                pageNumber: components["parameters"]["PageNumber"];
                /**
                 * @description Orders per page.
                 * @example 20
                 */
                pageSize: components["parameters"]["PageSize"];
                /**
                 * @description Condition in the vendor's query language: `Status in (…)` with numbers from 0 (`New`) to
                 *     15 (`Error`) in the order of `OrderStatus`, `SecurityId = …`, `CreateDate` compared
                 *     with or `between` dates written as `#2026-01-31T09:30:00#`; joined by `and`.
                 * @example Status in (0,1)
                 */
                filter?: components["parameters"]["Filter"];
                /**
                 * @description Name of the order property to sort by.
                 * @example CreateDate
                 */
                sortField?: components["parameters"]["SortField"];
                /**
                 * @description Whether to sort in descending order.
                 * @example true
                 */
                desc?: components["parameters"]["Desc"];
            };
            header?: never;
            path: {
                /**
                 * @description Version of the API. Leave it at its default unless the deployment says otherwise.
                 * @example 1.0
                 */
                version: components["parameters"]["Version"];
                /**
                 * @description Number of the trading account. A user id in its place is answered with 500.
                 * @example 6303
                 */
                accountId: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of orders, as they stood after the execution venue was asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            400: components["responses"]["FilterInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AccountNotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            502: components["responses"]["Unavailable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Unavailable"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Name of the user. All requests with the token are made for this user.
                 * @example trader
                 */
                Username: string;
                /**
                 * @description Password of the user.
                 * @example sandbox
                 */
                Password: string;
                /**
                 * @description Code that the user received by mail or text message. Send it after a 202.
                 * @example 123456
                 */
                VerificationCode?: string;
                /**
                 * @description Pin of the user. Send it after a 202.
                 * @example 1234
                 */
                PinCode?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed in. `Token` is the bearer token of all other operations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenIssued"];
                };
            };
            /**
             * @description Not signed in yet: a second factor is required, perhaps because the first attempt was wrong.
             *     `Token` is an interim token. Use it for the next `createToken` only.
             */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorWanted"];
                };
            };
            401: components["responses"]["SignInRefused"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            502: components["responses"]["Unavailable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["Unavailable"];
        };
    };
}
/** The values of OrderStatus that are documented. Others may occur. */
export type KnownOrderStatus = "New" | "PartiallyFilled" | "Filled" | "DoneForDay" | "Canceled" | "Replaced" | "PendingCancel" | "Stopped" | "Rejected" | "Suspended" | "PendingNew" | "Calculated" | "Expired" | "AcceptedForBidding" | "PendingReplace" | "Error" | "Held";
