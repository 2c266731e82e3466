// Owns the writing of the sandbox's log. Nobody may be reading: what is not taken is dropped, not kept.
import type { Writable } from "node:stream";

/** Bytes that may wait to be read; about 10,000 lines. */
const MOST_WAITING = 1024 * 1024;

/** Lines that come while too many wait are dropped and counted, and the next one that is written says how many. */
export function logTo(stream: Writable): (line: string) => void {
  let dropped = 0;
  let gone = false;
  // Without a listener, a reader that leaves (`| head`) would end the process.
  stream.on("error", () => {
    gone = true;
  });
  return (line) => {
    if (gone) return;
    if (stream.writableLength > MOST_WAITING) {
      dropped += 1;
      return;
    }
    const missing = dropped === 0 ? "" : `${dropped} lines were not read and are missing here\n`;
    dropped = 0;
    stream.write(`${missing}${line}\n`);
  };
}
