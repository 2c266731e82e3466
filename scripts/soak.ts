// npm run soak: plays cancel(), resume() and orThrow() in the simulated world and holds them to the invariants.
import { cpus } from "node:os";
import { runCampaign } from "../test/cancel/world/campaign.js";
import { explain } from "../test/cancel/world/explain.js";
import { Stop } from "./lib/cli.js";
import { runScript } from "./lib/commands.js";

function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new Stop(`--${name} takes a whole number, not ${text}.`);
  return Number(text);
}

async function campaign(schedules: number, seed: number, lagMs: number | undefined): Promise<void> {
  const lag = lagMs === undefined ? "as the caller allows" : `${lagMs} ms`;
  console.log(`${schedules} schedules, seed ${seed}, reads stale up to: ${lag}`);
  const start = performance.now();
  const { verdicts, violations, wrong, apart } = await runCampaign({ seed, schedules, lagMs });
  const seconds = (performance.now() - start) / 1000;
  const { model = "unknown", length } = { ...cpus()[0], length: cpus().length };
  console.log(`${(schedules / seconds).toFixed(0)} a second, Node ${process.version}, ${length} × ${model}`);
  for (const [verdict, count] of Object.entries(verdicts).sort()) console.log(`${String(count).padStart(9)} ${verdict}`);
  report("Violations", violations);
  report("What no client can know, and so is no violation", apart);
  if (wrong > 0) throw new Stop(`${wrong} schedules went wrong. See one: npm run soak -- --explain SEED`);
}

function report(title: string, kinds: Record<string, { schedules: number; seed: number }>): void {
  console.log(`${title}: ${Object.keys(kinds).length === 0 ? "none" : ""}`);
  const rows = Object.entries(kinds).sort(([, a], [, b]) => b.schedules - a.schedules);
  for (const [kind, { schedules, seed }] of rows) console.log(`${String(schedules).padStart(9)} ${kind} (first: seed ${seed})`);
}

await runScript({
  name: "soak",
  summary: "Play cancel() against many schedules of answers, losses and stale reads.",
  options: {
    schedules: { takes: "N", does: "How many.", default: "100000" },
    seed: { takes: "N", does: "The same seed gives the same schedules; without one it is the time, printed." },
    lag: { takes: "MS", does: "How stale reads may be; without it as stale as the caller allows (settleMs)." },
    explain: { takes: "SEED", does: "Tell one schedule line by line, as small as it can be made." },
    kind: { takes: "TEXT", does: "With --explain: the start of the violation to keep." },
  },
  async run({ schedules = "100000", seed, lag, explain: one, kind = "" }) {
    const lagMs = whole("lag", lag);
    const chosen = whole("explain", one);
    if (chosen !== undefined) console.log(await explain(chosen, kind, lagMs));
    else await campaign(whole("schedules", schedules) ?? 0, whole("seed", seed) ?? Date.now() % 10 ** 9, lagMs);
  },
});
