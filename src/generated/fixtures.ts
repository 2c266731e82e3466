// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit: change the spec instead.
import type { Schemas } from "./schemas.js";

interface Bare<Status> {
  status: Status;
  headers: Record<string, string>;
}

interface WithBody<Status, Body> extends Bare<Status> {
  body: Body;
}

const acceptedWithBody200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {}
} satisfies WithBody<200, Schemas["UnspecifiedObject"]>;

const bare204 = {
  "status": 204,
  "headers": {}
} satisfies Bare<204>;

const appKeyUnknown401 = {
  "status": 401,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "error": "Application key is not defined or does not exist"
  }
} satisfies WithBody<401, Schemas["AuthorizationError"]>;

const tokenExpired401 = {
  "status": 401,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Message": "Authorization has been denied for this request."
  }
} satisfies WithBody<401, Schemas["AuthorizationError"]>;

const appKeyUnknown403 = {
  "status": 403,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "error": "Application key is not defined or does not exist"
  }
} satisfies WithBody<403, Schemas["PermissionError"]>;

const notPermitted403 = {
  "status": 403,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "The user may not perform this operation on account 6303"
  }
} satisfies WithBody<403, Schemas["PermissionError"]>;

const orderUnknown404 = {
  "status": 404,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "Order 73552 does not exist"
  }
} satisfies WithBody<404, Schemas["NotFoundError"]>;

const accountUnknown404 = {
  "status": 404,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "Account 6303 does not exist"
  }
} satisfies WithBody<404, Schemas["NotFoundError"]>;

const addressUnknown404 = {
  "status": 404,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Message": "No HTTP resource was found that matches the request URI 'https://api.autoshares.dev/v2/accounts/6303/orders/73552'."
  }
} satisfies WithBody<404, Schemas["NotFoundError"]>;

const orderAlreadyFilled409 = {
  "status": 409,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "Order 73552 is already filled"
  }
} satisfies WithBody<409, Schemas["MessageError"]>;

const orderAlreadyCanceled409 = {
  "status": 409,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "Order 73552 is already canceled"
  }
} satisfies WithBody<409, Schemas["MessageError"]>;

const cancelAlreadyPending409 = {
  "status": 409,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "A cancel of order 73552 is already pending"
  }
} satisfies WithBody<409, Schemas["MessageError"]>;

const validationFailed422 = {
  "status": 422,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Errors": [
      "The request is not valid"
    ],
    "ModelState": {},
    "ErrorsCode": [],
    "StatusCode": "BadRequest",
    "IsSucceed": false
  }
} satisfies WithBody<422, Schemas["ValidationError"]>;

const tooManyRequests429 = {
  "status": 429,
  "headers": {
    "content-type": "application/json",
    "Retry-After": "12",
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1767225612"
  },
  "body": {
    "message": "Too many requests"
  }
} satisfies WithBody<429, Schemas["MessageError"]>;

const serverError500 = {
  "status": 500,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
  }
} satisfies WithBody<500, Schemas["UnexpectedError"]>;

const entityInvalid500 = {
  "status": 500,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Message": "Validation error occured while processing entity",
    "ModelState": {}
  }
} satisfies WithBody<500, Schemas["UnexpectedError"]>;

const bare502 = {
  "status": 502,
  "headers": {}
} satisfies Bare<502>;

const bare503 = {
  "status": 503,
  "headers": {}
} satisfies Bare<503>;

const bare504 = {
  "status": 504,
  "headers": {}
} satisfies Bare<504>;

const orderOpen200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Id": 73552,
    "AccountId": 6303,
    "Status": "New",
    "ExecutionStatus": "New",
    "Side": "Buy",
    "Type": "Limit",
    "SecurityId": 4,
    "SecurityType": "CommonStock",
    "Symbol": "AAPL",
    "Quantity": 150,
    "ExecutedQuantity": 0,
    "LeavesQuantity": 150,
    "Price": 156.5,
    "StopPrice": 0,
    "AveragePrice": 0,
    "TimeInForce": "Day",
    "ClientId": "1045239786",
    "RequestStatus": "Complete",
    "Target": "New",
    "ParentId": -1,
    "Legs": [],
    "CreateDate": "2026-01-22T13:00:26.575811Z",
    "Date": "2026-01-22T14:30:03.716891Z",
    "TransactionDate": "2026-01-22T14:30:03.716891Z"
  }
} satisfies WithBody<200, Schemas["Order"]>;

