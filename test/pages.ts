// The code blocks of the README, of CONTRIBUTING and of the guides, what each page shows below them, and what tests do
// with each.
import { readdirSync, readFileSync } from "node:fs";
import { fromRoot } from "../scripts/lib/paths.js";
import { commands, isRead } from "./shell.js";

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

/** What is not run, by a part of it, and why that is no loss. */
export const NOT_RUN: { has: string; why: string }[] = [
  { has: "redisBudget(redis", why: "needs a Redis; test/redis/ tries it with one" },
  { has: "Deno.createHttpClient", why: "for Deno alone, and a part of a program" },
  { has: "'Et-App-Key: any'", why: "for Prism, which test/mock.test.ts asks for every example by name" },
  { has: "npx @hey-api/openapi-ts", why: "of other packages; `bench:compare` runs these generators" },
];

type Kind = "run" | "test" | "read" | "data" | "text" | "excused" | "unknown";

/** Pages whose programs need a framework: the tests of front-end/ paste them into projects and run those. */
export const FRONT_END = /^docs\/(react|front-end)\.md:/;

/** Sorts a block by what is done with it. */
function kindOf({ at, lang, code }: Block): Kind {
  if (NOT_RUN.some(({ has }) => code.includes(has))) return "excused";
  if (FRONT_END.test(at) && /^[jt]sx?$/.test(lang)) return "excused";
  if (lang === "sh" || lang === "bash") return shellKindOf(code);
  if (lang === "ts" && /from "vitest"/.test(code)) return "test";
  if (lang === "ts" || lang === "js" || lang === "python") return "run";
  if (lang === "json" || lang === "yaml") return "data";
  return lang === "" || lang === "text" || lang === "http" || lang === "console" ? "text" : "unknown";
}

/** A block that both installs and asks would have to be run as a whole: it is to be two blocks. */
function shellKindOf(code: string): "run" | "read" | "unknown" {
  const all = commands(code);
  if (all.every(isRead)) return "read";
  return all.some(isRead) ? "unknown" : "run";
}

export const blocksOf = (kind: Kind): Block[] => blocks.filter((block) => kindOf(block) === kind);
