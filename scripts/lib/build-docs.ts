// Builds the site: the reference, one self-contained page, and Try it beside it.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { build as bundle } from "esbuild";
import { DEFAULTS } from "../../src/sandbox/defaults.js";
import type { OpenApi } from "../../src/sandbox/openapi.js";
import { Stop } from "./cli.js";
import { writeAside } from "./files.js";
import { fromRoot, LINT_CONFIG, SITE } from "./paths.js";
import { redocly } from "./redocly.js";
import { type Guide, guideFiles, searchEntries, withGuides } from "./reference.js";
import { SAMPLE_OPTIONS, withSamples } from "./samples/index.js";
import { FAVICON, withPolicy } from "./site.js";
import { readSpec } from "./spec.js";
import { tryIt } from "./try-it.js";

/** Nothing is written before all is there. */
export async function buildDocs(specPath: string, output: string): Promise<void> {
  const [page, beside] = await Promise.all([reference(specPath), tryIt()]);
  await writeAside(dirname(output), new Map([[basename(output), page], ...beside]));
}

async function reference(specPath: string): Promise<string> {
  const spec = await readSpec(specPath);
  const texts = await guides();
  const folder = await mkdtemp(join(tmpdir(), "reference-"));
  try {
    const source = join(folder, "openapi.json");
    const page = join(folder, "index.html");
    const shown = withGuides(withSamples(spec, DEFAULTS), texts);
    await writeFile(source, JSON.stringify(shown));
    const options = ["--openapi", JSON.stringify(SAMPLE_OPTIONS), "--config", LINT_CONFIG];
    const args = ["build-docs", source, "--output", page, "--inlineBundle", ...options];
    const { code, stdout, stderr } = await redocly(args);
    if (code !== 0)
      throw new Stop(`Redocly ended with status ${code}; nothing was written.\n${stdout}\n${stderr}`);
    return withPolicy(await inSite(withoutLogo(await readFile(page, "utf8")), spec), policy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function guides(): Promise<Guide[]> {
  const index = await readFile(fromRoot("docs/README.md"), "utf8");
  return Promise.all(
    guideFiles(index).map(async (file) => ({ file, text: await readFile(fromRoot(`docs/${file}`), "utf8") })),
  );
}

/** In place of Redocly's logo, which would be fetched from its host: its name, as text. */
const LOGO =
  "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2248%22 height=%2214%22%3E%3Ctext y=%2211%22 font-size=%2212%22 font-family=%22sans-serif%22 fill=%22%23777%22%3ERedocly%3C/text%3E%3C/svg%3E";

function withoutLogo(html: string): string {
  return html.replaceAll(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g, LOGO);
}

/** The look, the bar and the search. Outside of what Redoc's script owns. */
async function inSite(html: string, spec: OpenApi): Promise<string> {
  const [styles, header, script] = await Promise.all([ownStyles(), siteFile("header.html"), ownScript()]);
  const end = html.lastIndexOf("</body>");
  // As data: a text of the spec must not end the element that holds it.
  const operations = JSON.stringify(searchEntries(spec)).replaceAll("<", "\\u003c");
  const own = `<script type="application/json" id="operations">${operations}</script>\n<script type="module">${script}</script>`;
  return `${html.slice(0, end)}${own}\n${html.slice(end)}`
    .replace("</head>", () => `<link rel="icon" href="${FAVICON}" />\n<style>${styles}</style>\n</head>`)
    .replace("<body>", () => `<body>\n${header}`);
}

async function ownStyles(): Promise<string> {
  return (await Promise.all(["look.css", "reference.css", "search.css"].map(siteFile))).join("\n");
}

async function ownScript(): Promise<string> {
  const entryPoints = [join(SITE, "reference.js")];
  const { outputFiles } = await bundle({
    entryPoints,
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return (outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
}

const siteFile = (name: string): Promise<string> => readFile(join(SITE, name), "utf8");

/** A browser fetches nothing for the page, and runs the scripts that were in it when it was built, and no other. */
function policy(html: string): string {
  const scripts = [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(
    ([, text = ""]) => text,
  );
  const hashes = scripts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    // Redoc makes its styles while it runs.
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
