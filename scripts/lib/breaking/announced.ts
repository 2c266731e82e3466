// Which changeset says that the spec breaks callers. Pure.
import { parse } from "yaml";

export interface Changeset {
  name: string;
  text: string;
}

/** As semver has it: below 1.0.0 a minor version may break. */
export const levelsThatBreak = (version: string): string[] =>
  version.startsWith("0.") ? ["minor", "major"] : ["major"];

/** The first that has a level high enough and a line that begins with `Breaking:`. */
export function announcement(
  changesets: Changeset[],
  { name, version }: { name: string; version: string },
): Changeset | undefined {
  return changesets.find(({ text }) => {
    const [, header = "", body = ""] = /^---\r?\n([\s\S]*?)\r?\n?---\r?\n([\s\S]*)$/.exec(text) ?? [];
    const releases = (parse(header) ?? {}) as Record<string, string>;
    return levelsThatBreak(version).includes(releases[name] ?? "") && /^\W*Breaking:/m.test(body);
  });
}
