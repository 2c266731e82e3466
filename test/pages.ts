// The code blocks of the README, of CONTRIBUTING and of the guides, and what each page shows below them.
import { readdirSync, readFileSync } from "node:fs";
import { fromRoot } from "../scripts/lib/paths.js";

export interface Block {
  /** `docs/client.md:92` */
  at: string;
  lang: string;
  code: string;
  /** What the page shows as its output, empty where it shows none. */
  prints: string;
}

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(fromRoot("docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];

const BLOCK = /^```(\S*)[^\n]*\n([\s\S]*?)^```$(?:\n\n```text\n([\s\S]*?)^```$)?/gm;

export const blocks: Block[] = PAGES.flatMap((page) => {
  const text = readFileSync(fromRoot(page), "utf8");
  return [...text.matchAll(BLOCK)].map(({ 1: lang = "", 2: code = "", 3: prints = "", index }) => {
    const line = text.slice(0, index).split("\n").length;
    return { at: `${page}:${line}`, lang, code, prints };
  });
});
