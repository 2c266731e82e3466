// What left the clients, seen at the boundary of `fetch`, and what that says of each request by the table of fates.

export type Kind = "delete" | "read" | "list" | "token";
export type Fate = "not-sent" | "accepted" | "refused" | "unknown";

/** One request. Times are monotonic. */
export interface Sent {
  readonly n: number;
  readonly client: string;
  readonly kind: Kind;
  readonly path: string;
  readonly accountId: number | undefined;
  readonly orderId: number | undefined;
  /** The slow endpoint. */
  readonly slow: boolean;
  readonly leftAt: number;
  /** False: no connection came about. */
  left: boolean;
  /** When it reached the server; twice if the runtime sent it again. */
  readonly arrivals: number[];
  /** When `fetch` or its body settled. */
  endedAt?: number;
  status?: number;
  /** Head and body arrived. */
  complete: boolean;
  body: string;
  headers: Record<string, string>;
  /** The caller gave it up before it settled. */
  aborted: boolean;
  /** The API took the cancel, whatever the caller was told. */
  taken: boolean;
  /** The first of two was taken and the caller saw the answer to the second. */
  doubled: boolean;
  /** Until when the answer told to wait, where it can be used; undefined: it told nothing that can. */
  toldUntil?: number | undefined;
  /** What befell it, in words. */
  note: string;
}

export const isWrongAddress = ({ body }: Sent): boolean =>
  body.includes("No HTTP resource") || body.startsWith("<");

const REGISTERED = [400, 401, 402, 403, 404, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 416, 417];
const ALSO_REGISTERED = [421, 422, 423, 424, 425, 426, 428, 429, 431, 451];

const FAILED = ['"IsSucceed":false', '"Errors":["', '"error":"', '"StatusCode":4'];

/** A 2xx that is the API's: nothing, or an object that does not say that it failed. */
function isOfTheApi({ body }: Sent): boolean {
  if (body === "") return true;
  try {
    const data = JSON.parse(body);
    return Object(data) === data && !FAILED.some((words) => body.includes(words));
  } catch {
    return false;
  }
}

/** The table of fates in DESIGN, of what was known by then. */
export function fateOf(sent: Sent, by: number): Fate {
  if (!sent.left) return "not-sent";
  const { status, complete, endedAt = Number.POSITIVE_INFINITY } = sent;
  if (status === undefined || !complete || endedAt > by) return "unknown";
  if (status >= 200 && status < 300) return isOfTheApi(sent) ? "accepted" : "unknown";
  return [...REGISTERED, ...ALSO_REGISTERED].includes(status) ? "refused" : "unknown";
}

/** What may be said of it at that moment: an answer in the very millisecond may count or not. */
export function possibleFates(sent: Sent, by: number): Fate[] {
  const fates: Fate[] = [fateOf(sent, by)];
  // Who gives up before the connection fails cannot know that it would have.
  if (sent.left ? sent.endedAt === by : sent.aborted || (sent.endedAt ?? by) >= by) fates.push("unknown");
  // Of a 204 and a broken-off 200 the head says all; 418 is registered as unused.
  if (sent.status === 200 && !sent.complete) fates.push("accepted");
  if (sent.status === 418) fates.push("refused");
  return fates;
}

/** The order that an answer shows, if it is the one that was asked for. */
export function orderIn(sent: Sent): Record<string, unknown> | undefined {
  if (sent.kind !== "read" || sent.status !== 200 || !sent.complete) return undefined;
  try {
    const order = JSON.parse(sent.body);
    const isIt = order?.Id === sent.orderId && order.AccountId === sent.accountId;
    return isIt && typeof order.Status === "string" ? order : undefined;
  } catch {
    return undefined;
  }
}

export const describe = (sent: Sent): string => {
  const answer = sent.status === undefined ? "no answer" : `${sent.status}${sent.complete ? "" : " cut"}`;
  const order = orderIn(sent);
  const times = `${sent.leftAt % 1e8}..${sent.endedAt ?? "?"} arrived ${sent.arrivals.join(",") || "never"}`;
  const shown = order ? ` ${order.Status}/${order.Target}` : ` ${sent.body.slice(0, 60)}`;
  const effect = `${sent.taken ? " TAKEN" : ""}${sent.left ? "" : " not left"}${sent.doubled ? " DOUBLED" : ""}`;
  return `#${sent.n} ${sent.client} ${sent.kind}${sent.slow ? " slow" : ""} ${times}: ${answer}${shown}${effect} (${sent.note})`;
};
