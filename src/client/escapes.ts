// Owns reading a text without the escapes of JSON, URLs, forms and HTML, so that a secret is found however it is written.

/** JSON within JSON within a URL; nobody writes deeper, and each level costs a pass. */
const LEVELS = 4;

/** The text in lower case, its escapes undone until there are none. */
export function withoutEscapes(text: string): string {
  let read = text;
  for (let level = 0; level < LEVELS && /[\\%&+]/.test(read); level++) read = unescaped(read);
  return read.toLowerCase();
}

const HTML: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return (
    text
      // A run of backslashes is what JSON within JSON makes of one. Never without a match: that takes quadratic time.
      .replace(/\\+(?:u([0-9a-f]{4}))?/gi, (_, hex) => (hex ? fromHex(hex) : ""))
      .replace(/(?:%[0-9a-f]{2})+/gi, fromBytes)
      .replace(/&#(\d{1,7});/g, (_, decimal) => fromCode(Number(decimal)))
      .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex) => fromHex(hex))
      .replace(/&(amp|lt|gt|quot|apos);/gi, (_, name) => HTML[name.toLowerCase()] ?? "")
      .replaceAll("+", " ")
  );
}

function fromHex(hex: string): string {
  return fromCode(Number.parseInt(hex, 16));
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** UTF-8, or where it is none a character for each byte. */
function fromBytes(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes.replace(/%(..)/g, (_, hex) => fromHex(hex));
  }
}
