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
      const text = progressText(progress, screen.isTTY ? screen.columns - 1 : undefined);
      if (text === before || now - shownAt < everyMs) return;
      shownAt = now;
      isShown = true;
      before = text;
      screen.write(screen.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end() {
      if (isShown && screen.isTTY) screen.write("\r\u001b[K");
    },
  };
}

/**
 * `[######..............] 147 of 500 decided, 196 sent; canceled 140, too-late 7, waiting 353; 4 min 8 s left to send`.
 * What does not fit into `width` characters is left out from the end, entry by entry: half of one would say something else.
 */
export function progressText({ counts, etaMs }: CancelAllProgress, width = Number.POSITIVE_INFINITY): string {
  const { orders, sent, decided, verdicts } = counts;
  const filled = orders === 0 ? 0 : Math.floor((BAR * decided) / orders);
  const entries = Object.entries({ ...verdicts, waiting: orders - decided }).filter(
    ([, number]) => number > 0,
  );
  const parts = [
    `[${"#".repeat(filled).padEnd(BAR, ".")}]`,
    ` ${decided} of ${orders} decided`,
    `, ${sent} sent`,
    ...entries.map(([name, number], index) => `${index === 0 ? "; " : ", "}${name} ${number}`),
    ...(etaMs > 0 ? [`; ${durationText(etaMs)} left to send`] : []),
  ];
  return fitted(parts, width);
}

function fitted(parts: readonly string[], width: number): string {
  let text = parts.join("");
  for (let end = parts.length - 1; text.length > width && end > 0; end--)
    text = `${parts.slice(0, end).join("")}…`;
  return text;
}
