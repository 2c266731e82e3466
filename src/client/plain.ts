// Owns reading a text without the escapes of JSON, URLs and HTML, so that a secret is found however it is written.

/** A text without escapes, in lower case, and where each of its characters stands in the original. */
export interface Plain {
  readonly text: string;
  startOf(index: number): number;
  endOf(index: number): number;
}

/** JSON within JSON within a URL; nobody writes deeper, and each level costs a pass. */
const LEVELS = 4;

/** Runs of backslashes with a code after them or not, bytes of a URL, characters of HTML, and the space of a form. */
const ESCAPE =
  /\\+(?:u([0-9a-f]{4}))?|((?:%[0-9a-f]{2})+)|&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(amp|lt|gt|quot|apos);|\+/gi;

const HTML: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Escapes are undone until there are none; the same is done to a secret, so that both end up alike. */
export function plain(text: string): Plain {
  let read: Plain = { text, startOf: (index) => index, endOf: (index) => index + 1 };
  for (let level = 0; level < LEVELS && /[\\%&+]/.test(read.text); level++) read = unescaped(read);
  return { ...read, text: lowerCase(read.text) };
}

function unescaped({ text, startOf, endOf }: Plain): Plain {
  const starts: number[] = [];
  const ends: number[] = [];
  let decoded = "";
  let at = 0;
  const put = (what: string, start: number, end: number) => {
    for (let unit = 0; unit < what.length; unit++) {
      starts.push(startOf(start));
      ends.push(endOf(end - 1));
    }
    decoded += what;
  };
  /** Where a run of backslashes begins that belongs to the next character. */
  let from: number | undefined;
  const copyUntil = (end: number) => {
    for (; at < end; at++) {
      put(text.charAt(at), from ?? at, at + 1);
      from = undefined;
    }
  };
  for (const match of text.matchAll(ESCAPE)) {
    copyUntil(match.index);
    const what = meaningOf(match);
    at = match.index + match[0].length;
    if (what === "") from ??= match.index;
    else put(what, from ?? match.index, at);
    if (what !== "") from = undefined;
  }
  copyUntil(text.length);
  return { text: decoded, startOf: (index) => starts[index] ?? 0, endOf: (index) => ends[index] ?? 0 };
}

function meaningOf([whole, json, bytes, decimal, hex, name]: RegExpExecArray): string {
  if (json) return String.fromCharCode(Number.parseInt(json, 16));
  if (bytes) return fromBytes(bytes);
  if (decimal) return fromCode(Number(decimal));
  if (hex) return fromCode(Number.parseInt(hex, 16));
  if (name) return HTML[name.toLowerCase()] ?? "";
  return whole === "+" ? " " : "";
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** UTF-8, or where it is none a character for each byte. */
function fromBytes(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

/** Character by character, so that it stays as long as it was. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  const marks = Array.from({ length: text.length }, (_, index) => text.charAt(index));
  return marks.map((mark) => (mark.toLowerCase().length === 1 ? mark.toLowerCase() : mark)).join("");
}
