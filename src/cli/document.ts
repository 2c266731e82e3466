// Owns the reading of a spec that is given by its path. YAML is read with what Prism brings along, for the
// package has no reader of it, and Prism is needed for such a spec anyhow. Node only.
import { access, readFile } from "node:fs/promises";
import { loadYaml } from "../sandbox/node/prism.js";
import { Stop } from "./stop.js";

/** Stops, naming the file, when it is not there. */
export async function existing(path: string): Promise<string> {
  await access(path).catch(() => {
    throw new Stop(`${path}: no such file.`);
  });
  return path;
}

/** Parses YAML or JSON; stops at a syntax error, with file, line and reason. */
export async function documentAt(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(await existing(path), "utf8");
  const { data, diagnostics } = loadYaml().parseWithPointers(text);
  const error = diagnostics.find(({ severity }) => severity === 0);
  if (!error) return data as Record<string, unknown>;
  const { line, character } = error.range.start;
  throw new Stop(`${path}:${line + 1}:${character + 1} ${error.message} (yaml)`);
}
