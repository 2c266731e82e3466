// The page docs/five-minutes.md out of two recorded sessions. Pure.
import type { Entry } from "./terminal.js";

export interface Recorded {
  date: string;
  machine: string;
  /** Paths and names of the machine, and what the page shows instead. */
  instead: [found: string, shown: string][];
  clone: Entry[];
  project: Entry[];
}

export function page({ date, machine, instead, clone, project }: Recorded): string {
  const shown = (entries: Entry[]) => entries.map((entry) => block(entry, instead)).join("\n\n");
  return `# The five minutes, as they went

Recorded by \`npm --prefix benchmarks run transcript\` on ${date} (${machine}): commands as typed, output as
printed but for npm's notices and the names of folders, in a folder that was empty before. The programs are those of
[Getting started](getting-started.md). CI goes both ways on every change.

## In a fresh clone: ${minutes(clone)}

${shown(clone)}

## In an empty project: ${minutes(project)}

${shown(project)}
`;
}

function minutes(entries: Entry[]): string {
  return `${Math.ceil(entries.reduce((sum, { seconds }) => sum + seconds, 0))} s`;
}

function block({ command, output, seconds }: Entry, instead: Recorded["instead"]): string {
  const text = `$ ${command}\n${withoutNoise(output)}`.trimEnd();
  const clean = instead.reduce((result, [found, shown]) => result.replaceAll(found, shown), text);
  const took = seconds < 0.1 ? "" : `\n\nTook ${seconds.toFixed(1)} s.`;
  return `\`\`\`console\n${clean}\n\`\`\`${took}`;
}

/** Terminal colors, and what npm says of the recording machine's own settings. */
function withoutNoise(output: string): string {
  const colors = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, "g");
  return output
    .replaceAll(colors, "")
    .replaceAll("\r", "")
    .split("\n")
    .filter((line) => !/^npm (warn Unknown (?:user|env) config|notice)/.test(line))
    .join("\n");
}