const orderPartiallyFilled200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Id": 73552,
    "AccountId": 6303,
    "Status": "PartiallyFilled",
    "ExecutionStatus": "PartiallyFilled",
    "Side": "Buy",
    "Type": "Limit",
    "SecurityId": 4,
    "Quantity": 150,
    "ExecutedQuantity": 62.5,
    "LeavesQuantity": 87.5,
    "Price": 156.5,
    "AveragePrice": 156.41,
    "RequestStatus": "Complete",
    "Target": "New",
    "ParentId": -1,
    "Legs": []
  }
} satisfies WithBody<200, Schemas["Order"]>;

const orderCancelPending200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Id": 73552,
    "AccountId": 6303,
    "Status": "PendingCancel",
    "ExecutionStatus": "PendingCancel",
    "Side": "Buy",
    "Type": "Limit",
    "SecurityId": 4,
    "Quantity": 150,
    "ExecutedQuantity": 62.5,
    "LeavesQuantity": 87.5,
    "Price": 156.5,
    "AveragePrice": 156.41,
    "RequestStatus": "Executing",
    "Target": "Cancel",
    "ParentId": -1,
    "Legs": []
  }
} satisfies WithBody<200, Schemas["Order"]>;

const orderCancelRejected200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Id": 73552,
    "AccountId": 6303,
    "Status": "PartiallyFilled",
    "ExecutionStatus": "PartiallyFilled",
    "Side": "Buy",
    "Type": "Limit",
    "SecurityId": 4,
    "Quantity": 150,
    "ExecutedQuantity": 62.5,
    "LeavesQuantity": 87.5,
    "Price": 156.5,
    "AveragePrice": 156.41,
    "RequestStatus": "Rejected",
    "Target": "CancelReject",
    "Description": "The venue refused to cancel the order",
    "ParentId": -1,
    "Legs": []
  }
} satisfies WithBody<200, Schemas["Order"]>;

const orderCanceled200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Id": 73552,
    "AccountId": 6303,
    "Status": "Canceled",
    "ExecutionStatus": "Canceled",
    "Side": "Buy",
    "Type": "Limit",
    "SecurityId": 4,
    "Quantity": 150,
    "ExecutedQuantity": 62.5,
    "LeavesQuantity": 0,
    "Price": 156.5,
    "AveragePrice": 156.41,
    "RequestStatus": "Complete",
    "Target": "Cancel",
    "ParentId": -1,
    "Legs": []
  }
} satisfies WithBody<200, Schemas["Order"]>;

const orderFilled200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Id": 73552,
    "AccountId": 6303,
    "Status": "Filled",
    "ExecutionStatus": "Filled",
    "Side": "Buy",
    "Type": "Limit",
    "SecurityId": 4,
    "Quantity": 150,
    "ExecutedQuantity": 150,
    "LeavesQuantity": 0,
    "Price": 156.5,
    "AveragePrice": 156.47,
    "RequestStatus": "Complete",
    "Target": "New",
    "ParentId": -1,
    "Legs": []
  }
} satisfies WithBody<200, Schemas["Order"]>;

const orderConditional200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Id": 73552,
    "AccountId": 6303,
    "Status": "New",
    "Type": "OneTriggerOther",
    "ParentId": -1,
    "Legs": [
      {
        "Id": 73553,
        "AccountId": 6303,
        "Status": "New",
        "Side": "Buy",
        "Type": "Limit",
        "SecurityId": 4,
        "Quantity": 150,
        "ExecutedQuantity": 0,
        "Price": 156.5,
        "TimeInForce": "GoodTillCancel",
        "ParentId": 73552,
        "Legs": []
      },
      {
        "Id": 73554,
        "AccountId": 6303,
        "Status": "Held",
        "Side": "Sell",
        "Type": "Stop",
        "SecurityId": 4,
        "Quantity": 150,
        "ExecutedQuantity": 0,
        "StopPrice": 140,
        "TimeInForce": "GoodTillCancel",
        "ParentId": 73552,
        "Legs": []
      }
    ]
  }
} satisfies WithBody<200, Schemas["Order"]>;

