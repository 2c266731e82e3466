// Owns the progress of `cancel-all`: one line that is written over on a terminal, a line every few seconds elsewhere.
import type { CancelAllProgress } from "../cancel-all/result.js";
import type { Screen } from "./output.js";
import { durationText } from "./plan-text.js";

/** Milliseconds between two lines, or between two changes of one. */
const EVERY_MS = { line: 5_000, terminal: 100 } as const;

const BAR = 20;

export interface ProgressLine {
  show(progress: CancelAllProgress, now: number): void;
  /** Leaves the cursor on a line of its own. */
  end(): void;
}

export function progressLine(screen: Screen): ProgressLine {
  const everyMs = screen.isTTY ? EVERY_MS.terminal : EVERY_MS.line;
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  let before = "";
  return {
    show(progress, now) {
      const text = progressText(progress);
      if (text === before || now - shownAt < everyMs) return;
      shownAt = now;
      isShown = true;
      before = text;
      screen.write(screen.isTTY ? `\r\u001b[K${text.slice(0, screen.columns - 1)}` : `${text}\n`);
    },
    end() {
      if (isShown && screen.isTTY) screen.write("\r\u001b[K");
    },
  };
}

/** `[######..............] 147 of 500 decided, 196 sent; canceled 140, too-late 7; 4 min 8 s left` */
export function progressText({ counts, etaMs }: CancelAllProgress): string {
  const { orders, sent, decided, verdicts } = counts;
  const filled = orders === 0 ? 0 : Math.floor((BAR * decided) / orders);
  const bar = "#".repeat(filled).padEnd(BAR, ".");
  const known = Object.entries(verdicts).flatMap(([verdict, number]) =>
    number === 0 ? [] : `${verdict} ${number}`,
  );
  const left = etaMs > 0 ? `; ${durationText(etaMs)} left to send` : "";
  const detail = known.length > 0 ? `; ${known.join(", ")}` : "";
  return `[${bar}] ${decided} of ${orders} decided, ${sent} sent${detail}${left}`;
}
