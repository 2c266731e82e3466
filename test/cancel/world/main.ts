// The program that `npm run soak` runs: a campaign, or one schedule told line by line.
import { cpus } from "node:os";
import { type Report, runCampaign } from "./campaign.js";
import { explain } from "./explain.js";

interface Task {
  readonly schedules: string;
  readonly seed: string;
  readonly lag?: string;
  readonly explain?: string;
  readonly kind: string;
}

async function campaign(schedules: number, seed: number, lagMs: number | undefined): Promise<boolean> {
  const lag = lagMs === undefined ? "as the caller allows" : `up to ${lagMs} ms`;
  console.log(`${schedules} schedules, seed ${seed}, reads stale ${lag}`);
  const start = performance.now();
  const { verdicts, violations, apart, wrong } = await runCampaign({ seed, schedules, lagMs });
  const seconds = (performance.now() - start) / 1000;
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`;
  console.log(`${(schedules / seconds).toFixed(0)} schedules a second, Node ${process.version}, ${machine}`);
  for (const [verdict, count] of Object.entries(verdicts).sort())
    console.log(`${String(count).padStart(9)} ${verdict}`);
  list(`Schedules that went wrong: ${wrong}`, violations);
  list("What no client can know, and so is none of them:", apart);
  return wrong === 0;
}

function list(title: string, kinds: Report["violations"]): void {
  console.log(title);
  for (const [kind, { schedules, seed }] of Object.entries(kinds).sort(
    ([, a], [, b]) => b.schedules - a.schedules,
  ))
    console.log(`${String(schedules).padStart(9)} ${kind} (first: seed ${seed})`);
}

async function main({ schedules, seed, lag, explain: chosen, kind }: Task): Promise<boolean> {
  const lagMs = lag === undefined ? undefined : Number(lag);
  if (chosen === undefined) return campaign(Number(schedules), Number(seed), lagMs);
  console.log(await explain(Number(chosen), kind, lagMs));
  return true;
}

const isFine = await main(JSON.parse(process.argv[2] ?? "") as Task);
// A call that never ends would keep the process alive.
process.exit(isFine ? 0 : 1);
