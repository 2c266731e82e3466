// Puts together the page Try it: its own files, the package as it is published, openapi-fetch.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Stop } from "./cli.js";
import { OPENAPI_FETCH, SITE, TRY_IT } from "./paths.js";
import { FAVICON, withPolicy } from "./site.js";
import { transpiled } from "./transpile.js";

const FOLDER = "try-it";

/** Path below the site's folder to content. */
export async function tryIt(): Promise<Map<string, string>> {
  const [own, look, client, transport] = await Promise.all([
    textsIn(TRY_IT, /\.(?:html|css|js)$/),
    readFile(join(SITE, "look.css"), "utf8"),
    transpiled("tsconfig.build.json"),
    readFile(OPENAPI_FETCH, "utf8"),
  ]);
  const page = own.get("index.html") ?? "";
  const files = new Map([
    ...own,
    ["index.html", finished(page)],
    ["look.css", look],
    ["openapi-fetch.js", transport],
  ]);
  for (const [name, text] of client) files.set(`autoshares-cancel/${name}`, text);
  return new Map([...files].map(([name, text]) => [`${FOLDER}/${name}`, text]));
}

/** Path, with forward slashes, to content. */
async function textsIn(folder: string, wanted: RegExp): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => wanted.test(name));
  const read = names.map(
    async (name) => [name.replaceAll("\\", "/"), await readFile(join(folder, name), "utf8")] as const,
  );
  return new Map(await Promise.all(read));
}

function finished(page: string): string {
  const importMap = /<script type="importmap">([\s\S]*?)<\/script>/.exec(page)?.[1];
  if (importMap === undefined) throw new Stop(`${TRY_IT}/index.html has no import map.`);
  const hash = createHash("sha256").update(importMap).digest("base64");
  return withPolicy(page.replace('href="data:,"', `href="${FAVICON}"`), () => policy(hash));
}

/** The page's own files and its import map; requests to this machine, or by https, as the client itself demands. */
function policy(importMapHash: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${importMapHash}'`,
    "style-src 'self'",
    "img-src data:",
    "connect-src http://127.0.0.1:* http://localhost:* https:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Address of the page, which asks the sandbox where it usually is unless told. */
export function tryItUrl(docs: string, api: string, usual: string): string {
  return `${docs}/${FOLDER}/${api === usual ? "" : `?api=${api}`}`;
}
