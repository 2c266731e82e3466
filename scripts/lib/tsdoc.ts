// Texts of the spec as TSDoc comments. Pure.

/** A doc comment of these paragraphs, empty ones left out, in lines of at most 110 characters. */
export function tsdoc(paragraphs: string[], indent: string): string {
  const texts = paragraphs.filter((text) => text !== "").map((text) => text.replaceAll("*/", "*\\/"));
  if (texts.length === 0) return "";
  const lines = texts.flatMap((text, index) => [
    ...(index > 0 ? [""] : []),
    ...text.split("\n").flatMap(wrap),
  ]);
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

/** Several lines as one. */
export function paragraph(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, " ");
}

function wrap(line: string): string[] {
  const wrapped: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current && current.length + word.length > 104) {
      wrapped.push(current);
      current = "";
    }
    current = current ? `${current} ${word}` : word;
  }
  return [...wrapped, current];
}
