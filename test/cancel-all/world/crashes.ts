// Owns a schedule that is played again and again, each time with a crash at another entry of the journal.
import { type Played, play } from "./scenario.js";

/** Schedules with more entries than this would take minutes. */
const MOST_ENTRIES = 60;

/** One play for each entry that the journal of this schedule has, all of them gone on with. */
export async function* crashedAtEachEntry(seed: number): AsyncGenerator<Played> {
  const whole = await play(seed, Number.POSITIVE_INFINITY);
  const entries = whole && whole.crashes === 0 ? whole.journal.kept.length : 0;
  if (entries > MOST_ENTRIES) return;
  for (let at = 1; at <= entries; at++) {
    const played = await play(seed, at);
    if (played) yield played;
  }
}
