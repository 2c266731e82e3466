// What the compiler promises. Checked by `npm run check`; nothing here runs. An `@ts-expect-error` fails
// when its line compiles.
import {
  type AbortError,
  AutoSharesError,
  ConflictError,
  type ConnectionError,
  createClient,
  type Fate,
  type RateLimitError,
  SecondFactorError,
  type TimeoutError,
  type TokenError,
} from "../../src/index.js";
import { holds, type Same } from "../types.js";

const client = createClient({ baseUrl: "https://api.autoshares.dev", appKey: "k", token: "t" });
const ids = { accountId: 6303, orderId: 73552 };
declare const error: unknown;

export async function resultsAreTyped() {
  const order = await client.getOrder(ids);
  holds<Same<typeof order.Quantity, number | undefined>>();
  const isKnown: boolean = order.Status === "Filled";
  const maybe = await client.cancelOrder(ids);
  // @ts-expect-error a 204 has no body
  maybe.toString();
  const answer = await client.createToken({ Username: "u", Password: "p" });
  // @ts-expect-error a 202 has no reason to be a success
  const state: "Succeeded" = answer.State;
  if (answer.State === "Succeeded") holds<Same<typeof answer.State, "Succeeded">>();
  return [isKnown, state];
}

export function instanceofNarrowsToTheUnion() {
  // @ts-expect-error nothing is known of a caught value
  error.fate;
  if (!(error instanceof AutoSharesError)) return;
  holds<Same<typeof error.fate, Fate>>();
  holds<Same<typeof error, AutoSharesError>>();
  // @ts-expect-error only the second factor has a step
  error.step;
  if (error instanceof SecondFactorError) error.signIn({ pinCode: "1234" });
}

export function statusNarrowsTheBody() {
  if (!(error instanceof AutoSharesError)) return;
  if (error.status === 409) {
    // A 409 whose body broke off is no refusal.
    holds<Same<typeof error, ConflictError | ConnectionError | TimeoutError | AbortError>>();
    const words: string | undefined = error.body?.message;
    // @ts-expect-error a 409 may come without a body
    error.body.message;
    // @ts-expect-error a 409 says `message`, not `Message`
    error.body?.Message;
    return words;
  }
  if (error.status === 401) {
    const words: string | undefined = error.body?.Message ?? error.body?.error;
    return words;
  }
  if (error.status === 422) return error.body?.Errors?.[0];
  if (error.status === 429) {
    holds<Same<typeof error, RateLimitError | ConnectionError | TimeoutError | AbortError>>();
    return error.retryAfterMs?.toFixed();
  }
  if (error.status === undefined) {
    // @ts-expect-error without an answer there is no body to read
    error.body.message;
  }
  return error.bodyText;
}

export function codeNarrowsToo() {
  if (!(error instanceof AutoSharesError)) return;
  // @ts-expect-error no such code
  if (error.code === "conflicts") return;
  switch (error.code) {
    case "token":
      holds<Same<typeof error, TokenError>>();
      return;
    case "second-factor":
      return error.step;
    case "argument":
      holds<Same<typeof error.status, undefined>>();
  }
}

export function argumentsAreRequiredAndKnown() {
  // @ts-expect-error no arguments
  client.cancelOrder();
  // @ts-expect-error no orderId
  client.cancelOrder({ accountId: 6303 });
  // @ts-expect-error an id is a number
  client.cancelOrder({ accountId: 6303, orderId: "73552" });
  // @ts-expect-error a bigint is none
  client.cancelOrder({ accountId: 6303, orderId: 73552n });
  // @ts-expect-error unknown argument
  client.cancelOrder({ ...ids, id: 1 });
  // @ts-expect-error optional is not the same as undefined
  client.cancelOrder({ ...ids, version: undefined });
  // @ts-expect-error no such operation
  client.cancelAll(ids);
  client.listOrders({ accountId: 6303, pageNumber: 0, pageSize: 20, desc: true });
  // @ts-expect-error pages must be said
  client.listOrders({ accountId: 6303 });
}

export function optionsAreKnown() {
  const base = { baseUrl: "https://api.autoshares.dev", appKey: "k" };
  // @ts-expect-error no base URL
  createClient({ appKey: "k" });
  // @ts-expect-error no app key
  createClient({ baseUrl: base.baseUrl });
  // @ts-expect-error misspelled option
  createClient({ ...base, timeout: 5 });
  // @ts-expect-error a Headers object is not looked into
  createClient({ ...base, headers: new Headers() });
  // @ts-expect-error optional is not the same as undefined
  createClient({ ...base, timeoutMs: undefined });
  // @ts-expect-error credentials have two parts
  createClient({ ...base, credentials: { username: "u" } });
  // @ts-expect-error a token function returns text
  createClient({ ...base, token: () => 5 });
  createClient({ ...base, token: async (refused) => refused ?? "t", fetch });
  client.cancelOrder(ids, { timeoutMs: 5, signal: new AbortController().signal });
  // @ts-expect-error misspelled option of a call
  client.cancelOrder(ids, { timeout: 5 });
  // @ts-expect-error one factor at a time is needed
  if (error instanceof SecondFactorError) error.signIn({});
}

export function factsAreReadOnly() {
  if (!(error instanceof ConflictError)) return;
  // @ts-expect-error what happened has happened
  error.fate = "accepted";
}
