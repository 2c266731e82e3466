// Puts together the page Try it, without its scripts.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Files } from "./files.js";
import { SITE, TRY_IT } from "./paths.js";
import { FAVICON, withPolicy } from "./site.js";

const FOLDER = "try-it";

/** Path below the site's folder to content. */
export async function tryIt(): Promise<Files> {
  const names = (await readdir(TRY_IT)).filter((name) => /\.(?:html|css)$/.test(name));
  const places = [...names.map((name) => join(TRY_IT, name)), join(SITE, "look.css")];
  const texts = await Promise.all(places.map((place) => readFile(place, "utf8")));
  const files = [...names, "look.css"].map((name, index) => [name, texts[index] ?? ""] as const);
  return new Map(
    files.map(([name, text]) => [`${FOLDER}/${name}`, name === "index.html" ? finished(text) : text]),
  );
}

const finished = (page: string) =>
  withPolicy(page.replace('href="data:,"', `href="${FAVICON}"`), () => POLICY);

/** The page's own files; requests to this machine, or by https, as the client itself demands. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src data:",
  "connect-src http://127.0.0.1:* http://localhost:* https:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Address of the page, which talks to that sandbox. */
export const tryItUrl = (docs: string, api: string): string => `${docs}/${FOLDER}/?api=${api}`;
