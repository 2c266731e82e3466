// Which changeset says that the spec breaks callers. Pure.
import { parse } from "yaml";

export interface Changeset {
  name: string;
  text: string;
}

/** As semver has it: below 1.0.0 a minor version may break. */
export function levelsThatBreak(version: string): string[] {
  if (version.startsWith("0.")) return ["minor", "major"];
  return ["major"];
}

/** The first that has a level high enough and a line that begins with `Breaking:`. */
export function announcement(
  changesets: Changeset[],
  { name, version }: { name: string; version: string },
): Changeset | undefined {
  return changesets.find(({ text }) => {
    // The header is between two lines of three dashes.
    const [before, header = "", ...body] = text.split(/^---\r?$/m);
    if (before !== "") return false;
    const releases: Record<string, string> = Object(parse(header));
    return levelsThatBreak(version).includes(String(releases[name])) && /^\W*Breaking:/m.test(body.join());
  });
}
