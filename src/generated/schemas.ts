// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit: change the spec instead.
export interface components {
    schemas: {
        /** Format: int32 */
        Id: number;
        /**
         * @description State of an order (FIX OrdStatus). A value that is not listed may occur; treat it as not
         *     proven closed. Listed in the order of the numbers that `filter` takes: 0 is `New`, 15 is
         *     `Error`. `Held` has no number.
         */
        OrderStatus: "New" | "PartiallyFilled" | "Filled" | "DoneForDay" | "Canceled" | "Replaced" | "PendingCancel" | "Stopped" | "Rejected" | "Suspended" | "PendingNew" | "Calculated" | "Expired" | "AcceptedForBidding" | "PendingReplace" | "Error" | "Held" | (string & {});
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
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}

/** Bodies of the API by name. An open list of values offers those that are documented. */
export type Schemas = components["schemas"];