const orderUnknown409 = {
  "status": 409,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "Order 74001 does not exist"
  }
} satisfies WithBody<409, Schemas["MessageError"]>;

const cancelMutualFundOrder_orderAlreadyFilled409 = {
  "status": 409,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "Order 74001 is already filled"
  }
} satisfies WithBody<409, Schemas["MessageError"]>;

const cancelMutualFundOrder_orderAlreadyCanceled409 = {
  "status": 409,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "Order 74001 is already canceled"
  }
} satisfies WithBody<409, Schemas["MessageError"]>;

const cancelMutualFundOrder_cancelAlreadyPending409 = {
  "status": 409,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "A cancel of order 74001 is already pending"
  }
} satisfies WithBody<409, Schemas["MessageError"]>;

const transferUnknown404 = {
  "status": 404,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "Transfer 99c0509e-04ee-46a4-6ce4-08d7bc5cbf81 does not exist"
  }
} satisfies WithBody<404, Schemas["NotFoundError"]>;

const transferAlreadyDone409 = {
  "status": 409,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "Transfer 99c0509e-04ee-46a4-6ce4-08d7bc5cbf81 is already done"
  }
} satisfies WithBody<409, Schemas["MessageError"]>;

const transferCancelPending409 = {
  "status": 409,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "A cancel of transfer 99c0509e-04ee-46a4-6ce4-08d7bc5cbf81 is already pending"
  }
} satisfies WithBody<409, Schemas["MessageError"]>;

const ordersListed200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Result": [
      {
        "Id": 73552,
        "AccountId": 6303,
        "Status": "New",
        "Side": "Buy",
        "Type": "Limit",
        "SecurityId": 4,
        "Quantity": 150,
        "ExecutedQuantity": 0,
        "Price": 156.5
      },
      {
        "Id": 73551,
        "AccountId": 6303,
        "Status": "Filled",
        "Side": "SellShort",
        "Type": "Market",
        "SecurityId": 4,
        "Quantity": 20.5,
        "ExecutedQuantity": 20.5,
        "Price": 0
      }
    ],
    "NextPageLink": "",
    "PreviousPageLink": "",
    "TotalCount": 2
  }
} satisfies WithBody<200, Schemas["OrderPage"]>;

const ordersEmpty200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "Result": [],
    "NextPageLink": null,
    "PreviousPageLink": null,
    "TotalCount": 0
  }
} satisfies WithBody<200, Schemas["OrderPage"]>;

const filterInvalid400 = {
  "status": 400,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "message": "The filter is not valid"
  }
} satisfies WithBody<400, Schemas["MessageError"]>;

const tokenIssued200 = {
  "status": 200,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "State": "Succeeded",
    "Token": "sandbox-token-1"
  }
} satisfies WithBody<200, Schemas["TokenIssued"]>;

const secondFactorWanted202 = {
  "status": 202,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "State": "Expecting",
    "Step": "VerificationCode",
    "Reason": "Expecting confirmation code",
    "Token": "sandbox-interim-token-1"
  }
} satisfies WithBody<202, Schemas["SecondFactorWanted"]>;

const pinWanted202 = {
  "status": 202,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "State": "Expecting",
    "Step": "SecutityPin",
    "Reason": "Invalid pin",
    "Token": "sandbox-interim-token-1"
  }
} satisfies WithBody<202, Schemas["SecondFactorWanted"]>;

const createToken_appKeyUnknown401 = {
  "status": 401,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "error": "Application key is not defined or does not exist"
  }
} satisfies WithBody<401, Schemas["SignInError"]>;

const passwordWrong401 = {
  "status": 401,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "State": "Failed",
    "Step": "BaseAuthentication",
    "Reason": "Invalid credentials"
  }
} satisfies WithBody<401, Schemas["SignInError"]>;

const passwordExpired401 = {
  "status": 401,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "State": "BaseAuthentication",
    "Reason": "Your Password has expired and must be changed"
  }
} satisfies WithBody<401, Schemas["SignInError"]>;

const codeWrong401 = {
  "status": 401,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "State": "Failed",
    "Step": "VerificationCode"
  }
} satisfies WithBody<401, Schemas["SignInError"]>;

