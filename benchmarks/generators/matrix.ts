// One generator: generate, compile, cancel once quick and once slow against the sandbox, meet an empty 409 and a 500.
// Installs outside of the repository. May use npm and the sandbox.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fromRoot, SPEC } from "../../scripts/lib/paths.js";
import { mustRun, runCommand } from "../../scripts/lib/process.js";
import { type Sandbox, startSandbox } from "../../src/sandbox/index.js";
import { installInto } from "../runtimes/cache.js";
import { type Row, VERSIONS } from "./catalog.js";
import { LANGUAGES, type Language, notHere } from "./languages.js";

export const CACHE = join(tmpdir(), "autoshares-cancel-generators");

export interface Result {
  row: Row;
  /** Absent: it was generated. */
  problem?: string;
  compiles?: string;
  quick?: string;
  slow?: string;
  empty409?: string;
  deletesAfter500?: number;
}

/** Exactly the versions of package.json, once. */
export async function install(): Promise<void> {
  const stamp = join(CACHE, "installed.json");
  const wanted = JSON.stringify(VERSIONS);
  if ((await readFile(stamp, "utf8").catch(() => "")) === wanted) return;
  await rm(CACHE, { recursive: true, force: true });
  await installInto(CACHE, VERSIONS);
  await writeFile(stamp, wanted);
}

export async function tryOut(row: Row, node: string): Promise<Result> {
  const language = LANGUAGES[extname(row.program).slice(1)];
  if (!language) return { row, problem: `no language for ${row.program}` };
  const missing = notHere(language);
  if (missing) return { row, problem: `${missing} is not on this machine` };
  try {
    const folder = await generate(row, node);
    const { as, problems } = await language.compile(folder, programsOf(row));
    if (!as) return { row, compiles: "no", problem: firstLines(problems) };
    return { row, compiles: as, ...(await play(folder, language, node)) };
  } catch (error) {
    return { row, problem: firstLines((error as Error).message) };
  }
}

const firstLine = (text: string): string => text.trim().split("\n")[0] ?? "";
const firstLines = (text: string): string => text.trim().split("\n").slice(0, 5).join("\n");

const isTypescript = ({ program }: Row): boolean => program.endsWith(".ts");

function programsOf(row: Row): string[] {
  return isTypescript(row) ? ["main.ts", ...(row.compiles ?? [])] : [];
}

async function generate(row: Row, node: string): Promise<string> {
  const folder = join(CACHE, "rows", row.program.replace(".", "-"));
  const client = join(folder, "client");
  await rm(folder, { recursive: true, force: true });
  await mkdir(client, { recursive: true });
  for (const [file, text] of Object.entries(row.files?.(SPEC) ?? {}))
    await writeFile(join(client, file), text);
  const command = join(CACHE, "node_modules", row.command);
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" };
  await mustRun(node, [command, ...row.args(SPEC, client)], { cwd: CACHE, env });
  const programs = fromRoot("benchmarks/generators/programs");
  await cp(join(programs, row.program), join(folder, `program${extname(row.program)}`));
  const others = isTypescript(row) ? ["main.ts", "asked.ts", ...(row.compiles ?? [])] : [];
  for (const file of others) await cp(join(programs, file), join(folder, file));
  return folder;
}

/** Orders of the sandbox: one that cancels, another, one whose 409 is empty, one whose DELETE is answered with 500. */
const ORDERS = { quick: 73552, slow: 73501, empty409: 80023, answers500: 80017 };

async function play(folder: string, language: Language, node: string): Promise<Partial<Result>> {
  const sandbox = await startSandbox({ venueMs: 50 });
  try {
    const [command, args] = await language.start(folder, node);
    const run = async (kind: "quick" | "slow", orderId: number) => {
      const given = [sandbox.url, sandbox.appKey, sandbox.issueToken(), kind, String(orderId)];
      const { stdout, stderr } = await runCommand(command, [...args, ...given], {
        cwd: folder,
        timeoutMs: 60_000,
      });
      return firstLine(stdout) || `failed: ${firstLine(stderr)}`;
    };
    const quick = await run("quick", ORDERS.quick);
    const slow = await run("slow", ORDERS.slow);
    const empty409 = await run("quick", ORDERS.empty409);
    await run("quick", ORDERS.answers500);
    return {
      quick: seen(sandbox, quick, ORDERS.quick),
      slow: seen(sandbox, slow, ORDERS.slow),
      empty409: empty409.startsWith("failed") ? "failure" : "**success**",
      deletesAfter500: sandbox.requests().filter(({ orderId }) => orderId === ORDERS.answers500).length,
    };
  } finally {
    await sandbox.close();
  }
}

/** What the program says must be what the sandbox knows. */
function seen(sandbox: Sandbox, said: string, id: number): string {
  const { status } = sandbox.order(id) ?? {};
  const taken = status === "PendingCancel" || status === "Canceled";
  if (taken === (said === "accepted")) return taken ? "accepted" : said;
  return taken ? "**failure**, yet accepted" : "**accepted**, yet refused";
}
