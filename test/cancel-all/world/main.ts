// The program that `npm run soak -- --all` runs: many schedules of `cancelAll()`, each held to the truth.
import { lies } from "./lies.js";
import { play } from "./scenario.js";

const { schedules, seed } = JSON.parse(process.argv[2] ?? "{}") as { schedules: string; seed: string };

console.log(`${schedules} schedules of cancelAll(), seed ${seed}`);
const stopped: Record<string, number> = {};
let crashes = 0;
let wrong = 0;
for (let at = Number(seed); at < Number(seed) + Number(schedules); at++) {
  const played = await play(at);
  const end = played?.result.stopped ?? "threw before anything was sent";
  stopped[end] = (stopped[end] ?? 0) + 1;
  crashes += played?.crashes ?? 0;
  const found = played ? lies(played) : [];
  if (found.length > 0) wrong += 1;
  for (const lie of found) console.log(`seed ${at}: ${lie}`);
}
for (const [end, count] of Object.entries(stopped)) console.log(`${String(count).padStart(9)} ${end}`);
console.log(`${String(crashes).padStart(9)} crashes, each gone on with`);
console.log(`Schedules that went wrong: ${wrong}`);
process.exitCode = wrong === 0 ? 0 : 1;
