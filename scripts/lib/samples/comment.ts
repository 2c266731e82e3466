// Prose as lines of a comment, short enough for the narrow column that shows them. Pure.
const WIDTH = 62;

/** Each line ends with a line break; none for an empty text. */
export function comment(mark: string, text: string, indent = ""): string {
  const lines: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}${mark} ${word}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}
