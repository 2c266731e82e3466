// Builds the site, a folder for any static server and any path on it: the reference, Try it, llms.txt with the guides.
// All addresses in it are relative.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { build as bundle } from "esbuild";
import { Stop } from "../../src/cli/stop.js";
import { DEFAULTS } from "../../src/sandbox/defaults.js";
import type { OpenApi } from "../../src/sandbox/openapi.js";
import { type Files, filesIn, removeStrangers, writeAside } from "./files.js";
import { llmsText } from "./llms.js";
import { fromRoot, LINT_CONFIG, SITE } from "./paths.js";
import { redocly } from "./redocly.js";
import { type Guide, guideFiles, searchEntries, withGuides } from "./reference.js";
import { listedSamples, SAMPLE_OPTIONS, withSamples } from "./samples/index.js";
import { FAVICON, withPolicy } from "./site.js";
import { SHARED, siteScripts } from "./site-scripts.js";
import { readSpec } from "./spec.js";
import { tryIt } from "./try-it.js";

/** Nothing is written before all is there. */
export async function buildDocs(specPath: string, output: string): Promise<void> {
  const [spec, texts] = await Promise.all([readSpec(specPath), guides()]);
  const shown = withSamples(spec, DEFAULTS);
  const samples = listedSamples(shown);
  const [page, blotter, scripts, beside] = await Promise.all([
    reference(withGuides(shown, texts), { operations: searchEntries(spec), samples }),
    tryIt(),
    siteScripts(samples.flatMap(({ program, source }) => (program ? [{ name: program, source }] : []))),
    textsBeside(specPath, spec, texts),
  ]);
  const folder = dirname(output);
  await writeAside(folder, new Map([[basename(output), page], ...blotter, ...scripts, ...beside]));
  // The name of what is shared changes with its content.
  await removeStrangers(join(folder, SHARED), filesIn(SHARED, scripts));
}

/** What the page's own scripts read, by the id of the element that holds it. */
type Data = Readonly<Record<string, unknown>>;

async function reference(shown: OpenApi, data: Data): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "reference-"));
  try {
    const source = join(folder, "openapi.json");
    const page = join(folder, "index.html");
    await writeFile(source, JSON.stringify(shown));
    const options = ["--openapi", JSON.stringify(SAMPLE_OPTIONS), "--config", LINT_CONFIG];
    const args = ["build-docs", source, "--output", page, "--inlineBundle", ...options];
    const { code, stdout, stderr } = await redocly(args);
    if (code !== 0)
      throw new Stop(`Redocly ended with status ${code}; nothing was written.\n${stdout}\n${stderr}`);
    return withPolicy(await inSite(withoutLogo(await readFile(page, "utf8")), data), policy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a program reads: llms.txt, the guides as they were written, the spec. */
async function textsBeside(specPath: string, spec: OpenApi, texts: readonly Guide[]): Promise<Files> {
  const name = `openapi${extname(specPath)}`;
  return new Map([
    ["llms.txt", llmsText(spec, texts, name)],
    [name, await readFile(specPath, "utf8")],
    ...texts.map(({ file, text }) => [`guides/${file}`, text] as const),
  ]);
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
async function inSite(html: string, data: Data): Promise<string> {
  const [styles, header, script] = await Promise.all([ownStyles(), siteFile("header.html"), ownScript()]);
  const end = html.lastIndexOf("</body>");
  const own = `${Object.entries(data).map(dataElement).join("\n")}\n<script type="module">${script}</script>`;
  return `${html.slice(0, end)}${own}\n${html.slice(end)}`
    .replace("</head>", () => `<link rel="icon" href="${FAVICON}" />\n<style>${styles}</style>\n</head>`)
    .replace("<body>", () => `<body>\n${header}`);
}

/** A text of the spec must not end the element that holds it. */
function dataElement([id, value]: [string, unknown]): string {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="${id}">${json}</script>`;
}

async function ownStyles(): Promise<string> {
  return (await Promise.all(["look.css", "reference.css", "samples.css", "search.css"].map(siteFile))).join(
    "\n",
  );
}

async function ownScript(): Promise<string> {
  const entryPoints = [join(SITE, "reference.ts")];
  const { outputFiles } = await bundle({
    entryPoints,
    bundle: true,
    minify: true,
    format: "esm",
    external: ["./run.js"],
    write: false,
  });
  return (outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
}

const siteFile = (name: string): Promise<string> => readFile(join(SITE, name), "utf8");

/**
 * A browser fetches nothing for the page but what runs a sample, and runs the scripts that were in it when it was built,
 * and those of the site.
 */
function policy(html: string): string {
  const scripts = [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(
    ([, text = ""]) => text,
  );
  const hashes = scripts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(" ")}`,
    // Redoc makes its styles while it runs.
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
