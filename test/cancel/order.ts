// Owns the order that the tests of `cancel()` are about.

export const BASE_URL = "https://api.example.test";
export const ORDER = { accountId: 1, orderId: 2 };

/** The order as the API shows it. */
export const order = (Status: string, more: object = {}) => ({
  Id: ORDER.orderId,
  AccountId: ORDER.accountId,
  Status,
  Side: "Buy",
  Quantity: 150,
  ExecutedQuantity: 0,
  ...more,
});
