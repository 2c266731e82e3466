// Builds the site: the reference, one self-contained page, and Try it beside it.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { DEFAULTS } from "../../src/sandbox/defaults.js";
import { Stop } from "./cli.js";
import { writeAside } from "./files.js";
import { fromRoot, LINT_CONFIG, SITE } from "./paths.js";
import { redocly } from "./redocly.js";
import { type Guide, guideFiles, withGuides } from "./reference.js";
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
    return inSite(selfContained(await readFile(page, "utf8")), await ownStyles(), await ownScript());
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

/** What a browser may fetch for the page: nothing. All is in it, and its links still lead elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** In place of Redocly's logo, which would be fetched from its host: its name, as text. */
const LOGO =
  "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2248%22 height=%2214%22%3E%3Ctext y=%2211%22 font-size=%2212%22 font-family=%22sans-serif%22 fill=%22%23777%22%3ERedocly%3C/text%3E%3C/svg%3E";

/** Redocly's own page asks another host for its logo; the policy holds everything that a later version may add. */
function selfContained(html: string): string {
  const local = html.replaceAll(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g, LOGO);
  return withPolicy(local, POLICY);
}

async function ownStyles(): Promise<string> {
  const files = ["look.css", "reference.css"].map((name) => readFile(join(SITE, name), "utf8"));
  return (await Promise.all(files)).join("\n");
}

const ownScript = (): Promise<string> => readFile(join(SITE, "reference.js"), "utf8");

const HEADER = `<header class="site">
    <a class="site-name" href="#">autoshares-cancel</a>
    <nav aria-label="Pages"><a href="#" aria-current="page">Reference</a><a href="try-it/index.html">Try it</a></nav>
  </header>`;

/** The look and the bar that it shares with Try it. Outside of what Redoc's script owns. */
function inSite(html: string, styles: string, script: string): string {
  const end = html.lastIndexOf("</body>");
  return `${html.slice(0, end)}<script type="module">${script}</script>\n${html.slice(end)}`
    .replace("</head>", () => `<link rel="icon" href="${FAVICON}" />\n<style>${styles}</style>\n</head>`)
    .replace("<body>", () => `<body>\n  ${HEADER}`);
}
