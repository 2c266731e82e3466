// Every difference between two specs that a program can notice: found by `redocly diff`, and what that passes over.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { OpenApi } from "../../../src/sandbox/openapi.js";
import { Stop } from "../cli.js";
import { fromRoot } from "../paths.js";
import { redocly } from "../redocly.js";

export interface Difference {
  /** JSON pointer of the first place that has it, by way of an operation where there is one. */
  path: string;
  /** JSON pointer of where it is written, which may be in a component. */
  pointer: string;
  /** What differs: `Parameter`, `Schema` and so on, as Redocly names it. */
  typeName: string;
  kind: "added" | "removed" | "modified";
  /** Which key of what is modified; `key`: its own. */
  property?: string;
  old?: unknown;
  now?: unknown;
  /** Why Redocly's rules count it as breaking; empty if they do not. */
  reasons: string[];
}

export interface Specs {
  before: OpenApi;
  after: OpenApi;
}

export async function differences(specs: Specs): Promise<Difference[]> {
  return [...(await redoclyDiff(specs)), ...unseen(specs)].filter((one) => !isNothing(one));
}

interface Side {
  pointer: string;
  value?: unknown;
}
type Reported = Difference & { base?: Side; revision?: Side; verdicts: { message: string }[] };

async function redoclyDiff(specs: Specs): Promise<Difference[]> {
  const folder = await mkdtemp(join(tmpdir(), "check-breaking-"));
  try {
    const files = [join(folder, "before.json"), join(folder, "after.json")] as const;
    await writeFile(files[0], withPlainCredentials(specs.before));
    await writeFile(files[1], withPlainCredentials(specs.after));
    const rules = ["--config", fromRoot("scripts/lib/breaking/redocly.yaml")];
    const { code, stdout, stderr } = await redocly([
      "diff",
      ...files,
      "--format=json",
      "--fail-on=none",
      ...rules,
    ]);
    if (code !== 0) throw new Stop(`redocly diff ended with status ${code}.\n${stderr}`);
    return JSON.parse(stdout).changes.map(({ base, revision, verdicts, ...one }: Reported) => ({
      ...one,
      pointer: (base ?? revision)?.pointer ?? one.path,
      old: base?.value,
      now: revision?.value,
      reasons: verdicts.map(({ message }) => message),
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Redocly tells credentials by their name in the spec; callers tell them by what they send. */
function withPlainCredentials(spec: OpenApi): string {
  const sent = Object.entries(spec.components.securitySchemes ?? {}).map(([name, scheme]) => [
    name,
    Object.entries(scheme)
      .flatMap(([key, value]) => (key === "description" ? [] : [value]))
      .join(" "),
  ]);
  const names = Object.fromEntries(sent);
  const renamed = (table: object) =>
    Object.fromEntries(Object.entries(table).map(([key, value]) => [names[key] ?? key, value]));
  return JSON.stringify(spec, (key, value) => {
    if (key === "securitySchemes") return renamed(value);
    return key === "security" ? value.map(renamed) : value;
  });
}

/** Extensions and the values of examples. Nothing of it breaks callers. */
function unseen({ before, after }: Specs): Difference[] {
  const now = new Map(extras(after));
  return extras(before).flatMap(([path, old]) => {
    const property = path.slice(path.lastIndexOf("/") + 1);
    const one = { path, pointer: path, typeName: "", kind: "modified" as const, property, reasons: [] };
    return now.has(path) ? [{ ...one, old, now: now.get(path) }] : [];
  });
}

function extras(node: unknown, pointer = "#", isExtra = false): [pointer: string, value: unknown][] {
  if (typeof node !== "object" || node === null || Array.isArray(node))
    return isExtra ? [[pointer, node]] : [];
  return Object.entries(node).flatMap(([key, value]) => {
    const inner = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return extras(value, inner, isExtra || key.startsWith("x-") || /\/examples\/.*\/value$/.test(inner));
  });
}

const WORDS = ["description", "title", "summary", "example", "externalDocs", "tags"];

/** Words for people, the order of a set, a component that nothing uses. */
function isNothing({ path, typeName, property = "", old, now }: Difference): boolean {
  if (WORDS.includes(property) || /^#\/(info|tags)|\/externalDocs$/.test(path)) return true;
  if (typeName !== "" && path.startsWith("#/components/")) return true;
  if (!Array.isArray(old) || !Array.isArray(now)) return isDeepStrictEqual(old, now);
  return isDeepStrictEqual(new Set(old), new Set(now));
}
