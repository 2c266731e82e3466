// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit: change the spec instead.
/** As much of a schema as the text of a parameter is checked against. */
interface Schema {
  type?: string | string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  enum?: unknown[];
}

interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required: boolean;
  example?: unknown;
  schema: Schema;
}

interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  needsAppKey: boolean;
  needsToken: boolean;
  limit?: string;
}

interface Limit {
  limit: number;
  windowSeconds: number;
}

interface Answer {
  status: number;
  example?: string;
  headers: Record<string, string>;
  body?: unknown;
}

export const operations: Operation[] = [
 {
  "id": "cancelOrder",
  "method": "DELETE",
  "path": "/v{version}/accounts/{accountId}/orders/{orderId}",
  "parameters": [
   {
    "name": "version",
    "in": "path",
    "required": true,
    "example": "1.0",
    "schema": {
     "type": "string",
     "pattern": "^\\d+(\\.\\d+)?$"
    }
   },
   {
    "name": "accountId",
    "in": "path",
    "required": true,
    "example": 6303,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   },
   {
    "name": "orderId",
    "in": "path",
    "required": true,
    "example": 73552,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   }
  ],
  "needsAppKey": true,
  "needsToken": true,
  "limit": "orders"
 },
 {
  "id": "getOrder",
  "method": "GET",
  "path": "/v{version}/accounts/{accountId}/orders/{orderId}",
  "parameters": [
   {
    "name": "version",
    "in": "path",
    "required": true,
    "example": "1.0",
    "schema": {
     "type": "string",
     "pattern": "^\\d+(\\.\\d+)?$"
    }
   },
   {
    "name": "accountId",
    "in": "path",
    "required": true,
    "example": 6303,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   },
   {
    "name": "orderId",
    "in": "path",
    "required": true,
    "example": 73552,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   }
  ],
  "needsAppKey": true,
  "needsToken": true,
  "limit": "reads"
 },
 {
  "id": "cancelSyncOrder",
  "method": "DELETE",
  "path": "/v{version}/accounts/{accountId}/syncorders/{orderId}",
  "parameters": [
   {
    "name": "version",
    "in": "path",
    "required": true,
    "example": "1.0",
    "schema": {
     "type": "string",
     "pattern": "^\\d+(\\.\\d+)?$"
    }
   },
   {
    "name": "accountId",
    "in": "path",
    "required": true,
    "example": 6303,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   },
   {
    "name": "orderId",
    "in": "path",
    "required": true,
    "example": 73552,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   }
  ],
  "needsAppKey": true,
  "needsToken": true,
  "limit": "orders"
 },
 {
  "id": "getSyncOrder",
  "method": "GET",
  "path": "/v{version}/accounts/{accountId}/syncorders/{orderId}",
  "parameters": [
   {
    "name": "version",
    "in": "path",
    "required": true,
    "example": "1.0",
    "schema": {
     "type": "string",
     "pattern": "^\\d+(\\.\\d+)?$"
    }
   },
   {
    "name": "accountId",
    "in": "path",
    "required": true,
    "example": 6303,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   },
   {
    "name": "orderId",
    "in": "path",
    "required": true,
    "example": 73552,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   }
  ],
  "needsAppKey": true,
  "needsToken": true,
  "limit": "reads"
 },
 {
  "id": "cancelMutualFundOrder",
  "method": "DELETE",
  "path": "/v{version}/accounts/{clearingNumber}/orders/mutual-funds/{orderId}",
  "parameters": [
   {
    "name": "version",
    "in": "path",
    "required": true,
    "example": "1.0",
    "schema": {
     "type": "string",
     "pattern": "^\\d+(\\.\\d+)?$"
    }
   },
   {
    "name": "clearingNumber",
    "in": "path",
    "required": true,
    "example": "6303",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   },
   {
    "name": "orderId",
    "in": "path",
    "required": true,
    "example": 74001,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   }
  ],
  "needsAppKey": true,
  "needsToken": true,
  "limit": "orders"
 },
 {
  "id": "cancelTransfer",
  "method": "DELETE",
  "path": "/v{version}/accounts/{accountId}/transfers/{transferId}",
  "parameters": [
   {
    "name": "version",
    "in": "path",
    "required": true,
    "example": "1.0",
    "schema": {
     "type": "string",
     "pattern": "^\\d+(\\.\\d+)?$"
    }
   },
   {
    "name": "accountId",
    "in": "path",
    "required": true,
    "example": 6303,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   },
   {
    "name": "transferId",
    "in": "path",
    "required": true,
    "example": "99c0509e-04ee-46a4-6ce4-08d7bc5cbf81",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   },
   {
    "name": "comment",
    "in": "query",
    "required": true,
    "example": "Accidental transfer",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   }
  ],
  "needsAppKey": true,
  "needsToken": true,
  "limit": "not documented"
 },
 {
  "id": "listOrders",
  "method": "GET",
  "path": "/v{version}/accounts/{accountId}/orders",
  "parameters": [
   {
    "name": "version",
    "in": "path",
    "required": true,
    "example": "1.0",
    "schema": {
     "type": "string",
     "pattern": "^\\d+(\\.\\d+)?$"
    }
   },
   {
    "name": "accountId",
    "in": "path",
    "required": true,
    "example": 6303,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   },
   {
    "name": "pageNumber",
    "in": "query",
    "required": true,
    "example": 0,
    "schema": {
     "type": "integer",
     "minimum": 0
    }
   },
   {
    "name": "pageSize",
    "in": "query",
    "required": true,
    "example": 20,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 100
    }
   },
   {
    "name": "filter",
    "in": "query",
    "required": false,
    "example": "Status in (0,1)",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   },
   {
    "name": "sortField",
    "in": "query",
    "required": false,
    "example": "CreateDate",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   },
   {
    "name": "desc",
    "in": "query",
    "required": false,
    "example": true,
    "schema": {
     "type": "boolean"
    }
   }
  ],
  "needsAppKey": true,
  "needsToken": true,
  "limit": "reads"
 },
 {
  "id": "listSyncOrders",
  "method": "GET",
  "path": "/v{version}/accounts/{accountId}/syncorders",
  "parameters": [
   {
    "name": "version",
    "in": "path",
    "required": true,
    "example": "1.0",
    "schema": {
     "type": "string",
     "pattern": "^\\d+(\\.\\d+)?$"
    }
   },
   {
    "name": "accountId",
    "in": "path",
    "required": true,
    "example": 6303,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 2147483647
    }
   },
   {
    "name": "pageNumber",
    "in": "query",
    "required": true,
    "example": 0,
    "schema": {
     "type": "integer",
     "minimum": 0
    }
   },
   {
    "name": "pageSize",
    "in": "query",
    "required": true,
    "example": 20,
    "schema": {
     "type": "integer",
     "minimum": 1,
     "maximum": 100
    }
   },
   {
    "name": "filter",
    "in": "query",
    "required": false,
    "example": "Status in (0,1)",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   },
   {
    "name": "sortField",
    "in": "query",
    "required": false,
    "example": "CreateDate",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   },
   {
    "name": "desc",
    "in": "query",
    "required": false,
    "example": true,
    "schema": {
     "type": "boolean"
    }
   }
  ],
  "needsAppKey": true,
  "needsToken": true,
  "limit": "reads"
 },
 {
  "id": "createToken",
  "method": "POST",
  "path": "/token",
  "parameters": [
   {
    "name": "Username",
    "in": "header",
    "required": true,
    "example": "trader",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   },
   {
    "name": "Password",
    "in": "header",
    "required": true,
    "example": "sandbox",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   },
   {
    "name": "VerificationCode",
    "in": "header",
    "required": false,
    "example": "123456",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   },
   {
    "name": "PinCode",
    "in": "header",
    "required": false,
    "example": "1234",
    "schema": {
     "type": "string",
     "minLength": 1
    }
   }
  ],
  "needsAppKey": true,
  "needsToken": false,
  "limit": "tokens"
 }
];