const pinWrong401 = {
  "status": 401,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "State": "Failed",
    "Step": "SecutityPin",
    "Reason": "Invalid pin"
  }
} satisfies WithBody<401, Schemas["SignInError"]>;

const interimTokenMissing401 = {
  "status": 401,
  "headers": {
    "content-type": "application/json"
  },
  "body": {
    "State": "Failed",
    "Step": "VerificationCode",
    "Reason": "Corrupted ticket"
  }
} satisfies WithBody<401, Schemas["SignInError"]>;

/**
 * Every documented answer by operationId and name. The name is that of the example; an answer without a body
 * goes by its status, and an example that stands for two statuses has the status in front.
 */
export const fixtures = {
  cancelOrder: {
    /**
     * Accepted, with an object that says nothing
     */
    "accepted-with-body": acceptedWithBody200,
    /**
     * **Accepted by the API; the venue has not been asked yet.** Does not prove that the order is canceled.
     * There is no body.
     */
    "204": bare204,
    /**
     * Et-App-Key is missing or wrong
     */
    "401 app-key-unknown": appKeyUnknown401,
    /**
     * The token is missing or has expired
     */
    "token-expired": tokenExpired401,
    /**
     * The account belongs to another user
     */
    "account-of-another-user": tokenExpired401,
    /**
     * Et-App-Key is missing or wrong
     */
    "403 app-key-unknown": appKeyUnknown403,
    /**
     * The user may not use this account or operation
     */
    "not-permitted": notPermitted403,
    /**
     * No such order
     */
    "order-unknown": orderUnknown404,
    /**
     * No such account
     */
    "account-unknown": accountUnknown404,
    /**
     * There is nothing at this address
     */
    "address-unknown": addressUnknown404,
    /**
     * The order is already filled
     */
    "order-already-filled": orderAlreadyFilled409,
    /**
     * The order is already canceled
     */
    "order-already-canceled": orderAlreadyCanceled409,
    /**
     * A cancel is pending
     */
    "cancel-already-pending": cancelAlreadyPending409,
    /**
     * The request is not valid
     */
    "validation-failed": validationFailed422,
    /**
     * The limit is reached
     */
    "too-many-requests": tooManyRequests429,
    /**
     * An unexpected error
     */
    "server-error": serverError500,
    /**
     * A user id was sent in place of an account id
     */
    "user-id-as-account-id": serverError500,
    /**
     * Validation found something that the operation did not expect
     */
    "entity-invalid": entityInvalid500,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "502": bare502,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "503": bare503,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "504": bare504,
  },
  getOrder: {
    /**
     * Nothing has happened to the order yet
     */
    "order-open": orderOpen200,
    /**
     * A part is executed, the rest is open
     */
    "order-partially-filled": orderPartiallyFilled200,
    /**
     * A cancel is on its way to the venue
     */
    "order-cancel-pending": orderCancelPending200,
    /**
     * The venue refused the cancel, the order is open again
     */
    "order-cancel-rejected": orderCancelRejected200,
    /**
     * Canceled, with a part executed before
     */
    "order-canceled": orderCanceled200,
    /**
     * Filled, so too late to cancel
     */
    "order-filled": orderFilled200,
    /**
     * A conditional order (one triggers other) with its two legs
     */
    "order-conditional": orderConditional200,
    /**
     * Et-App-Key is missing or wrong
     */
    "401 app-key-unknown": appKeyUnknown401,
    /**
     * The token is missing or has expired
     */
    "token-expired": tokenExpired401,
    /**
     * The account belongs to another user
     */
    "account-of-another-user": tokenExpired401,
    /**
     * Et-App-Key is missing or wrong
     */
    "403 app-key-unknown": appKeyUnknown403,
    /**
     * The user may not use this account or operation
     */
    "not-permitted": notPermitted403,
    /**
     * No such order
     */
    "order-unknown": orderUnknown404,
    /**
     * No such account
     */
    "account-unknown": accountUnknown404,
    /**
     * There is nothing at this address
     */
    "address-unknown": addressUnknown404,
    /**
     * The request is not valid
     */
    "validation-failed": validationFailed422,
    /**
     * The limit is reached
     */
    "too-many-requests": tooManyRequests429,
    /**
     * An unexpected error
     */
    "server-error": serverError500,
    /**
     * A user id was sent in place of an account id
     */
    "user-id-as-account-id": serverError500,
    /**
     * Validation found something that the operation did not expect
     */
    "entity-invalid": entityInvalid500,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "502": bare502,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "503": bare503,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "504": bare504,
  },
  cancelSyncOrder: {
    /**
     * Accepted, with an object that says nothing
     */
    "accepted-with-body": acceptedWithBody200,
    /**
     * **Accepted by the API and by the execution venue: the venue has been asked.** Read the order to see
     * whether it is canceled, and whether something was executed before. There is no body.
     */
    "204": bare204,
    /**
     * Et-App-Key is missing or wrong
     */
    "401 app-key-unknown": appKeyUnknown401,
    /**
     * The token is missing or has expired
     */
    "token-expired": tokenExpired401,
    /**
     * The account belongs to another user
     */
    "account-of-another-user": tokenExpired401,
    /**
     * Et-App-Key is missing or wrong
     */
    "403 app-key-unknown": appKeyUnknown403,
    /**
     * The user may not use this account or operation
     */
    "not-permitted": notPermitted403,
    /**
     * No such order
     */
    "order-unknown": orderUnknown404,
    /**
     * No such account
     */
    "account-unknown": accountUnknown404,
    /**
     * There is nothing at this address
     */
    "address-unknown": addressUnknown404,
    /**
     * The order is already filled
     */
    "order-already-filled": orderAlreadyFilled409,
    /**
     * The order is already canceled
     */
    "order-already-canceled": orderAlreadyCanceled409,
    /**
     * A cancel is pending
     */
    "cancel-already-pending": cancelAlreadyPending409,
    /**
     * The request is not valid
     */
    "validation-failed": validationFailed422,
    /**
     * The limit is reached
     */
    "too-many-requests": tooManyRequests429,
    /**
     * An unexpected error
     */
    "server-error": serverError500,
    /**
     * A user id was sent in place of an account id
     */
    "user-id-as-account-id": serverError500,
    /**
     * Validation found something that the operation did not expect
     */
    "entity-invalid": entityInvalid500,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "502": bare502,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "503": bare503,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "504": bare504,
  },
  getSyncOrder: {
    /**
     * Nothing has happened to the order yet
     */
    "order-open": orderOpen200,
    /**
     * A part is executed, the rest is open
     */
    "order-partially-filled": orderPartiallyFilled200,
    /**
     * A cancel is on its way to the venue
     */
    "order-cancel-pending": orderCancelPending200,
    /**
     * The venue refused the cancel, the order is open again
     */
    "order-cancel-rejected": orderCancelRejected200,
    /**
     * Canceled, with a part executed before
     */
    "order-canceled": orderCanceled200,
    /**
     * Filled, so too late to cancel
     */
    "order-filled": orderFilled200,
    /**
     * A conditional order (one triggers other) with its two legs
     */
    "order-conditional": orderConditional200,
    /**
     * Et-App-Key is missing or wrong
     */
    "401 app-key-unknown": appKeyUnknown401,
    /**
     * The token is missing or has expired
     */
    "token-expired": tokenExpired401,
    /**
     * The account belongs to another user
     */
    "account-of-another-user": tokenExpired401,
    /**
     * Et-App-Key is missing or wrong
     */
    "403 app-key-unknown": appKeyUnknown403,
    /**
     * The user may not use this account or operation
     */
    "not-permitted": notPermitted403,
    /**
     * No such order
     */
    "order-unknown": orderUnknown404,
    /**
     * No such account
     */
    "account-unknown": accountUnknown404,
    /**
     * There is nothing at this address
     */
    "address-unknown": addressUnknown404,
    /**
     * The request is not valid
     */
    "validation-failed": validationFailed422,
    /**
     * The limit is reached
     */
    "too-many-requests": tooManyRequests429,
    /**
     * An unexpected error
     */
    "server-error": serverError500,
    /**
     * A user id was sent in place of an account id
     */
    "user-id-as-account-id": serverError500,
    /**
     * Validation found something that the operation did not expect
     */
    "entity-invalid": entityInvalid500,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "502": bare502,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "503": bare503,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "504": bare504,
  },
  cancelMutualFundOrder: {
    /**
     * Accepted, with an object that says nothing
     */
    "accepted-with-body": acceptedWithBody200,
    /**
     * **Accepted by the API.** Does not prove that the order is canceled. There is no body.
     */
    "204": bare204,
    /**
     * Et-App-Key is missing or wrong
     */
    "401 app-key-unknown": appKeyUnknown401,
    /**
     * The token is missing or has expired
     */
    "token-expired": tokenExpired401,
    /**
     * The account belongs to another user
     */
    "account-of-another-user": tokenExpired401,
    /**
     * Et-App-Key is missing or wrong
     */
    "403 app-key-unknown": appKeyUnknown403,
    /**
     * The user may not use this account or operation
     */
    "not-permitted": notPermitted403,
    /**
     * No such account
     */
    "account-unknown": accountUnknown404,
    /**
     * There is nothing at this address
     */
    "address-unknown": addressUnknown404,
    /**
     * No such mutual-fund order
     */
    "order-unknown": orderUnknown409,
    /**
     * The mutual-fund order is already filled
     */
    "order-already-filled": cancelMutualFundOrder_orderAlreadyFilled409,
    /**
     * The mutual-fund order is already canceled
     */
    "order-already-canceled": cancelMutualFundOrder_orderAlreadyCanceled409,
    /**
     * A cancel of the mutual-fund order is pending
     */
    "cancel-already-pending": cancelMutualFundOrder_cancelAlreadyPending409,
    /**
     * The request is not valid
     */
    "validation-failed": validationFailed422,
    /**
     * The limit is reached
     */
    "too-many-requests": tooManyRequests429,
    /**
     * An unexpected error
     */
    "server-error": serverError500,
    /**
     * A user id was sent in place of an account id
     */
    "user-id-as-account-id": serverError500,
    /**
     * Validation found something that the operation did not expect
     */
    "entity-invalid": entityInvalid500,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "502": bare502,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "503": bare503,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "504": bare504,
  },
  cancelTransfer: {
    /**
     * Accepted, with an object that says nothing
     */
    "accepted-with-body": acceptedWithBody200,
    /**
     * **The request to cancel the transfer was sent.** Does not prove that the transfer is canceled. There is
     * no body.
     */
    "204": bare204,
    /**
     * Et-App-Key is missing or wrong
     */
    "401 app-key-unknown": appKeyUnknown401,
    /**
     * The token is missing or has expired
     */
    "token-expired": tokenExpired401,
    /**
     * The account belongs to another user
     */
    "account-of-another-user": tokenExpired401,
    /**
     * Et-App-Key is missing or wrong
     */
    "403 app-key-unknown": appKeyUnknown403,
    /**
     * The user may not use this account or operation
     */
    "not-permitted": notPermitted403,
    /**
     * No such transfer
     */
    "transfer-unknown": transferUnknown404,
    /**
     * No such account
     */
    "account-unknown": accountUnknown404,
    /**
     * There is nothing at this address
     */
    "address-unknown": addressUnknown404,
    /**
     * The transfer is done
     */
    "transfer-already-done": transferAlreadyDone409,
    /**
     * The transfer was asked to be canceled before
     */
    "transfer-cancel-pending": transferCancelPending409,
    /**
     * The request is not valid
     */
    "validation-failed": validationFailed422,
    /**
     * The limit is reached
     */
    "too-many-requests": tooManyRequests429,
    /**
     * An unexpected error
     */
    "server-error": serverError500,
    /**
     * A user id was sent in place of an account id
     */
    "user-id-as-account-id": serverError500,
    /**
     * Validation found something that the operation did not expect
     */
    "entity-invalid": entityInvalid500,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "502": bare502,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "503": bare503,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "504": bare504,
  },
  listOrders: {
    /**
     * The account has two orders
     */
    "orders-listed": ordersListed200,
    /**
     * The account has no orders
     */
    "orders-empty": ordersEmpty200,
    /**
     * The filter cannot be read
     */
    "filter-invalid": filterInvalid400,
    /**
     * Et-App-Key is missing or wrong
     */
    "401 app-key-unknown": appKeyUnknown401,
    /**
     * The token is missing or has expired
     */
    "token-expired": tokenExpired401,
    /**
     * The account belongs to another user
     */
    "account-of-another-user": tokenExpired401,
    /**
     * Et-App-Key is missing or wrong
     */
    "403 app-key-unknown": appKeyUnknown403,
    /**
     * The user may not use this account or operation
     */
    "not-permitted": notPermitted403,
    /**
     * No such account
     */
    "account-unknown": accountUnknown404,
    /**
     * There is nothing at this address
     */
    "address-unknown": addressUnknown404,
    /**
     * The request is not valid
     */
    "validation-failed": validationFailed422,
    /**
     * The limit is reached
     */
    "too-many-requests": tooManyRequests429,
    /**
     * An unexpected error
     */
    "server-error": serverError500,
    /**
     * A user id was sent in place of an account id
     */
    "user-id-as-account-id": serverError500,
    /**
     * Validation found something that the operation did not expect
     */
    "entity-invalid": entityInvalid500,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "502": bare502,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "503": bare503,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "504": bare504,
  },
  listSyncOrders: {
    /**
     * The account has two orders
     */
    "orders-listed": ordersListed200,
    /**
     * The account has no orders
     */
    "orders-empty": ordersEmpty200,
    /**
     * The filter cannot be read
     */
    "filter-invalid": filterInvalid400,
    /**
     * Et-App-Key is missing or wrong
     */
    "401 app-key-unknown": appKeyUnknown401,
    /**
     * The token is missing or has expired
     */
    "token-expired": tokenExpired401,
    /**
     * The account belongs to another user
     */
    "account-of-another-user": tokenExpired401,
    /**
     * Et-App-Key is missing or wrong
     */
    "403 app-key-unknown": appKeyUnknown403,
    /**
     * The user may not use this account or operation
     */
    "not-permitted": notPermitted403,
    /**
     * No such account
     */
    "account-unknown": accountUnknown404,
    /**
     * There is nothing at this address
     */
    "address-unknown": addressUnknown404,
    /**
     * The request is not valid
     */
    "validation-failed": validationFailed422,
    /**
     * The limit is reached
     */
    "too-many-requests": tooManyRequests429,
    /**
     * An unexpected error
     */
    "server-error": serverError500,
    /**
     * A user id was sent in place of an account id
     */
    "user-id-as-account-id": serverError500,
    /**
     * Validation found something that the operation did not expect
     */
    "entity-invalid": entityInvalid500,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "502": bare502,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "503": bare503,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "504": bare504,
  },
  createToken: {
    /**
     * Signed in
     */
    "token-issued": tokenIssued200,
    /**
     * A code is wanted
     */
    "second-factor-wanted": secondFactorWanted202,
    /**
     * The pin was wrong, another try is wanted
     */
    "pin-wanted": pinWanted202,
    /**
     * Et-App-Key is missing or wrong
     */
    "401 app-key-unknown": createToken_appKeyUnknown401,
    /**
     * The user name or password was not accepted
     */
    "password-wrong": passwordWrong401,
    /**
     * The password has expired
     */
    "password-expired": passwordExpired401,
    /**
     * The code was not accepted; the words for it are not documented
     */
    "code-wrong": codeWrong401,
    /**
     * The pin was not accepted
     */
    "pin-wrong": pinWrong401,
    /**
     * The second factor came without the interim token
     */
    "interim-token-missing": interimTokenMissing401,
    /**
     * Et-App-Key is missing or wrong
     */
    "403 app-key-unknown": appKeyUnknown403,
    /**
     * The user may not use this account or operation
     */
    "not-permitted": notPermitted403,
    /**
     * The request is not valid
     */
    "validation-failed": validationFailed422,
    /**
     * The limit is reached
     */
    "too-many-requests": tooManyRequests429,
    /**
     * An unexpected error
     */
    "server-error": serverError500,
    /**
     * A user id was sent in place of an account id
     */
    "user-id-as-account-id": serverError500,
    /**
     * Validation found something that the operation did not expect
     */
    "entity-invalid": entityInvalid500,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "502": bare502,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "503": bare503,
    /**
     * A proxy or gateway got no answer: **it is not known whether the request took effect.** Read the order
     * before anything else. **May come with an empty body**, or with an HTML page.
     */
    "504": bare504,
  },
};
