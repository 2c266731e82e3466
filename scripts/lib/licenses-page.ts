// Writes THIRD-PARTY-LICENSES.md out of the lockfile. Pure but for reading the license texts.
import { isPermissive, licenseText, type Package, readPackages } from "./licenses.js";
import { table } from "./markdown.js";
import { ROOT } from "./paths.js";

export const LICENSES = "THIRD-PARTY-LICENSES.md";

export async function licensesPage(root = ROOT): Promise<string> {
  const packages = await readPackages(root);
  const shipped = packages.filter(({ dev }) => !dev);
  const texts = await Promise.all(shipped.map(async (one) => section(one, await licenseText(one, root))));
  return `${[INTRODUCTION, ...texts, tools(packages)].join("\n\n")}\n`;
}

const INTRODUCTION = `# Third-party licenses

Written by \`npm run licenses\` from \`package-lock.json\`. Do not edit it; \`npm test\` fails when it is out of date.

## What comes with the package

Installed with \`autoshares-cancel\`, and in the bundle of an application that uses it. Nothing else is: the optional
peer, Prism, is installed by who wants the sandbox. The reference that \`npm run docs\` builds holds Redoc (MIT) and what
Redoc is made of; it is neither committed nor published.`;

const section = ({ id, license }: Package, text: string): string =>
  `### ${id}, ${license}\n\n\`\`\`text\n${text}\n\`\`\``;

function tools(packages: Package[]): string {
  const dev = packages.filter(({ dev }) => dev);
  const licenses = [...new Set(dev.map(({ license }) => license))].sort();
  const rows = licenses.map((license) => {
    const ids = [...new Set(dev.filter((one) => one.license === license).map(({ id }) => id))];
    return [license, isPermissive(license) ? "yes" : "no", ids.length, ids.join(", ")];
  });
  return `## What only builds and tests it

Never published. "Permissive" means that the license asks for no more than to be named.

${table(["license", "permissive", "packages", "which"], rows)}`;
}
