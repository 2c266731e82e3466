// Clients as the tests make them, the order of the story, and how a failure is caught.
import { expect } from "vitest";
import * as sdk from "../../src/index.js";
import {
  type AutoSharesError,
  type ClientOptions,
  createClient,
  AutoSharesError as ErrorBase,
  memoryBudget,
} from "../../src/index.js";
import { type Answer, json, NO_CONTENT, type Received } from "./server.js";

/** Every class of error that the package exports, by name. */
export const ERROR_CLASSES = new Map(
  Object.entries(sdk).filter(([name]) => name.endsWith("Error") && name !== "AutoSharesError"),
) as Map<string, typeof sdk.ServerError & { code: string }>;

/** Account and order of the vendor's example. */
export const IDS = { accountId: 6303, orderId: 73552 };
export const SIGN_IN = { Username: "trader", Password: "sandbox" };
export const CREDENTIALS = { username: "trader", password: "sandbox" };
export const ORDER = {
  Id: 73552,
  AccountId: 6303,
  Status: "New",
  Side: "Buy",
  Quantity: 100,
  ExecutedQuantity: 0,
};

const NO_LIMIT = Number.POSITIVE_INFINITY;
export const UNLIMITED = memoryBudget({ limits: { orders: NO_LIMIT, reads: NO_LIMIT, tokens: NO_LIMIT } });

export const CANCEL_PATH = "/v1.0/accounts/6303/orders/73552";

export function clientOf({ url }: { url: string }, options: Partial<ClientOptions> = {}) {
  const auth = "token" in options || "credentials" in options ? {} : { token: "token-of-the-test" };
  return createClient({ baseUrl: url, appKey: "key-of-the-test", ...auth, ...options });
}

/** The error of a call. Fails if it resolves, or rejects with anything that is not an error of ours. */
export async function failure(promise: Promise<unknown>): Promise<AutoSharesError> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!("error" in outcome)) throw new Error(`resolved with ${JSON.stringify(outcome.value)}`);
  if (!(outcome.error instanceof ErrorBase)) throw outcome.error;
  return outcome.error;
}

/** The error of something that throws at once. */
export function thrown(action: () => unknown): AutoSharesError {
  let error: unknown;
  try {
    action();
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(ErrorBase);
  return error as AutoSharesError;
}

/** A script of an API with tokens: `/token` answers `token-1`, `token-2`, …; the rest as `others` says. */
export function api(
  others: (request: Received, token: string) => Answer | Promise<Answer> = () => NO_CONTENT,
) {
  let issued = 0;
  return (request: Received) =>
    request.target === "/token"
      ? json(200, { State: "Succeeded", Token: `token-${++issued}` })
      : others(request, bearer(request));
}

export function bearer(request: Received): string {
  return request.header("authorization")?.replace(/^Bearer /, "") ?? "";
}

export const DENIED = { Message: "Authorization has been denied for this request." };
