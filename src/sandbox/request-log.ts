// Owns what is kept and logged of each request: never a secret, and so never a header.

/** A request and its outcome. */
export interface RequestRecord {
  at: number;
  operation: string | undefined;
  method: string;
  path: string;
  accountId: number | undefined;
  orderId: number | undefined;
  /** Whether it got as far as being counted against its limit. */
  counted: boolean;
  rule: string;
  /** Status of the response, or what happened to the connection; undefined until then. */
  outcome: number | "closed" | "reset" | "nothing" | undefined;
  answeredAt: number | undefined;
}

export interface RequestLog {
  add(record: RequestRecord): void;
  /** Oldest first. */
  all(): RequestRecord[];
  /** How many ever came, by operation. */
  counts(): Record<string, number>;
  clear(): void;
}

/** Keeps the latest `max` requests in a ring: a sandbox may answer millions. */
export function createRequestLog(max: number): RequestLog {
  let ring: RequestRecord[] = [];
  let start = 0;
  let totals = new Map<string, number>();
  return {
    add(record) {
      const { operation: name = "no operation" } = record;
      const total = totals.get(name) ?? 0;
      totals.set(name, total + 1);
      if (ring.length < max) ring.push(record);
      else {
        ring[start] = record;
        start = (start + 1) % max;
      }
    },
    all: () => [...ring.slice(start), ...ring.slice(0, start)],
    counts: () => Object.fromEntries(totals),
    clear() {
      ring = [];
      start = 0;
      totals = new Map();
    },
  };
}

/** A path of 8 KB would make a line unreadable, and 10,000 of them would fill the memory. */
const MAX_PATH_IN_LINE = 120;
const MAX_PATH_IN_RECORD = 500;
const MAX_LINE = 1000;

/** `14:30:03.120  DELETE /v1.0/accounts/6303/orders/73552  204  cancel: taken; …` */
export function logLine(record: RequestRecord, reason: string): string {
  const time = new Date(record.at).toISOString().slice(11, 23);
  const line = `${record.method} ${cut(record.path, MAX_PATH_IN_LINE)}  ${record.outcome}  ${record.rule}: ${reason}`;
  return `${time}  ${printable(cut(line, MAX_LINE))}`;
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max)}…`;
}

/** A real copy: a slice of a long text would keep all of it in memory. */
function copied(text: string, max: number): string {
  if (text.length <= max) return text;
  return [...text.slice(0, max)].join("");
}

/** Escapes control characters and direction marks, which could forge lines or control a terminal. */
function printable(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`,
  );
}

export function newRecord(method: string, path: string, rule: string, at: number): RequestRecord {
  return {
    at,
    operation: undefined,
    method,
    path: copied(path, MAX_PATH_IN_RECORD),
    accountId: undefined,
    orderId: undefined,
    counted: false,
    rule,
    outcome: undefined,
    answeredAt: undefined,
  };
}
