// Owns what a check of a deployment finds, and what to do about it. Pure.
import type { AutoSharesError } from "../client/errors.js";
import { EXIT } from "./exit.js";

/** `problem`: something to correct before anything is canceled. `note`: worth knowing. */
export interface Finding {
  readonly level: "ok" | "note" | "problem";
  /** What was looked at. */
  readonly about: string;
  readonly says: string;
  /** Of a problem: the exit status that it leads to. */
  readonly status?: number;
}

export const ok = (about: string, says: string): Finding => ({ level: "ok", about, says });
export const note = (about: string, says: string): Finding => ({ level: "note", about, says });
const problem = (about: string, says: string, status: number): Finding => ({
  level: "problem",
  about,
  says,
  status,
});

/** What a failed request says of the deployment and of what was given. */
export function findingOf(error: AutoSharesError, accountId?: number): Finding {
  const { code, status } = error;
  if (code === "connection" || code === "timeout")
    return problem("address", `${error.message} ${CHECK_ADDRESS}`, EXIT.cannotRun);
  if (isOfAnother(error)) return problem("address", OF_ANOTHER, EXIT.cannotRun);
  if (code === "app-key")
    return problem("app key", "It was not accepted. Check AUTOSHARES_APP_KEY.", EXIT.noAccess);
  if (code === "second-factor")
    return problem(
      "sign-in",
      "The user has a second factor. Sign in elsewhere and set AUTOSHARES_TOKEN.",
      EXIT.noAccess,
    );
  if (isOfSignIn(error)) return signInFinding(error);
  if (code === "not-found" && error.wrongAddress)
    return problem(
      "address",
      "The server does not know this path. Check AUTOSHARES_BASE_URL and AUTOSHARES_VERSION.",
      EXIT.cannotRun,
    );
  if (code === "token")
    return problem(
      "account",
      `401: the token is not accepted, or account ${accountId} is another user's.`,
      EXIT.noAccess,
    );
  if (code === "permission")
    return problem(
      "account",
      `403: the user may not use account ${accountId}, or not this way.`,
      EXIT.noAccess,
    );
  if (code === "not-found")
    return problem("account", `404: there is no account ${accountId}.`, EXIT.notProven);
  if (code === "server" && status === 500)
    return problem(
      "account",
      `500: is ${accountId} the number of the account? The number of a user gets this answer, for good.`,
      EXIT.notProven,
    );
  if (code === "rate-limit")
    return problem(
      "limit",
      "429: the limit is reached already. Wait a minute; is another program running?",
      EXIT.notProven,
    );
  return problem("answer", error.message, EXIT.notProven);
}

const CHECK_ADDRESS = "Check AUTOSHARES_BASE_URL (http or https, host, port) and the network.";

const OF_ANOTHER =
  "What answers there is not the API, but perhaps a web page or a sign-in in between. Check AUTOSHARES_BASE_URL and the network.";

/** A success that is not the API's, such as a page in HTML. */
const isOfAnother = ({ code, status }: AutoSharesError): boolean =>
  code === "answer" && status !== undefined && status < 300;

const isOfSignIn = ({ request }: AutoSharesError): boolean => request?.path.endsWith("/token") === true;

function signInFinding(error: AutoSharesError): Finding {
  if (error.code === "token" || error.code === "permission")
    return problem(
      "sign-in",
      "User and password were not accepted. Check AUTOSHARES_USER and AUTOSHARES_PASS.",
      EXIT.noAccess,
    );
  if (error.code === "not-found")
    return problem(
      "address",
      "There is no sign-in at this address. Check AUTOSHARES_BASE_URL: it has no version, and ends before /token.",
      EXIT.cannotRun,
    );
  return problem("sign-in", error.message, EXIT.noAccess);
}

/** What the first page of orders decides of what the vendor's pages say in two ways. */
export function pageFindings(page: unknown): Finding[] {
  if (Array.isArray(page))
    return [note("list", "Orders come as a bare list, without `Result`. That is understood.")];
  const { Result, NextPageLink, TotalCount } = Object(page) as Record<string, unknown>;
  if (!Array.isArray(Result)) return [problem("list", "The answer is no list of orders.", EXIT.notProven)];
  const last = NextPageLink === null ? "null" : NextPageLink === "" ? "an empty text" : "a link";
  const total = typeof TotalCount === "number" ? `${TotalCount} orders` : "orders, without their number";
  return [ok("list", `The account has ${total}; \`NextPageLink\` is ${last}.`)];
}

/** What the headers of all answers say together. */
export function headerFindings(all: readonly Readonly<Record<string, string>>[], now: number): Finding[] {
  const found: Finding[] = [];
  if (all.some((headers) => headers["x-deprecated"] !== undefined))
    found.push(
      note("version", "An answer says X-Deprecated: the endpoint goes 90 days after that was announced."),
    );
  const limits = all.find((headers) => headers["x-ratelimit-limit"] !== undefined);
  if (limits)
    found.push(
      note(
        "limit",
        `X-RateLimit-Limit is ${limits["x-ratelimit-limit"]}, ${limits["x-ratelimit-remaining"]} left.`,
      ),
    );
  const date = all.map(({ date }) => Date.parse(date ?? "")).find((ms) => !Number.isNaN(ms));
  if (date !== undefined && Math.abs(date - now) > 30_000)
    found.push(
      note(
        "clock",
        `The server's clock and this machine's differ by ${Math.round(Math.abs(date - now) / 1_000)} s.`,
      ),
    );
  return found;
}

/** What reading an order that does not exist decides. */
export function unknownOrderFinding(status: number | undefined): Finding {
  const about = "unknown order";
  if (status === 404) return ok(about, "404, as documented.");
  if (status === 409)
    return note(about, "409, as one of the vendor's pages says. cancel() reads the order to tell.");
  return note(about, `Answered ${status ?? "not at all"}, which no page of the vendor documents.`);
}