export const limits: Record<string, Limit> = {
 "orders": {
  "limit": 50,
  "windowSeconds": 60
 },
 "reads": {
  "limit": 120,
  "windowSeconds": 60
 },
 "tokens": {
  "limit": 10,
  "windowSeconds": 60
 }
};

/** By operationId, in the order of the spec. */
export const answers: Record<string, Answer[]> = {
 "cancelOrder": [
  {
   "status": 200,
   "example": "accepted-with-body",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {}
  },
  {
   "status": 204,
   "headers": {}
  },
  {
   "status": 401,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 401,
   "example": "token-expired",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 401,
   "example": "account-of-another-user",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 403,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 403,
   "example": "not-permitted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The user may not perform this operation on account 6303"
   }
  },
  {
   "status": 404,
   "example": "order-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 73552 does not exist"
   }
  },
  {
   "status": 404,
   "example": "account-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Account 6303 does not exist"
   }
  },
  {
   "status": 404,
   "example": "address-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "No HTTP resource was found that matches the request URI 'https://api.autoshares.dev/v2/accounts/6303/orders/73552'."
   }
  },
  {
   "status": 409,
   "example": "order-already-filled",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 73552 is already filled"
   }
  },
  {
   "status": 409,
   "example": "order-already-canceled",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 73552 is already canceled"
   }
  },
  {
   "status": 409,
   "example": "cancel-already-pending",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "A cancel of order 73552 is already pending"
   }
  },
  {
   "status": 422,
   "example": "validation-failed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 429,
   "example": "too-many-requests",
   "headers": {
    "Retry-After": "12",
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1767225612",
    "Content-type": "application/json"
   },
   "body": {
    "message": "Too many requests"
   }
  },
  {
   "status": 500,
   "example": "server-error",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "user-id-as-account-id",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "entity-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Validation error occured while processing entity",
    "ModelState": {}
   }
  },
  {
   "status": 502,
   "headers": {}
  },
  {
   "status": 503,
   "headers": {}
  },
  {
   "status": 504,
   "headers": {}
  }
 ],
 "getOrder": [
  {
   "status": 200,
   "example": "order-open",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-partially-filled",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-cancel-pending",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-cancel-rejected",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-canceled",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-filled",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-conditional",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 401,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 401,
   "example": "token-expired",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 401,
   "example": "account-of-another-user",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 403,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 403,
   "example": "not-permitted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The user may not perform this operation on account 6303"
   }
  },
  {
   "status": 404,
   "example": "order-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 73552 does not exist"
   }
  },
  {
   "status": 404,
   "example": "account-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Account 6303 does not exist"
   }
  },
  {
   "status": 404,
   "example": "address-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "No HTTP resource was found that matches the request URI 'https://api.autoshares.dev/v2/accounts/6303/orders/73552'."
   }
  },
  {
   "status": 422,
   "example": "validation-failed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 429,
   "example": "too-many-requests",
   "headers": {
    "Retry-After": "12",
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1767225612",
    "Content-type": "application/json"
   },
   "body": {
    "message": "Too many requests"
   }
  },
  {
   "status": 500,
   "example": "server-error",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "user-id-as-account-id",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "entity-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Validation error occured while processing entity",
    "ModelState": {}
   }
  },
  {
   "status": 502,
   "headers": {}
  },
  {
   "status": 503,
   "headers": {}
  },
  {
   "status": 504,
   "headers": {}
  }
 ],
 "cancelSyncOrder": [
  {
   "status": 200,
   "example": "accepted-with-body",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {}
  },
  {
   "status": 204,
   "headers": {}
  },
  {
   "status": 401,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 401,
   "example": "token-expired",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 401,
   "example": "account-of-another-user",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 403,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 403,
   "example": "not-permitted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The user may not perform this operation on account 6303"
   }
  },
  {
   "status": 404,
   "example": "order-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 73552 does not exist"
   }
  },
  {
   "status": 404,
   "example": "account-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Account 6303 does not exist"
   }
  },
  {
   "status": 404,
   "example": "address-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "No HTTP resource was found that matches the request URI 'https://api.autoshares.dev/v2/accounts/6303/orders/73552'."
   }
  },
  {
   "status": 409,
   "example": "order-already-filled",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 73552 is already filled"
   }
  },
  {
   "status": 409,
   "example": "order-already-canceled",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 73552 is already canceled"
   }
  },
  {
   "status": 409,
   "example": "cancel-already-pending",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "A cancel of order 73552 is already pending"
   }
  },
  {
   "status": 422,
   "example": "validation-failed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 429,
   "example": "too-many-requests",
   "headers": {
    "Retry-After": "12",
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1767225612",
    "Content-type": "application/json"
   },
   "body": {
    "message": "Too many requests"
   }
  },
  {
   "status": 500,
   "example": "server-error",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "user-id-as-account-id",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "entity-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Validation error occured while processing entity",
    "ModelState": {}
   }
  },
  {
   "status": 502,
   "headers": {}
  },
  {
   "status": 503,
   "headers": {}
  },
  {
   "status": 504,
   "headers": {}
  }
 ],
 "getSyncOrder": [
  {
   "status": 200,
   "example": "order-open",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-partially-filled",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-cancel-pending",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-cancel-rejected",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-canceled",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-filled",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "order-conditional",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 401,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 401,
   "example": "token-expired",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 401,
   "example": "account-of-another-user",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 403,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 403,
   "example": "not-permitted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The user may not perform this operation on account 6303"
   }
  },
  {
   "status": 404,
   "example": "order-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 73552 does not exist"
   }
  },
  {
   "status": 404,
   "example": "account-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Account 6303 does not exist"
   }
  },
  {
   "status": 404,
   "example": "address-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "No HTTP resource was found that matches the request URI 'https://api.autoshares.dev/v2/accounts/6303/orders/73552'."
   }
  },
  {
   "status": 422,
   "example": "validation-failed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 429,
   "example": "too-many-requests",
   "headers": {
    "Retry-After": "12",
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1767225612",
    "Content-type": "application/json"
   },
   "body": {
    "message": "Too many requests"
   }
  },
  {
   "status": 500,
   "example": "server-error",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "user-id-as-account-id",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "entity-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Validation error occured while processing entity",
    "ModelState": {}
   }
  },
  {
   "status": 502,
   "headers": {}
  },
  {
   "status": 503,
   "headers": {}
  },
  {
   "status": 504,
   "headers": {}
  }
 ],
 "cancelMutualFundOrder": [
  {
   "status": 200,
   "example": "accepted-with-body",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {}
  },
  {
   "status": 204,
   "headers": {}
  },
  {
   "status": 401,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 401,
   "example": "token-expired",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 401,
   "example": "account-of-another-user",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 403,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 403,
   "example": "not-permitted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The user may not perform this operation on account 6303"
   }
  },
  {
   "status": 404,
   "example": "account-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Account 6303 does not exist"
   }
  },
  {
   "status": 404,
   "example": "address-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "No HTTP resource was found that matches the request URI 'https://api.autoshares.dev/v2/accounts/6303/orders/73552'."
   }
  },
  {
   "status": 409,
   "example": "order-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 74001 does not exist"
   }
  },
  {
   "status": 409,
   "example": "order-already-filled",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 74001 is already filled"
   }
  },
  {
   "status": 409,
   "example": "order-already-canceled",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Order 74001 is already canceled"
   }
  },
  {
   "status": 409,
   "example": "cancel-already-pending",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "A cancel of order 74001 is already pending"
   }
  },
  {
   "status": 422,
   "example": "validation-failed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 429,
   "example": "too-many-requests",
   "headers": {
    "Retry-After": "12",
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1767225612",
    "Content-type": "application/json"
   },
   "body": {
    "message": "Too many requests"
   }
  },
  {
   "status": 500,
   "example": "server-error",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "user-id-as-account-id",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "entity-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Validation error occured while processing entity",
    "ModelState": {}
   }
  },
  {
   "status": 502,
   "headers": {}
  },
  {
   "status": 503,
   "headers": {}
  },
  {
   "status": 504,
   "headers": {}
  }
 ],
 "cancelTransfer": [
  {
   "status": 200,
   "example": "accepted-with-body",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {}
  },
  {
   "status": 204,
   "headers": {}
  },
  {
   "status": 401,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 401,
   "example": "token-expired",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 401,
   "example": "account-of-another-user",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 403,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 403,
   "example": "not-permitted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The user may not perform this operation on account 6303"
   }
  },
  {
   "status": 404,
   "example": "transfer-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Transfer 99c0509e-04ee-46a4-6ce4-08d7bc5cbf81 does not exist"
   }
  },
  {
   "status": 404,
   "example": "account-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Account 6303 does not exist"
   }
  },
  {
   "status": 404,
   "example": "address-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "No HTTP resource was found that matches the request URI 'https://api.autoshares.dev/v2/accounts/6303/orders/73552'."
   }
  },
  {
   "status": 409,
   "example": "transfer-already-done",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Transfer 99c0509e-04ee-46a4-6ce4-08d7bc5cbf81 is already done"
   }
  },
  {
   "status": 409,
   "example": "transfer-cancel-pending",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "A cancel of transfer 99c0509e-04ee-46a4-6ce4-08d7bc5cbf81 is already pending"
   }
  },
  {
   "status": 422,
   "example": "validation-failed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 429,
   "example": "too-many-requests",
   "headers": {
    "Retry-After": "12",
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1767225612",
    "Content-type": "application/json"
   },
   "body": {
    "message": "Too many requests"
   }
  },
  {
   "status": 500,
   "example": "server-error",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "user-id-as-account-id",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "entity-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Validation error occured while processing entity",
    "ModelState": {}
   }
  },
  {
   "status": 502,
   "headers": {}
  },
  {
   "status": 503,
   "headers": {}
  },
  {
   "status": 504,
   "headers": {}
  }
 ],
 "listOrders": [
  {
   "status": 200,
   "example": "orders-listed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "orders-empty",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Result": [],
    "NextPageLink": null,
    "PreviousPageLink": null,
    "TotalCount": 0
   }
  },
  {
   "status": 400,
   "example": "filter-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The filter is not valid"
   }
  },
  {
   "status": 401,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 401,
   "example": "token-expired",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 401,
   "example": "account-of-another-user",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 403,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 403,
   "example": "not-permitted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The user may not perform this operation on account 6303"
   }
  },
  {
   "status": 404,
   "example": "account-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Account 6303 does not exist"
   }
  },
  {
   "status": 404,
   "example": "address-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "No HTTP resource was found that matches the request URI 'https://api.autoshares.dev/v2/accounts/6303/orders/73552'."
   }
  },
  {
   "status": 422,
   "example": "validation-failed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 429,
   "example": "too-many-requests",
   "headers": {
    "Retry-After": "12",
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1767225612",
    "Content-type": "application/json"
   },
   "body": {
    "message": "Too many requests"
   }
  },
  {
   "status": 500,
   "example": "server-error",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "user-id-as-account-id",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "entity-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Validation error occured while processing entity",
    "ModelState": {}
   }
  },
  {
   "status": 502,
   "headers": {}
  },
  {
   "status": 503,
   "headers": {}
  },
  {
   "status": 504,
   "headers": {}
  }
 ],
 "listSyncOrders": [
  {
   "status": 200,
   "example": "orders-listed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 200,
   "example": "orders-empty",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Result": [],
    "NextPageLink": null,
    "PreviousPageLink": null,
    "TotalCount": 0
   }
  },
  {
   "status": 400,
   "example": "filter-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The filter is not valid"
   }
  },
  {
   "status": 401,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 401,
   "example": "token-expired",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 401,
   "example": "account-of-another-user",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Authorization has been denied for this request."
   }
  },
  {
   "status": 403,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 403,
   "example": "not-permitted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The user may not perform this operation on account 6303"
   }
  },
  {
   "status": 404,
   "example": "account-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "Account 6303 does not exist"
   }
  },
  {
   "status": 404,
   "example": "address-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "No HTTP resource was found that matches the request URI 'https://api.autoshares.dev/v2/accounts/6303/orders/73552'."
   }
  },
  {
   "status": 422,
   "example": "validation-failed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 429,
   "example": "too-many-requests",
   "headers": {
    "Retry-After": "12",
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1767225612",
    "Content-type": "application/json"
   },
   "body": {
    "message": "Too many requests"
   }
  },
  {
   "status": 500,
   "example": "server-error",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "user-id-as-account-id",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "entity-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Validation error occured while processing entity",
    "ModelState": {}
   }
  },
  {
   "status": 502,
   "headers": {}
  },
  {
   "status": 503,
   "headers": {}
  },
  {
   "status": 504,
   "headers": {}
  }
 ],
 "createToken": [
  {
   "status": 200,
   "example": "token-issued",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "State": "Succeeded",
    "Token": "sandbox-token-1"
   }
  },
  {
   "status": 202,
   "example": "second-factor-wanted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "State": "Expecting",
    "Step": "VerificationCode",
    "Reason": "Expecting confirmation code",
    "Token": "sandbox-interim-token-1"
   }
  },
  {
   "status": 202,
   "example": "pin-wanted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "State": "Expecting",
    "Step": "SecutityPin",
    "Reason": "Invalid pin",
    "Token": "sandbox-interim-token-1"
   }
  },
  {
   "status": 401,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 401,
   "example": "password-wrong",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "State": "Failed",
    "Step": "BaseAuthentication",
    "Reason": "Invalid credentials"
   }
  },
  {
   "status": 401,
   "example": "password-expired",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "State": "BaseAuthentication",
    "Reason": "Your Password has expired and must be changed"
   }
  },
  {
   "status": 401,
   "example": "code-wrong",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "State": "Failed",
    "Step": "VerificationCode"
   }
  },
  {
   "status": 401,
   "example": "pin-wrong",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "State": "Failed",
    "Step": "SecutityPin",
    "Reason": "Invalid pin"
   }
  },
  {
   "status": 401,
   "example": "interim-token-missing",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "State": "Failed",
    "Step": "VerificationCode",
    "Reason": "Corrupted ticket"
   }
  },
  {
   "status": 403,
   "example": "app-key-unknown",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "error": "Application key is not defined or does not exist"
   }
  },
  {
   "status": 403,
   "example": "not-permitted",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "The user may not perform this operation on account 6303"
   }
  },
  {
   "status": 422,
   "example": "validation-failed",
   "headers": {
    "Content-type": "application/json"
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
  },
  {
   "status": 429,
   "example": "too-many-requests",
   "headers": {
    "Retry-After": "12",
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1767225612",
    "Content-type": "application/json"
   },
   "body": {
    "message": "Too many requests"
   }
  },
  {
   "status": 500,
   "example": "server-error",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "user-id-as-account-id",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "message": "An error occurred while processing your request",
    "error": "Unexpected server error"
   }
  },
  {
   "status": 500,
   "example": "entity-invalid",
   "headers": {
    "Content-type": "application/json"
   },
   "body": {
    "Message": "Validation error occured while processing entity",
    "ModelState": {}
   }
  },
  {
   "status": 502,
   "headers": {}
  },
  {
   "status": 503,
   "headers": {}
  },
  {
   "status": 504,
   "headers": {}
  }
 ]
};
