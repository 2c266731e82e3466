// Owns what Prism is given in place of a spec: a copy in which the answer that it gives unasked is the 204. Node only.
import { unwatchFile, watchFile } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentAt } from "./document.js";

export interface MockedSpec {
  path: string;
  remove(): Promise<void>;
}

type Node = Record<string, unknown>;

/** The spec itself where nothing has to change in it, or where it refers to files beside it. */
export async function mockedSpec(spec: string): Promise<MockedSpec> {
  const document = await documentAt(spec);
  const mocked = preferring204(document);
  if (mocked === document || refersToFiles(document)) return { path: spec, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "autoshares-cancel-mock-"));
  const path = join(folder, "openapi.json");
  await writeFile(path, JSON.stringify(mocked));
  // Prism serves anew what changes in its file, so a change of the spec has to reach it.
  const renew = () => documentAt(spec).then((changed) => write(path, changed), keepTheLast);
  watchFile(spec, { interval: 500, persistent: false }, renew);
  return {
    path,
    async remove() {
      unwatchFile(spec, renew);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const write = (path: string, document: Node) => writeFile(path, JSON.stringify(preferring204(document)));
const keepTheLast = () => {};

/**
 * Prism answers with the lowest success. Where a 204 stands beside a 200 that is the 200, which no page of the vendor
 * names; called 2XX it is still what `code=200` gives, and no longer the lowest. The same object if there is no such.
 */
function preferring204(document: Node): Node {
  let changed = false;
  const copy = structuredClone(document);
  for (const operation of operationsOf(copy)) {
    const { "200": ok, ...others } = operation.responses;
    if (ok === undefined || !("204" in others) || "2XX" in others) continue;
    operation.responses = { ...others, "2XX": ok };
    changed = true;
  }
  return changed ? copy : document;
}

function operationsOf({ paths }: Node): { responses: Node }[] {
  const items = Object.values((paths ?? {}) as Record<string, Node>);
  const operations = items.flatMap((item) => Object.values(item ?? {}) as { responses?: Node }[]);
  return operations.filter((one): one is { responses: Node } => Boolean(one?.responses));
}

function refersToFiles(document: Node): boolean {
  return /"\$ref":"[^#]/.test(JSON.stringify(document));
}
