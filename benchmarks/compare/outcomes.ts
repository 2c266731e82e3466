// What a program reports of each answer, and how many DELETEs left for it, against a real server on this machine.
import { join } from "node:path";
import { build } from "esbuild";
import { fromRoot } from "../../scripts/lib/paths.js";
import { mustRun } from "../../scripts/lib/process.js";
import { json, NO_CONTENT, type Received, startServer } from "../../test/client/server.js";
import { CELLS, type Cell } from "./cells.js";
import type { Place } from "./install.js";

/** Longer than any timeout that one of them comes with (10 and 15 s); what goes on is called a hang. */
const BOUND_MS = 20_000;

export interface Report {
  outcome: "success" | "failure" | "hangs";
  message?: string;
}

export interface Outcome extends Report {
  cell: Cell;
  deletes: number;
  /** Whether a DELETE followed another without a read of the order between them. */
  blind: boolean;
}

export async function play({ folder, program }: Place, node: string): Promise<Outcome[]> {
  const server = await startServer(answer);
  try {
    await bundle(folder, program);
    const args = [join(folder, "program.mjs"), server.url, String(CELLS.length), String(BOUND_MS)];
    const printed = await mustRun(node, [join(folder, "play.mjs"), ...args], { cwd: folder });
    const reports: Report[] = JSON.parse(printed);
    return CELLS.map((cell, index) => {
      const sent = server.requests.filter((request) => orderOf(request) === index + 1);
      return { ...(reports[index] as Report), cell, ...resends(sent.map(({ method }) => method)) };
    });
  } finally {
    await server.close();
  }
}

function resends(methods: string[]): Pick<Outcome, "deletes" | "blind"> {
  const isDelete = (method: string | undefined) => method === "DELETE";
  return {
    deletes: methods.filter(isDelete).length,
    blind: methods.some((method, index) => isDelete(method) && isDelete(methods[index - 1])),
  };
}

/** The number of the order says which cell it is. An order is read as canceled once its DELETE was accepted. */
function answer(request: Received) {
  const id = orderOf(request);
  const cell = CELLS[id - 1];
  if (request.method === "DELETE") return cell?.answer ?? NO_CONTENT;
  const Status = cell?.effect === "taken" ? "Canceled" : "New";
  return json(200, { Id: id, AccountId: 6303, Status, Side: "Buy", Quantity: 100, ExecutedQuantity: 0 });
}

const orderOf = ({ target }: Received): number => Number(target.split("/").at(-1));

/** Compiled, with what was installed left where it is: that is what Node would run. */
async function bundle(folder: string, program: string): Promise<void> {
  const options = {
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "es2022",
    tsconfigRaw: {},
  } as const;
  await build({
    ...options,
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    outfile: join(folder, "program.mjs"),
  });
  await build({
    ...options,
    entryPoints: [fromRoot("benchmarks/compare/play.ts")],
    outfile: join(folder, "play.mjs"),
  });
}
