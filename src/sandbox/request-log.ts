// Owns what is remembered and written of each request: never a secret, so never a header.

/** What came, and what became of it. */
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
  /** What was answered, once it was: a status, or what became of the connection. */
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

/** The latest `most` requests, in a ring: a sandbox may answer millions. */
export function createRequestLog(most: number): RequestLog {
  let ring: RequestRecord[] = [];
  let start = 0;
  let totals = new Map<string, number>();
  return {
    add(record) {
      const name = record.operation ?? "no operation";
      totals.set(name, (totals.get(name) ?? 0) + 1);
      if (ring.length < most) ring.push(record);
      else {
        ring[start] = record;
        start = (start + 1) % most;
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

/** Beyond these a path is cut: somebody's 8 KB of it would drown the rest, and 10,000 of them would fill the memory. */
const PATH_IN_LINE = 120;
const PATH_IN_RECORD = 500;
const LINE = 1000;

/** `14:30:03.120  DELETE /v1.0/accounts/6303/orders/73552  204  cancel: taken; …` */
export function logLine(record: RequestRecord, reason: string): string {
  const time = new Date(record.at).toISOString().slice(11, 23);
  const line = `${record.method} ${cut(record.path, PATH_IN_LINE)}  ${record.outcome}  ${record.rule}: ${reason}`;
  return `${time}  ${printable(cut(line, LINE))}`;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** Of its own: a part of a long text would keep all of it in memory. */
function copied(text: string, most: number): string {
  return text.length > most ? [...text.slice(0, most)].join("") : text;
}

/** Control characters and what turns the direction of text could forge lines, or rule a terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) => {
    const code = found.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

export function newRecord(method: string, path: string, rule: string, at: number): RequestRecord {
  return {
    at,
    operation: undefined,
    method,
    path: copied(path, PATH_IN_RECORD),
    accountId: undefined,
    orderId: undefined,
    counted: false,
    rule,
    outcome: undefined,
    answeredAt: undefined,
  };
}
