// The program that `npm run soak -- --all` runs: many schedules of `cancelAll()`, each held to the truth.
import { crashedAtEachEntry } from "./crashes.js";
import { lies } from "./lies.js";
import { type Played, play } from "./scenario.js";

/** One schedule of so many is played again with a crash at each entry of its journal. */
const EVERY = 50;

const { schedules, seed } = JSON.parse(process.argv[2] ?? "{}") as { schedules: string; seed: string };

console.log(`${schedules} schedules of cancelAll(), seed ${seed}`);
const stopped: Record<string, number> = {};
let plays = 0;
let crashes = 0;
let wrong = 0;

function check(schedule: string, played: Played | undefined): void {
  plays += 1;
  const end = played?.result.stopped ?? "threw before anything was sent";
  stopped[end] = (stopped[end] ?? 0) + 1;
  crashes += played?.crashes ?? 0;
  const found = played ? lies(played) : [];
  if (found.length > 0) wrong += 1;
  for (const lie of found) console.log(`${schedule}: ${lie}`);
}

for (let at = Number(seed); at < Number(seed) + Number(schedules); at++) {
  check(`seed ${at}`, await play(at));
  if (at % EVERY !== 0) continue;
  for await (const played of crashedAtEachEntry(at))
    check(`seed ${at}, crash at entry ${played.crashedAt}`, played);
}
for (const [end, count] of Object.entries(stopped)) console.log(`${String(count).padStart(9)} ${end}`);
console.log(`${String(crashes).padStart(9)} crashes, each gone on with`);
console.log(`Plays that went wrong: ${wrong} of ${plays}`);
process.exitCode = wrong === 0 ? 0 : 1;
