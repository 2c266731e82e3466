// Every difference between two specs that a program can notice: those that `redocly diff` finds, and those it ignores.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Stop } from "../../../src/cli/stop.js";
import type { OpenApi } from "../../../src/sandbox/openapi.js";
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
      pointer: pointerOf(one, base ?? revision),
      old: base?.value,
      now: revision?.value,
      reasons: verdicts.map(({ message }) => message),
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const pointerOf = ({ path }: { path: string }, side = { pointer: path }): string => side.pointer;

/** Redocly identifies credentials by their name in the spec; what matters to callers is what they send. */
function withPlainCredentials(spec: OpenApi): string {
  const { securitySchemes = {} } = spec.components;
  const names = new Map(Object.entries(securitySchemes).map(([name, scheme]) => [name, sentAs(scheme)]));
  const renamed = (table: object) =>
    Object.fromEntries(Object.entries(table).map(([key, value]) => [names.get(key) ?? key, value]));
  return JSON.stringify(spec, (key, value) => {
    if (key === "securitySchemes") return renamed(value);
    if (key === "security") return value.map(renamed);
    return value;
  });
}

/** Such as `apiKey header Et-App-Key`. */
function sentAs(scheme: object): string {
  const { description: _, ...rest } = scheme as { description?: string };
  return Object.values(rest).join(" ");
}

/** Extensions and the values of examples. Nothing of it breaks callers. */
function unseen({ before, after }: Specs): Difference[] {
  const now = new Map(extras(after));
  return extras(before).flatMap(([path, old]) => {
    const property = path.slice(path.lastIndexOf("/") + 1);
    if (!now.has(path)) return [];
    const one = { path, pointer: path, typeName: "", kind: "modified" as const, property, reasons: [] };
    return [{ ...one, old, now: now.get(path) }];
  });
}

function extras(node: unknown, pointer = "#", isExtra = false): [pointer: string, value: unknown][] {
  if (typeof node !== "object" || node === null || Array.isArray(node)) {
    if (isExtra) return [[pointer, node]];
    return [];
  }
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
