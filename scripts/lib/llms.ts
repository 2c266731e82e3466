// llms.txt, which tells a language model what is where on the site (https://llmstxt.org): the guides as Markdown, and
// the operations. Pure.
import { eachOperation, type OpenApi } from "../../src/sandbox/openapi.js";
import type { Guide } from "./reference.js";

/** @param spec file beside the page that has the whole spec */
export function llmsText(openapi: OpenApi, guides: readonly Guide[], spec: string): string {
  const operations = eachOperation(openapi).map(({ operation, method, path }) => {
    const place = `index.html#/${operation.tags[0]}/${operation.operationId}`.toLowerCase();
    const what = `\`${operation.operationId}\`, ${method.toUpperCase()} ${path}`;
    return `- [${operation.summary}](${place}): ${what}`;
  });
  return [
    `# ${openapi.info.title}`,
    `> ${firstSentence(openapi.info.description ?? "")}`,
    "## Guides",
    guides.map(({ file, text }) => `- [${titleOf(text)}](guides/${file}): ${leadOf(text)}`).join("\n"),
    "## Operations",
    [`- [The whole API](${spec}): OpenAPI, with every answer and example`, ...operations].join("\n"),
    "## Try it",
    "- [Order blotter](try-it/index.html): cancels simulated orders in the browser",
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

const titleOf = (text: string): string => /^# (.+)$/m.exec(text)?.[1] ?? "";

/** Its first sentence, which says what it is about. */
const leadOf = (text: string): string => firstSentence(text.slice(text.indexOf("\n")));

function firstSentence(text: string): string {
  const isProse = (block: string) => /^[A-Za-z"`*[]/.test(block);
  const [paragraph = ""] = text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(isProse);
  const line = withoutLinks(paragraph).replaceAll(/\s+/g, " ");
  const [sentence = line] = /^.*?[.:](?= |$)/.exec(line) ?? [];
  return sentence.replace(/:$/, ".");
}

/** A link of a guide would lead elsewhere from here. */
const withoutLinks = (text: string): string => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
