// Recognizable secrets, the forms in which servers and libraries write them, and a search that finds each.
import { inspect } from "node:util";

/** With every mark that some encoder writes in another way. The pin has none, as pins do. */
export const PLANTED = {
  appKey: "KEY-7f3a&'\"<\\/+é=%41",
  token: "tok.en-aa11+/~_&'\"<=",
  renewed: "renewed.bb22+/~_&'\"<=",
  interim: "interim.cc33+/~_&'\"<=",
  username: "user-9d2b&'\"+x@y z",
  password: "pass word-5e1c&'\"<>\\/é%41 `$^*(.)[]{}|?",
  code: "code-66&1'\"+",
  pin: "90417",
};

export const PLANTED_CREDENTIALS = { username: PLANTED.username, password: PLANTED.password };
export const PLANTED_SIGN_IN = {
  Username: PLANTED.username,
  Password: PLANTED.password,
  VerificationCode: PLANTED.code,
  PinCode: PLANTED.pin,
};

const eachMark = (text: string, write: (mark: string) => string) => text.replace(/[^\w .-]/g, write);
const hex = (mark: string) => mark.charCodeAt(0).toString(16).padStart(4, "0");

/** How a secret may be written inside of a JSON string, or in a text. */
export const FORMS: Record<string, (secret: string) => string> = {
  json: (secret) => JSON.stringify(secret).slice(1, -1),
  "json with escaped slashes": (secret) => JSON.stringify(secret).slice(1, -1).replaceAll("/", "\\/"),
  "json, ASCII only": (secret) => eachMark(secret, (mark) => `\\u${hex(mark)}`),
  "json, ASCII only, upper case": (secret) => eachMark(secret, (mark) => `\\u${hex(mark).toUpperCase()}`),
  url: encodeURIComponent,
  "url, lower case": (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  form: (secret) => new URLSearchParams({ a: secret }).toString().slice(2),
  html: (secret) => eachMark(secret, (mark) => `&#${mark.charCodeAt(0)};`).replaceAll("&#38;", "&amp;"),
};

const DECODERS: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  (text) => text.replace(/\\(.)/g, "$1"),
  (text) => text.replaceAll("+", " ").replace(/(?:%[0-9a-f]{2})+/gi, decodeBytes),
  (text) => text.replace(/(?:%[0-9a-f]{2})+/gi, decodeBytes),
  (text) =>
    text.replaceAll("&amp;", "&#38;").replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
];

function decodeBytes(text: string): string {
  return Buffer.from(text.replaceAll("%", ""), "hex").toString("utf8");
}

/** The secrets that can be read out of a value by any means we know of, with where. */
export function leaks(value: unknown): string[] {
  const found = new Set<string>();
  for (const [where, text] of readings(value)) {
    const once = new Set(DECODERS.map((decode) => decode(text)));
    const twice = [...once].flatMap((decoded) => DECODERS.map((decode) => decode(decoded)));
    const all = [...new Set(twice)].join("\n");
    for (const [name, secret] of Object.entries(PLANTED))
      if (all.includes(secret)) found.add(`${name} in ${where}: ${text.slice(0, 300)}`);
  }
  return [...found];
}

function* readings(value: unknown): Generator<[where: string, text: string]> {
  yield ["inspect", inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true })];
  yield ["JSON", JSON.stringify(value, (_, found) => (typeof found === "bigint" ? `${found}` : found)) ?? ""];
  yield ["String", String(value)];
  yield* walk(value, "", new Set());
}

/** Every property of every object that can be reached: hidden ones, symbols, getters of prototypes, entries. */
function* walk(value: unknown, where: string, seen: Set<unknown>): Generator<[string, string]> {
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    yield [where, String(value)];
  if (Object(value) !== value || seen.has(value)) return;
  seen.add(value);
  const object = value as Record<PropertyKey, unknown>;
  if (object instanceof Map || object instanceof Headers || object instanceof Set)
    for (const entry of object) yield* walk(entry, `${where} entry`, seen);
  for (let owner: object | null = object; owner && !isBuiltIn(owner); owner = Object.getPrototypeOf(owner)) {
    for (const key of Reflect.ownKeys(owner)) {
      yield [`${where} key`, String(key)];
      if (key !== "constructor") yield* walk(read(object, key), `${where}.${String(key)}`, seen);
    }
  }
}

/** Undefined for what throws when it is read. */
function read(object: Record<PropertyKey, unknown>, key: PropertyKey): unknown {
  try {
    return object[key];
  } catch {
    return undefined;
  }
}

function isBuiltIn(owner: object): boolean {
  return [Object, Function, Array, Error, Map, Headers].some(({ prototype }) => owner === prototype);
}
