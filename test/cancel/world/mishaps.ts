// Everything that may befall one request between the client and the server, as a table.
import { type Answer, appKeyUnknown, denied, empty, forbidden, html, json, problem } from "./answers.js";
import type { Kind } from "./log.js";
import type { Random } from "./random.js";

export interface Mishap {
  /** How often, compared with the others. */
  readonly weight: number;
  readonly kinds: readonly Kind[];
  /** The request does not leave, or does not arrive, or arrives late, or twice. */
  readonly there?: "no connection" | "lost" | "late" | "twice";
  /** The answer does not come back, or late, or not whole. */
  readonly back?: "lost" | "late" | "cut" | "stalled";
  /** Somebody else's answer. The request reaches the server all the same where `reaches` says so. */
  readonly instead?: (random: Random, label: string) => Answer;
  readonly reaches?: "always" | "sometimes";
}

const ALL: readonly Kind[] = ["delete", "read", "list", "token"];
const ORDERS: readonly Kind[] = ["delete", "read", "list"];

/** What a 2xx must not say. */
const FAILURES = [
  { IsSucceed: false },
  { IsSucceed: false, Errors: ["No"] },
  { Errors: ["No"], ErrorsCode: ["7"] },
  { error: "No" },
  { StatusCode: 409, Errors: [] },
  "No",
];

export const MISHAPS = {
  "no connection": { weight: 5, kinds: ALL, there: "no connection" },
  "lost on the way there": { weight: 5, kinds: ALL, there: "lost" },
  "late on the way there": { weight: 5, kinds: ALL, there: "late" },
  "sent twice by the runtime": { weight: 4, kinds: ["delete"], there: "twice" },
  "lost on the way back": { weight: 7, kinds: ALL, back: "lost" },
  "late on the way back": { weight: 6, kinds: ALL, back: "late" },
  "cut off": { weight: 3, kinds: ALL, back: "cut" },
  "stalled body": { weight: 2, kinds: ALL, back: "stalled" },
  "captive portal": { weight: 3, kinds: ALL, instead: () => html(200) },
  "says it did not succeed": {
    weight: 2,
    kinds: ALL,
    instead: (random, label) => json(200, random.pick(`${label} failure`, FAILURES)),
  },
  "no JSON": {
    weight: 2,
    kinds: ["read", "list", "token"],
    instead: () => ({ ...html(200), body: '{"Id": 1' }),
  },
  "empty 200": { weight: 1, kinds: ["read", "list", "token"], instead: () => empty(200) },
  "JSON that is no order": {
    weight: 1,
    kinds: ["read", "list", "token"],
    instead: () => json(200, [null, 7]),
  },
  proxy: {
    weight: 5,
    kinds: ALL,
    instead: (random, label) => html(random.pick(`${label} status`, [500, 502, 503, 504])),
    reaches: "sometimes",
  },
  "proxy that says when": {
    weight: 2,
    kinds: ALL,
    instead: (random, label) =>
      html(503, { "retry-after": random.pick(`${label} when`, ["0", "2", "900", "x"]) }),
  },
  redirect: { weight: 2, kinds: ALL, instead: () => empty(302, { location: "https://login.test/" }) },
  "server error": {
    weight: 4,
    kinds: ALL,
    instead: (random, label) => problem(500, random, label),
    reaches: "sometimes",
  },
  "unregistered status": {
    weight: 2,
    kinds: ALL,
    instead: (random, label) => problem(random.pick(`${label} status`, [418, 460, 499]), random, label),
    reaches: "sometimes",
  },
  "request timeout": { weight: 2, kinds: ALL, instead: () => empty(408), reaches: "sometimes" },
  "another refusal": {
    weight: 3,
    kinds: ORDERS,
    instead: (random, label) => problem(random.pick(`${label} status`, [400, 405, 410, 422]), random, label),
  },
  unauthorized: { weight: 4, kinds: ORDERS, instead: denied },
  forbidden: { weight: 2, kinds: ORDERS, instead: forbidden },
  "app key unknown": { weight: 2, kinds: ALL, instead: () => appKeyUnknown(403) },
  "not found": { weight: 3, kinds: ORDERS, instead: (random, label) => problem(404, random, label) },
} satisfies Record<string, Mishap>;

export type MishapName = keyof typeof MISHAPS;

const BY_KIND = Object.fromEntries(
  ALL.map((kind) => [
    kind,
    Object.fromEntries(
      Object.entries<Mishap>(MISHAPS).flatMap(([name, { kinds, weight }]) =>
        kinds.includes(kind) ? [[name, weight]] : [],
      ),
    ),
  ]),
) as Record<Kind, Record<MishapName, number>>;

/** What befalls a request, if anything. */
export function mishapOf(kind: Kind, random: Random, label: string, trouble: number): MishapName | undefined {
  if (!random.happens(`${label} mishap`, trouble)) return undefined;
  return random.weighted(`${label} which`, BY_KIND[kind]);
}
